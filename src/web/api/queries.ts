/** Every question the site asks the API, with the key it is cached under. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  AreaListAnswer,
  FigureColumnAnswer,
  IndicatorListAnswer,
  PlaceAnswer,
  SearchAnswer,
  SeriesAnswer,
  SourceListAnswer,
  StatusAnswer,
} from '#domain/answers/answers.ts'
import type { DistanceComparisonListAnswer } from '#domain/answers/distance-answers.ts'
import type { IndexChoicesAnswer, IndexListAnswer, IndexScoresAnswer, IndexValidationAnswer, PlaceInIndexAnswer } from '#domain/answers/index-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { ModeratedSignal, PrivacyAnswer, ReceiptStatus, SessionAnswer, SignalCountLevel, SignalCountListAnswer, SignalListAnswer, WaitingList } from '#domain/answers/signals.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { FacilityAnswer, FacilityTypeListAnswer, PlaceReachAnswer, ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { SupplyAnswer } from '#domain/answers/supply-answers.ts'
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import type { SchoolBackTestAnswer, SchoolDetailAnswer, SchoolListAnswer } from '#domain/answers/school-answers.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import type { BackTestAnswer, ProjectedChangeAnswer, ProjectionAnswer, RegionOutlookAnswer } from '#domain/answers/projection-answers.ts'
import type { RegionListAnswer, SelectionListAnswer, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { apiUrl, fetchJson, sendForJson } from '#web/api/client.ts'

type QueryValues = Readonly<Record<string, string | number | undefined>>

function ask<Answer>(path: string, query: QueryValues = {}) {
  const url = apiUrl(path, query)
  return queryOptions({
    queryKey: [url],
    queryFn: ({ signal }) => fetchJson<Answer>(url, document.documentElement.lang, signal),
  })
}

export const statusQuery = () => ask<StatusAnswer>('status')
export const indicatorsQuery = () => ask<IndicatorListAnswer>('indicators')
export const facilityQuery = (facilityType: FacilityType, id: string) => ask<FacilityAnswer>(`facilities/${encodeURIComponent(id)}`, { facilityType })
export const facilityTypesQuery = () => ask<FacilityTypeListAnswer>('facility-types')
interface ReachWish {
  readonly facilityType: string
  readonly mode: string
  readonly level: AreaLevel
}
export const reachQuery = (wish: ReachWish & { readonly normMinutes: number; readonly rank: number; readonly year: number | undefined }) =>
  queryOptions({ ...ask<ReachAnswer>('reach', { ...wish }), placeholderData: keepPreviousData })
export const reachSupplyQuery = (wish: ReachWish & { readonly minutes: number }) => queryOptions({ ...ask<SupplyAnswer>('reach-supplies', { ...wish }), placeholderData: keepPreviousData })
export const dailyRegionsQuery = (count: number) => queryOptions({ ...ask<DailyRegionsAnswer>('daily-regions', { count }), placeholderData: keepPreviousData })
export const distanceComparisonsQuery = () => ask<DistanceComparisonListAnswer>('distance-comparisons')
export const placeReachQuery = (id: string) => ask<PlaceReachAnswer>(`places/${encodeURIComponent(id)}/reach`)
export interface SchoolsKey {
  readonly area: string | undefined
  readonly norm: string
  readonly pupils: number
  readonly year: number | undefined
  /** Percent. */
  readonly atLeast: number
}
export const schoolsValues = ({ area, norm, pupils, year, atLeast }: SchoolsKey): QueryValues => ({ area, norm, pupils: norm === 'own' ? pupils : undefined, year, atLeast: atLeast > 0 ? atLeast / 100 : undefined })
export const schoolsQuery = (key: SchoolsKey) => queryOptions({ ...ask<SchoolListAnswer>('schools', schoolsValues(key)), placeholderData: keepPreviousData })
export const schoolsUrl = (key: SchoolsKey, format: string): string => apiUrl('schools', { ...schoolsValues(key), format })
export const schoolQuery = (code: string) => ask<SchoolDetailAnswer>(`schools/${encodeURIComponent(code)}`)
export const schoolBackTestQuery = () => ask<SchoolBackTestAnswer>('school-back-test')
export const sourcesQuery = () => ask<SourceListAnswer>('sources')
export const reportQuery = () => ask<ReconciliationReport>('import-report')

/** What the site needs of the OGC collections: the box around all shapes. */
interface CollectionsAnswer {
  readonly collections: readonly { readonly extent?: { readonly spatial: { readonly bbox: readonly [number, number, number, number][] } } }[]
}
export const collectionsQuery = () => ask<CollectionsAnswer>('ogc/collections')

export const areasQuery = (level: AreaLevel, year: number, within?: string) =>
  ask<AreaListAnswer>('areas', { level, year, within })

export const figuresQuery = (indicator: string, level: AreaLevel, year: number) =>
  ask<FigureColumnAnswer>('figures', { indicator, level, year })

export const selectionsQuery = () => ask<SelectionListAnswer>('selections')
export const regionsQuery = () => ask<RegionListAnswer>('regions')
/** The places of a document; those of the former one stay until the new ones are there. */
export const selectionRunQuery = (document: SelectionDocument) =>
  queryOptions({
    queryKey: ['selection-run', document],
    queryFn: ({ signal }) => sendForJson<SelectionRunAnswer>(apiUrl('selection-runs'), document, signal),
    placeholderData: keepPreviousData,
  })
