/** What past projections can be held against, beside inhabitants: age groups and households of municipalities. */
import { HOUSEHOLD_KINDS } from '#steps/explore/inputs/household-positions.ts'
import { GROUP_COUNT, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { POSTCODE_YEAR } from '#steps/explore/inputs/read-postcodes.ts'
import { getCounted, type PastProjection } from '#steps/explore/past-projections.ts'

export interface ErrorSeries {
  /** One figure a municipality, some years ahead (0: at the jump-off); undefined where the projection does not have it. */
  readonly project: (past: PastProjection, horizon: number) => Float64Array | undefined
  readonly count: (data: ProjectionData, year: number) => Float64Array | undefined
}

export const INHABITANTS: ErrorSeries = { project: ({ population }, horizon) => population[horizon], count: getCounted }

/** Every `step`th figure from `first` on. */
const take = (figures: Float64Array | undefined, first: number, step: number): Float64Array | undefined =>
  figures && Float64Array.from({ length: figures.length / step }, (_, at) => figures[at * step + first]!)

const addUp = (figures: Float64Array | undefined, step: number): Float64Array | undefined =>
  figures && Float64Array.from({ length: figures.length / step }, (_, at) => figures.subarray(at * step, (at + 1) * step).reduce((sum, own) => sum + own, 0))

/** Only from jump-offs at which five-year ages of postcode areas were known: those before have other, larger errors. */
const whenKnown = (past: PastProjection, figures: readonly Float64Array[] | undefined, horizon: number) => (past.jumpOff >= POSTCODE_YEAR ? figures?.[horizon] : undefined)

const makeGroup = (group: number): ErrorSeries => ({
  project: (past, horizon) => take(whenKnown(past, past.ageGroups, horizon), group, GROUP_COUNT),
  count: ({ ageGroups }, year) => take(ageGroups.get(year), group, GROUP_COUNT),
})

const makeKind = (kind: number): ErrorSeries => ({
  project: (past, horizon) => take(whenKnown(past, past.households, horizon), kind, HOUSEHOLD_KINDS.length),
  count: ({ households }, year) => take(households.get(year), kind, HOUSEHOLD_KINDS.length),
})

export const ERROR_SERIES = {
  age0to14: makeGroup(0),
  age15to24: makeGroup(1),
  age25to44: makeGroup(2),
  age45to64: makeGroup(3),
  age65Plus: makeGroup(4),
  onePerson: makeKind(0),
  withoutChildren: makeKind(1),
  withChildren: makeKind(2),
  households: {
    project: (past: PastProjection, horizon: number) => addUp(whenKnown(past, past.households, horizon), HOUSEHOLD_KINDS.length),
    count: ({ households }: ProjectionData, year: number) => addUp(households.get(year), HOUSEHOLD_KINDS.length),
  },
} as const satisfies Readonly<Record<string, ErrorSeries>>

export type ErrorSeriesId = keyof typeof ERROR_SERIES
