/** Many trajectories of all municipalities together: intervals of ages and households, and chances, of a municipality or of several together. */
import { DEMANDS } from '#domain/answers/projection-answers.ts'
import type { Outcome, Threshold } from '#engines/projection/outcomes.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import type { TrajectorySummary } from '#engines/projection/tally.ts'
import { countPlaces, type TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { measureOutcomeErrors } from '#steps/explore/draws/outcome-errors.ts'
import { estimateErrors } from '#steps/explore/draws/estimate-errors.ts'
import type { ErrorSeriesId } from '#steps/explore/error-series.ts'
import type { ErrorSizes } from '#steps/explore/error-sizes.ts'
import { SERIES_OF } from '#steps/explore/figure-intervals.ts'
import { getRatesOfAll, HOUSEHOLD_KINDS, placeInHouseholds, type HouseholdRates } from '#steps/explore/inputs/household-positions.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { runTrajectories } from '#steps/explore/trajectories/run-trajectories.ts'
import { DEMAND_AGES } from '#steps/explore/demand-ages.ts'

/** In this order for every municipality and year. */
export const DRAWN = ['population', ...DEMANDS, 'households', ...HOUSEHOLD_KINDS] as const
export type Drawn = (typeof DRAWN)[number]

export interface DrawRequest {
  readonly years: number
  readonly draws: number
  readonly seed: number
  readonly scenario: Scenario | undefined
  /** Municipalities that are asked for together. */
  readonly group?: readonly number[]
  readonly thresholds: readonly { readonly drawn: Drawn; readonly year: number; readonly shareOfBase: number }[]
}

export interface DrawControl {
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

export interface MunicipalDraws {
  /** The place that the group is, after the municipalities. */
  readonly groupPlace: number
  /** Lower and upper bound of an interval, by year; undefined where households are not known. */
  getInterval(place: number, drawn: Drawn, percent: 50 | 80 | 95): { readonly lower: readonly number[]; readonly upper: readonly number[] } | undefined
  /** Share of trajectories below each threshold. */
  getChances(place: number): readonly number[]
}

/** Positions of the bounds among the quantiles of the engine. */
const BOUNDS = { 95: [0, 6], 80: [1, 5], 50: [2, 4] } as const

/** How wrong inhabitants were, and ages and households where that is known. */
export interface MeasuredErrors {
  readonly sizes: ErrorSizes
  readonly seriesSizes: Readonly<Partial<Record<ErrorSeriesId, ErrorSizes>>>
}

/** On threads of its own. The same seed gives the same draws. Throws a RangeError for a scenario that cannot be followed. */
export async function drawMunicipalities(prepared: PreparedMunicipalities, measured: MeasuredErrors, households: HouseholdRates | undefined, request: DrawRequest, control: DrawControl = {}): Promise<MunicipalDraws> {
  const drawn = DRAWN.filter((id) => households !== undefined || describeOutcome(id).measure === 'people')
  const task = makeTask(prepared, measured.sizes, households, request, drawn)
  const outcomeErrors = await measureOutcomeErrors(task, drawn.map((id) => findSizes(measured, id)), control.signal)
  return readSummary(task, await runTrajectories({ ...task, outcomeErrors }, control), drawn)
}

function makeTask({ shape, jumpOff, base, inHouseholds, getInputs, ...prepared }: PreparedMunicipalities, sizes: ErrorSizes, households: HouseholdRates | undefined, request: DrawRequest, drawn: readonly Drawn[]): TrajectoryTask {
  const getRates = (year: number) => (households ? placeInHouseholds(getRatesOfAll(households, year - jumpOff), base.people, inHouseholds) : new Float64Array(0))
  return {
    shape: { ...shape, householdKindCount: households ? HOUSEHOLD_KINDS.length : 0 },
    baseYear: jumpOff,
    population: base.people,
    stepCount: request.years,
    getInputs: (year) => ({ ...getInputs(year), headshipRates: getRates(year) }),
    ...(request.scenario && { scenario: request.scenario }),
    errors: estimateErrors({ shape, jumpOff, base, inHouseholds, getInputs, ...prepared }, sizes),
    outcomes: drawn.map(describeOutcome),
    thresholds: request.thresholds.flatMap(({ drawn: id, year, shareOfBase }): Threshold[] => (drawn.includes(id) ? [{ outcome: drawn.indexOf(id), year, below: { shareOfBase } }] : [])),
    ...(request.group && { groups: [request.group] }),
    seed: request.seed,
    drawCount: request.draws,
  }
}

function findSizes({ sizes, seriesSizes }: MeasuredErrors, id: Drawn): ErrorSizes | undefined {
  if (id === 'population') return sizes
  return seriesSizes[id in SERIES_OF ? SERIES_OF[id as keyof typeof SERIES_OF] : (id as ErrorSeriesId)]
}

function describeOutcome(id: Drawn): Outcome {
  if (id === 'population') return { measure: 'people' }
  if (id === 'households') return { measure: 'households' }
  if (id === 'alone75Plus') return { measure: 'households', kinds: { from: 0, to: 0 }, ages: { from: 75, to: 100 } }
  const kind = HOUSEHOLD_KINDS.findIndex((own) => own === id)
  if (kind >= 0) return { measure: 'households', kinds: { from: kind, to: kind } }
  const [from, to] = DEMAND_AGES[id as keyof typeof DEMAND_AGES]
  return { measure: 'people', ages: { from, to } }
}

function readSummary(task: TrajectoryTask, { years, quantiles, chances }: TrajectorySummary, drawn: readonly Drawn[]): MunicipalDraws {
  const placeCount = countPlaces(task)
  return {
    groupPlace: task.shape.areaCount,
    getInterval(place, id, percent) {
      const outcome = drawn.indexOf(id)
      if (outcome < 0) return undefined
      const [lower, upper] = BOUNDS[percent].map((quantile) => years.map((_, step) => quantiles[quantile]![(step * placeCount + place) * drawn.length + outcome]!))
      return { lower: lower!, upper: upper! }
    },
    getChances: (place) => task.thresholds.map((_, at) => chances[at * placeCount + place]!),
  }
}