/** The index that comes along. */
export const INDEX_ID = 'basis-op-orde'
export const indicesQuery = () => ask<IndexListAnswer>('indices')
export const indexScoresQuery = (level: AreaLevel, yearsBack?: number) => ask<IndexScoresAnswer>(`indices/${INDEX_ID}/scores`, { level, yearsBack })
export const placeInIndexQuery = (id: string) => ask<PlaceInIndexAnswer>(`indices/${INDEX_ID}/places/${encodeURIComponent(id)}`)
/** The scores of a document; those of the former one stay until the new ones are there. */
export const indexRunQuery = (document: IndexDocument | undefined) =>
  queryOptions({
    queryKey: ['index-run', document],
    queryFn: ({ signal }) => sendForJson<IndexScoresAnswer>(apiUrl('index-runs'), document, signal),
    enabled: document !== undefined,
    placeholderData: keepPreviousData,
  })
export const indexChoicesQuery = (level: AreaLevel) => ask<IndexChoicesAnswer>('index-indicators', { level })
export const indexValidationQuery = () => ask<IndexValidationAnswer>(`indices/${INDEX_ID}/validation`)

export const projectedChangeQuery = (measure: ProjectedChangeAnswer['measure'], to: number) => ask<ProjectedChangeAnswer>(`projected-changes/${measure}`, { to })
export const regionOutlookQuery = () => ask<RegionOutlookAnswer>('region-outlooks')
export const backTestQuery = () => ask<BackTestAnswer>('back-test')

export const searchQuery = (text: string) => ({
  ...ask<SearchAnswer>('search', { q: text, limit: 8 }),
  enabled: text.trim().length >= 2,
  placeholderData: keepPreviousData,
})

/** What a place page is about: an area code, a village id, or an own village made of neighbourhoods. */
export interface PlaceKey {
  readonly id: string
  /** Only for the own village: codes of the neighbourhoods, and the name its makers gave it. */
  readonly members?: readonly string[]
  readonly name?: string | undefined
}

/** The part of the URL of a place, for answers and downloads alike. */
export function placeUrl(key: PlaceKey, path: string, query: QueryValues = {}): string {
  return apiUrl(`places/${encodeURIComponent(key.id)}${path}`, { ...query, ...placeQueryValues(key) })
}

function placeQueryValues(key: PlaceKey): QueryValues {
  return key.members === undefined ? {} : { members: key.members.join(','), name: key.name }
}

export const placeQuery = (key: PlaceKey, year?: number) =>
  ask<PlaceAnswer>(`places/${encodeURIComponent(key.id)}`, { year, ...placeQueryValues(key) })

export const seriesQuery = (key: PlaceKey, indicators: readonly string[]) =>
  ask<SeriesAnswer>(`places/${encodeURIComponent(key.id)}/series`, { indicator: indicators.join(','), ...placeQueryValues(key) })

/** Where the projection of a place is. */
export const projectionUrl = (key: PlaceKey, query: QueryValues = {}): string => apiUrl(`projections/${encodeURIComponent(key.id)}`, { ...query, ...placeQueryValues(key) })
export const projectionQuery = (key: PlaceKey) => ask<ProjectionAnswer>(`projections/${encodeURIComponent(key.id)}`, placeQueryValues(key))
/** Where a projection under a scenario is asked for. */
export const projectionRunUrl = (key: PlaceKey, query: QueryValues = {}): string => apiUrl(`projection-runs/${encodeURIComponent(key.id)}`, { ...query, ...placeQueryValues(key) })
/** Where many trajectories are started. */
export const drawRunUrl = (key: PlaceKey): string => apiUrl(`projections/${encodeURIComponent(key.id)}/draw-runs`, placeQueryValues(key))
export const projectionRunQuery = (key: PlaceKey, document: ScenarioDocument) =>
  queryOptions({
    queryKey: ['projection-run', key, document],
    queryFn: ({ signal }) => sendForJson<ProjectionAnswer>(projectionRunUrl(key), document, signal),
  })

/** Records change at any moment, so what was asked before is asked again when a page is opened. */
const fresh = { staleTime: 0 } as const

export const placeSignalsQuery = (key: PlaceKey, limit: number) => ({ ...ask<SignalListAnswer>(`places/${encodeURIComponent(key.id)}/signals`, { limit, ...placeQueryValues(key) }), ...fresh })
export const signalCountsQuery = (level: SignalCountLevel) => ({ ...ask<SignalCountListAnswer>('signal-counts', { level }), ...fresh })
export const privacyQuery = () => ask<PrivacyAnswer>('privacy')
export const receiptQuery = (code: string) => ({ ...ask<ReceiptStatus>(`receipts/${encodeURIComponent(code)}`), ...fresh })
export const sessionQuery = () => ({ ...ask<SessionAnswer>('sessions/current'), ...fresh })
export const waitingQuery = (statuses: string) => ({ ...ask<WaitingList>('moderation/signals', { status: statuses }), ...fresh })
export const moderatedQuery = (id: string) => ({ ...ask<ModeratedSignal>(`moderation/signals/${encodeURIComponent(id)}`), ...fresh })
