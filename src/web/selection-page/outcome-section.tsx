/** What came out: how many, on the map, and what the colours say. */
import { lazy, Suspense } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { SelectionResult, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { Swatch } from '#web/map/legend-view.tsx'
import { AreaCardFrame, EmptyAreaCard } from '#web/map/area-card-frame.tsx'
import { REGION_LINE_COLOURS, VERDICTS, VERDICT_PAINTS, findPlace } from '#web/selection-page/verdict-colours.ts'

const SelectionMap = lazy(async () => ({ default: (await import('#web/selection-page/selection-map.tsx')).SelectionMap }))

interface OutcomeProps {
  answer: SelectionRunAnswer
  result: SelectionResult
  status: StatusAnswer
  pointed: string | undefined
  onPoint: (code: string | undefined) => void
}

export function Outcome({ answer, result, status, pointed, onPoint }: OutcomeProps) {
  const { t } = useLanguage()
  const isRegions = answer.level === 'region'
  const level = answer.level === 'region' ? 'municipality' : answer.level
  const hasShapes = status.levels.some((one) => one.level === level && one.shapeYear !== undefined)
  const failed = (
    <Alert kind="warning">
      <p>{t.map.failed}</p>
    </Alert>
  )
  return (
    <>
      <Counts result={result} />
      {hasShapes ? (
        <ErrorBoundary fallback={failed}>
          <Suspense fallback={<Loading tall />}>
            <SelectionMap label={t.selection.mapLabel(answer.document.name, answer.year)} level={level} isRegions={isRegions} result={result} pointed={pointed} onPoint={onPoint} />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <Alert kind="info">
          <p>{t.map.noShapes}</p>
        </Alert>
      )}
      <PlaceCard result={result} isRegions={isRegions} pointed={pointed} />
      <p className="td-note td-note--keyboard">{t.map.keyboard}</p>
    </>
  )
}

/** Numbers of places and inhabitants, which is the legend of the map too. */
function Counts({ result }: { result: SelectionResult }) {
  const { t, format } = useLanguage()
  const { counts, inhabitants, places, comparison } = result
  return (
    <div className="td-verdicts">
      <h3 className="td-visually-hidden">{t.selection.legend}</h3>
      <ul className="td-verdicts__list">
        {VERDICTS.map((verdict) => (
          <li key={verdict} className="td-verdicts__one">
            <Swatch {...VERDICT_PAINTS[verdict]} />
            <span>
              <strong className="td-verdicts__name">{t.selection.verdicts[verdict]}</strong>
              <span className="td-verdicts__count">{t.selection.counts(format.number(counts[verdict]), format.number(places.codes.length))}</span>
              <span className="td-verdicts__people">{t.selection.inhabitants(format.number(inhabitants[verdict]))}</span>
            </span>
          </li>
        ))}
        {comparison &&
          (['shrinking', 'anticipating'] as const).map((kind) => (
            <li key={kind} className="td-verdicts__one">
              <svg width="28" height="18" aria-hidden="true" focusable="false">
                <rect x="1.5" y="1.5" width="25" height="15" fill="none" stroke={REGION_LINE_COLOURS[kind]} strokeWidth="2" />
              </svg>
              <span>{t.selection.mapRegions[kind]}</span>
            </li>
          ))}
      </ul>
    </div>
  )
}

/** The place that is pointed at or chosen, with its figures against each threshold. */
function PlaceCard({ result, isRegions, pointed }: { result: SelectionResult; isRegions: boolean; pointed: string | undefined }) {
  const { t, format, pick } = useLanguage()
  const chosen = useUrlState()['gebied']
  const { places, criteria } = result
  const at = findPlace(result, isRegions, pointed ?? chosen)
  if (at === -1) return <EmptyAreaCard hint={t.selection.mapHint} />
  return (
    <AreaCardFrame
      code={pointed ?? chosen ?? ''}
      name={places.names[at]!}
      about={
        <>
          {t.selection.verdict}: {t.selection.verdicts[places.verdicts[at]!].toLocaleLowerCase()}
          {places.municipalities[at] !== '' && `, ${places.municipalities[at]}`}
        </>
      }
    >
      {pointed === undefined && !isRegions && (
        <p>
          <SiteLink to={placePath(places.codes[at]!)}>
            {t.map.toPlace} {places.names[at]}
          </SiteLink>
        </p>
      )}
      <ul className="td-verdicts__figures">
        {criteria.map((criterion) => {
          const value = criterion.values[at]
          return (
            <li key={criterion.field}>
              {pick(criterion.name)}: <strong>{value === null || value === undefined ? t.selection.verdicts.unknown.toLocaleLowerCase() : format.value(value, criterion)}</strong>
            </li>
          )
        })}
      </ul>
    </AreaCardFrame>
  )
}
