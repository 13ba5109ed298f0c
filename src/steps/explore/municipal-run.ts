/** A run of all municipalities from the jump-off on, with or without a scenario. */
import { projectYears, type ProjectedYear } from '#engines/projection/project-population.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import { ScenarioPatcher } from '#engines/projection/scenario-patcher.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'
import { getRatesOf, getRatesOfAll, HOUSEHOLD_KINDS, takeRatesOf, type HouseholdRates } from '#steps/explore/inputs/household-positions.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import type { SmallEffect } from '#steps/explore/scenario/small-effects.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** Further than this nobody should look, and no answer does. */
export const MOST_YEARS = 40

export interface MunicipalYear {
  readonly year: number
  /** A block of sexes and ages a municipality. */
  readonly people: Float64Array
  /** In the year that ended; one figure a municipality. Not there for the jump-off. */
  readonly change?: { readonly births: Float64Array; readonly deaths: Float64Array; readonly netMigration: Float64Array }
}

export interface MunicipalRun {
  readonly years: readonly MunicipalYear[]
  /** How many figures each patch of the scenario changed. */
  readonly changedCounts: readonly number[]
  /** Rates of households of a municipality in a year. Undefined where households are not known. */
  readonly getHeadshipRates: (year: number, municipality: number) => Float64Array | undefined
  /** What of it happens in single wijken and buurten. */
  readonly effects?: readonly SmallEffect[]
}

/** Of the years from the jump-off on, MOST_YEARS of them; others are answered between the years. Rejects with a RangeError for a scenario that cannot be followed. */
export async function runMunicipalities(...task: Parameters<typeof startRun>): Promise<MunicipalRun> {
  const { take, finish } = startRun(...task)
  do await nextTurn()
  while (take())
  return finish()
}

/** A run that takes one year at a time; `take` tells whether there are more. */
function startRun(prepared: PreparedMunicipalities, households: HouseholdRates | undefined, scenario?: Scenario): { take(): boolean; finish(): MunicipalRun } {
  const shape = { ...prepared.shape, householdKindCount: households ? HOUSEHOLD_KINDS.length : 0 }
  const getRates = (year: number) => (households ? getRatesOfAll(households, year - prepared.jumpOff) : new Float64Array(0))
  const steps = projectYears({
    shape,
    baseYear: prepared.jumpOff,
    population: prepared.base.people,
    stepCount: MOST_YEARS,
    getInputs: (year) => ({ ...prepared.getInputs(year), headshipRates: getRates(year) }),
    ...(scenario && { scenario }),
  })
  const years: MunicipalYear[] = []
  let changedCounts: readonly number[] = []
  const add = ({ year, population, flows }: ProjectedYear) => years.push({ year, people: population, ...(flows && { change: addFlows(flows, shape.areaCount) }) })
  return {
    take() {
      const next = steps.next()
      if (next.done === true) changedCounts = [...next.value]
      else add(next.value)
      return next.done !== true
    },
    finish: () => ({ years, changedCounts, getHeadshipRates: followHeadshipRates(prepared, households, scenario) }),
  }
}

/** Rates under the scenario; what it changed was counted with the rest. */
export function followHeadshipRates({ jumpOff, shape: people }: PreparedMunicipalities, households: HouseholdRates | undefined, scenario: Scenario = []): MunicipalRun['getHeadshipRates'] {
  const own = scenario.filter(({ input }) => input === 'headshipRates')
  if (households === undefined) return () => undefined
  if (own.length === 0) return (year, municipality) => getRatesOf(households, municipality, year - jumpOff)
  const shape = { ...people, householdKindCount: HOUSEHOLD_KINDS.length }
  const patcher = new ScenarioPatcher(shape, own, jumpOff)
  const patch = (year: number) => patcher.patchInputs({ ...createStillInputs(shape), headshipRates: getRatesOfAll(households, year - jumpOff) }, year, ['headshipRates']).headshipRates
  let latest: { readonly year: number; readonly rates: Float64Array } | undefined
  return (year, municipality) => {
    if (latest?.year !== year) latest = { year, rates: patch(year) }
    return takeRatesOf(latest.rates, municipality)
  }
}

function addFlows(flows: StepFlows, areas: number): NonNullable<MunicipalYear['change']> {
  const add = (cells: Float64Array) => {
    const perArea = cells.length / areas
    const totals = new Float64Array(areas)
    cells.forEach((own, at) => (totals[Math.floor(at / perArea)]! += own))
    return totals
  }
  const [came, went] = [[flows.internalArrivals, flows.immigration, flows.netMigration].map(add), [flows.internalDepartures, flows.emigration].map(add)]
  return {
    births: add(flows.birthsByAge),
    deaths: add(flows.deaths),
    netMigration: Float64Array.from({ length: areas }, (_, at) => came.reduce((total, own) => total + own[at]!, 0) - went.reduce((total, own) => total + own[at]!, 0)),
  }
}
