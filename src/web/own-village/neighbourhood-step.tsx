/** Choosing neighbourhoods, on the map or in a list; both show the same choice. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { AreaListAnswer, PlaceAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { TextField } from '#web/components/text-field.tsx'

const NeighbourhoodMap = lazy(async () => ({ default: (await import('#web/own-village/neighbourhood-map.tsx')).NeighbourhoodMap }))

interface NeighbourhoodStepProps {
  municipality: PlaceAnswer
  areas: AreaListAnswer
  codes: readonly string[]
  status: StatusAnswer
  onCodes: (codes: readonly string[]) => void
}

export function NeighbourhoodStep({ municipality, areas, codes, status, onCodes }: NeighbourhoodStepProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const shapeYear = status.levels.find(({ level }) => level === 'neighbourhood')?.shapeYear
  const toggle = (code: string): void => onCodes(codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code])
  const outside = codes.filter((code) => !areas.codes.includes(code))
  return (
    <>
      <p className="utrecht-paragraph">
        {t.own.step2Hint}{' '}
        <button
          type="button"
          className="utrecht-link-button utrecht-link-button--html-button"
          onClick={() => setState({ gemeente: undefined, buurten: undefined, naam: undefined }, { replace: false })}
        >
          {t.own.otherMunicipality}
        </button>
      </p>
      <div className="td-own">
        {shapeYear !== undefined && (
          <div className="td-own__map">
            <ErrorBoundary fallback={<p>{t.map.failed}</p>}>
              <Suspense fallback={<Loading tall />}>
                <NeighbourhoodMap municipality={municipality} areas={areas} codes={codes} onToggle={toggle} />
              </Suspense>
            </ErrorBoundary>
            {shapeYear !== areas.year && <p className="td-note">{t.map.shapeYear(shapeYear, areas.year)} {t.own.notOnMap}</p>}
          </div>
        )}
        <div>
          <NeighbourhoodList areas={areas} codes={codes} onToggle={toggle} />
          <OutsideList codes={outside} onToggle={toggle} />
        </div>
      </div>
      <p className="td-own__count" role="status">
        {t.own.chosen(codes.length)}
      </p>
      {codes.length > 0 && (
        <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => onCodes([])}>
          {t.own.clear}
        </button>
      )}
    </>
  )
}

/** Buurten of other municipalities, by name; as codes until the names are there. */
function OutsideList({ codes, onToggle }: Pick<NeighbourhoodListProps, 'codes' | 'onToggle'>) {
  const { t } = useLanguage()
  const place = useQuery({ ...placeQuery({ id: 'own', members: codes }), enabled: codes.length > 0, placeholderData: (former: PlaceAnswer | undefined) => former })
  if (codes.length === 0) return null
  return (
    <fieldset className="td-own__list">
      <legend>{t.own.other}</legend>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <label className="td-check">
              <input type="checkbox" checked onChange={() => onToggle(code)} />
              <span>{place.data?.members.find((member) => member.code === code)?.name ?? code}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface NeighbourhoodListProps {
  areas: AreaListAnswer
  codes: readonly string[]
  onToggle: (code: string) => void
}

function NeighbourhoodList({ areas, codes, onToggle }: NeighbourhoodListProps) {
  const { t, language } = useLanguage()
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLocaleLowerCase()
  const sorted = areas.codes
    .map((code, index) => ({ code, name: areas.names[index] ?? code }))
    .filter(({ name, code }) => name.toLocaleLowerCase().includes(wanted) || codes.includes(code))
    .sort((a, b) => a.name.localeCompare(b.name, language))
  return (
    <fieldset className="td-own__list">
      <legend>
        {t.own.listLegend} ({areas.codes.length})
      </legend>
      {areas.codes.length > 12 && <TextField label={t.own.filter} value={filter} onChange={setFilter} />}
      <ul>
        {sorted.map(({ code, name }) => (
          <li key={code}>
            <label className="td-check">
              <input type="checkbox" checked={codes.includes(code)} onChange={() => onToggle(code)} />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
