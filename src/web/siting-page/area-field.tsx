/** The area of a question: areas by name, or corners on a map. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { DrawnArea } from '#web/siting-page/drawn-area.tsx'
import type { SitingDraft } from '#web/siting-page/siting-state.ts'

interface AreaFieldProps {
  area: SitingDraft['area']
  onChange: (area: SitingDraft['area']) => void
}

export function AreaField({ area, onChange }: AreaFieldProps) {
  const { t } = useLanguage()
  const [draws, setDraws] = useState('polygon' in area)
  const corners = 'polygon' in area ? area.polygon : []
  const toggle = (): void => {
    if (draws && corners.length > 0) onChange({ codes: [] })
    setDraws(!draws)
  }
  return (
    <fieldset className="td-criterion">
      <legend className="td-criterion__legend">{t.siting.area}</legend>
      {draws ? <DrawnArea corners={corners} onChange={(polygon) => onChange(polygon.length > 0 ? { polygon } : { codes: [] })} /> : <NamedAreas codes={'codes' in area ? area.codes : []} onChange={(codes) => onChange({ codes })} />}
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--subtle" onClick={toggle}>
          {draws ? t.siting.stopDrawing : t.siting.draw}
        </button>
      </p>
    </fieldset>
  )
}

function NamedAreas({ codes, onChange }: { codes: readonly string[]; onChange: (codes: readonly string[]) => void }) {
  const { t } = useLanguage()
  const [id, setId] = useState<string>()
  const place = useQuery({ ...placeQuery({ id: id ?? '' }), enabled: id !== undefined }).data
  useEffect(() => {
    if (place === undefined) return
    setId(undefined)
    const code = place.kind === 'area' ? place.id : place.parents.find(({ level }) => level === 'municipality')?.code
    if (code !== undefined && !codes.includes(code)) onChange([...codes, code])
  }, [place, codes, onChange])
  return (
    <>
      {codes.length === 0 ? (
        <p className="td-note">{t.siting.noArea}</p>
      ) : (
        <ul className="td-siting__areas">
          {codes.map((code) => (
            <ChosenArea key={code} code={code} onRemove={() => onChange(codes.filter((own) => own !== code))} />
          ))}
        </ul>
      )}
      <PlaceSearch id="plan-gebied" label={t.siting.addArea} onChoose={(result) => setId(result.id)} />
      <p className="td-note">{t.siting.addAreaHint}</p>
    </>
  )
}

function ChosenArea({ code, onRemove }: { code: string; onRemove: () => void }) {
  const { t } = useLanguage()
  const name = useQuery(placeQuery({ id: code })).data?.name ?? code
  return (
    <li className="td-siting__area">
      {name}
      <button type="button" className="td-icon-button" aria-label={t.siting.removeArea(name)} onClick={onRemove}>
        ×
      </button>
    </li>
  )
}
