/** Explore: the trajectories of all municipalities, and what lies in the intervals: people of some ages, households, and chances of thresholds. */
import type { Outcome, Threshold } from '#engines/projection/outcomes.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import { QUANTILES } from '#engines/projection/tally.ts'
import { countPlaces } from '#engines/projection/trajectory-task.ts'
import type { ErrorSizes } from '#steps/explore/error-sizes.ts'
import { HOUSEHOLD_KINDS, type HouseholdRates } from '#steps/explore/inputs/household-positions.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { estimateComponentErrors } from '#steps/explore/trajectories/component-errors.ts'
import { runTrajectories } from '#steps/explore/trajectories/run-trajectories.ts'

export interface MunicipalTrajectories {
  /** The jump-off first. */
  readonly years: readonly number[]
  /** Places are the municipalities, then the groups. */
  find(place: number, year: number, outcome: number, quantile: (typeof QUANTILES)[number]): number
  /** The chance that a place is below a threshold. */
  findChance(place: number, threshold: number): number
  /** How many figures each patch of the scenario changed. */
  readonly changedCounts: readonly number[]
}

export interface SimulationQuestion {
  readonly prepared: PreparedMunicipalities
  /** Without it there are no outcomes of households. */
  readonly households: HouseholdRates | undefined
  readonly sizes: ErrorSizes
  readonly years: number
  readonly draws: number
  readonly seed: number
  readonly outcomes: readonly Outcome[]
  /** Positions of municipalities that are also asked for together: regions, the country. */
  readonly groups?: readonly (readonly number[])[]
  readonly thresholds?: readonly Threshold[]
  readonly scenario?: Scenario
  readonly threads?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (share: number) => void
}

/** Rejects as `runTrajectories`, with a RangeError for what cannot be simulated. */
export async function simulateMunicipalities(question: SimulationQuestion): Promise<MunicipalTrajectories> {
  const { prepared, households, sizes, years, draws, seed, outcomes, groups = [], thresholds = [], scenario, ...how } = question
  const shape = { ...prepared.shape, householdKindCount: households === undefined ? 0 : HOUSEHOLD_KINDS.length }
  const headshipRates = households?.headshipRates ?? new Float64Array(0)
  const run = await runTrajectories({
    shape, baseYear: prepared.jumpOff, population: prepared.base.people, stepCount: years, drawCount: draws, seed, groups, outcomes, thresholds,
    getInputs: (year) => ({ ...prepared.getInputs(year), headshipRates }),
    errors: estimateComponentErrors(prepared, sizes),
    ...(scenario && { scenario }),
  }, how)
  const placeCount = countPlaces({ shape, groups })
  return {
    years: run.years,
    changedCounts: [...run.changedCounts],
    find: (place, year, outcome, quantile) => run.quantiles[QUANTILES.indexOf(quantile)]![((year - prepared.jumpOff) * placeCount + place) * outcomes.length + outcome]!,
    findChance: (place, threshold) => run.chances[threshold * placeCount + place]!,
  }
}
