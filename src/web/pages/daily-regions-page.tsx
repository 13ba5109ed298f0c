/** Regions of daily life: map, tables, and how they differ from the official divisions. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { AreaListAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { FEWEST_REGIONS, MOST_REGIONS, USUAL_REGIONS } from '#domain/region-counts.ts'
import { apiUrl } from '#web/api/client.ts'
import { areasQuery, dailyRegionsQuery, statusQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { findLevel, getLevelWord } from '#web/app/level-words.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { ShapeNote } from '#web/map-page/map-notes.tsx'
import { RegionCard } from '#web/regions-page/region-card.tsx'
import { RegionNotes } from '#web/regions-page/region-notes.tsx'
import { DivisionTable, PartTable, RegionTable } from '#web/regions-page/regions-tables.tsx'

const RegionsMap = lazy(async () => ({ default: (await import('#web/regions-page/regions-map.tsx')).RegionsMap }))

const COUNTS = Array.from({ length: MOST_REGIONS - FEWEST_REGIONS + 1 }, (_, at) => String(FEWEST_REGIONS + at))
const BORDERS = ['province', 'corop', 'municipality'] as const satisfies readonly AreaLevel[]

export function DailyRegionsPage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  return (
    <Page title={t.regions.title} lead={t.regions.lead} wide>
      <Answer query={status} tall>
        {(answer) => <Content status={answer} />}
      </Answer>
    </Page>
  )
}

function Content({ status }: { status: StatusAnswer }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const count = COUNTS.includes(state['aantal'] ?? '') ? Number(state['aantal']) : USUAL_REGIONS
  const level = findLevel(state['grenzen'])
  const borders = BORDERS.find((own) => own === level)
  const answer = useQuery(dailyRegionsQuery(count))
  const districts = useQuery(areasQuery('district', status.referenceYear))
  const unused = listUnused(state, {
    aantal: { isTaken: String(count) === state['aantal'], shown: String(count) },
    grenzen: { isTaken: borders !== undefined },
    regio: { isTaken: answer.data === undefined || answer.data.regions.some(({ id }) => id === state['regio']) },
  })
  const error = answer.error ?? districts.error
  return (
    <>
      <AddressNotice unused={unused} />
      <div className="td-controls td-controls--even">
        <SelectField label={t.regions.count} value={String(count)} options={COUNTS.map((own) => ({ value: own, text: own }))} onChange={(own) => setState({ aantal: own, regio: undefined })} />
        <SelectField
          label={t.regions.borders}
          value={borders === undefined ? '' : getLevelWord(borders)}
          options={[{ value: '', text: t.regions.noBorders }, ...BORDERS.map((own) => ({ value: getLevelWord(own), text: t.levels[own] }))]}
          onChange={(word) => setState({ grenzen: word === '' ? undefined : word })}
        />
      </div>
      {answer.data && districts.data ? (
        <Regions answer={answer.data} districts={districts.data} status={status} borders={borders} />
      ) : error ? (
        <LoadError error={error} onRetry={() => [answer, districts].forEach((query) => void query.refetch())} />
      ) : (
        <>
          <Loading tall />
          <p className="td-note">{t.regions.slow}</p>
        </>
      )}
    </>
  )
}

function Regions({ answer, districts, status, borders }: { answer: DailyRegionsAnswer; districts: AreaListAnswer; status: StatusAnswer; borders: AreaLevel | undefined }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const [pointed, setPointed] = useState<number>()
  const chosen = answer.regions.findIndex(({ id }) => id === state['regio'])
  const shown = pointed ?? (chosen < 0 ? undefined : chosen)
  const islands = answer.regions.filter(({ isIsland }) => isIsland).length
  const shapes = status.levels.find(({ level }) => level === 'district')
  const failed = (
    <Alert kind="warning">
      <p>{t.map.failed}</p>
    </Alert>
  )
  return (
    <>
      <div className="td-map-page">
        <div className="td-map-page__map">
          {shapes?.shapeYear === undefined ? (
            <Alert kind="info">
              <p>{t.map.noShapes}</p>
            </Alert>
          ) : (
            <ErrorBoundary fallback={failed}>
              <Suspense fallback={<Loading tall />}>
                <RegionsMap label={t.regions.map(answer.count, answer.year)} answer={answer} districts={districts} status={status} borders={borders} chosen={shown} onPoint={setPointed} />
              </Suspense>
            </ErrorBoundary>
          )}
          <RegionCard region={shown === undefined ? undefined : answer.regions[shown]} answer={answer} />
          {shapes?.shapeYear !== undefined && <ShapeNote year={answer.year} shapeYear={shapes.shapeYear} withoutShape={shapes.withoutShape === undefined ? undefined : { count: shapes.withoutShape, of: shapes.areas }} />}
        </div>
        <div className="td-map-page__side">
          <p className="td-note">{t.regions.modelled}</p>
          <p className="td-note">{t.regions.rows(answer.regions.length - islands, answer.regions.length, islands)}</p>
          <RegionTable answer={answer} selected={answer.regions[chosen]?.id} search={state} onFocus={(region) => setPointed(region === undefined ? undefined : answer.regions.indexOf(region))} />
          <Downloads count={answer.count} />
        </div>
      </div>
      {chosen >= 0 && <PartTable region={answer.regions[chosen]!} answer={answer} />}
      <DivisionTable answer={answer} />
      <RegionNotes answer={answer} />
    </>
  )
}

function Downloads({ count }: { count: number }) {
  const { t } = useLanguage()
  const files = [
    [t.regions.perRegion, { format: 'xlsx', table: 'regions' }],
    [t.regions.perBuurt, { format: 'xlsx', table: 'neighbourhoods' }],
    [t.regions.shapes, { format: 'geojson' }],
  ] as const
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{t.regions.downloads}</span>
      {files.map(([text, query]) => (
        <a key={text} className="utrecht-button utrecht-button--secondary-action utrecht-button-link td-download" href={apiUrl('daily-regions', { count, ...query })} download>
          {text}
        </a>
      ))}
    </div>
  )
}
