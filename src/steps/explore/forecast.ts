/** The projection of all municipalities from the newest figures: made at first use, and kept as long as those figures are. */
import { setImmediate as pause } from 'node:timers/promises'
import type { Area, AreaCode } from '#domain/area.ts'
import { remember } from '#domain/remember.ts'
import { projectYears, type ProjectedYear } from '#engines/projection/project-population.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import { ScenarioPatcher } from '#engines/projection/scenario-patcher.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { runBackTest, type BackTest } from '#steps/explore/back-test.ts'
import { ERROR_SERIES, type ErrorSeriesId } from '#steps/explore/error-series.ts'
import { measureErrorSizes, type ErrorSizes } from '#steps/explore/error-sizes.ts'
import { HOUSEHOLD_KINDS, estimateHouseholdRates, getRatesOf, getRatesOfAll, takeRatesOf, type HouseholdRates } from '#steps/explore/inputs/household-positions.ts'
import { prepareMunicipalities, type PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { projectPastBeside } from '#steps/explore/past-projections-beside.ts'
import { createPastProjections, findLastYear, type PastProjection } from '#steps/explore/past-projections.ts'
import { readProjectionData } from '#steps/explore/inputs/read-projection-data.ts'
import { testSmallAreas, type SmallAreaLine } from '#steps/explore/small-area-back-test.ts'
import { measureSmallAreaErrors, readBuurtHistory, type MunicipalHistory } from '#steps/explore/small-area-errors.ts'
import type { SmallEffect } from '#steps/explore/scenario/small-effects.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { memoize } from '#steps/see/memo.ts'

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

export interface Forecast {
  readonly prepared: PreparedMunicipalities
  readonly households: HouseholdRates | undefined
  /** Undefined where too few past projections could be held against counts. */
  readonly sizes: ErrorSizes | undefined
  /** The same of age groups and households. */
  readonly seriesSizes: Readonly<Partial<Record<ErrorSeriesId, ErrorSizes>>>
  /** The same of buurten; measured when asked for. */
  readonly getSmallAreaSizes: () => ErrorSizes | undefined
  readonly backTest: BackTest
  /** The same of buurten; made when asked for. */
  readonly getSmallAreaTest: () => readonly SmallAreaLine[]
  /** Of the years from the jump-off on, MOST_YEARS of them. Throws a RangeError for a scenario that cannot be followed. */
  run(scenario?: Scenario): MunicipalRun
  /** The same, answering others between the years. Rejects as `run` throws. */
  runBetweenOthers(scenario?: Scenario): Promise<MunicipalRun>
}

/** What is projected of the municipalities, without how wrong that was before. */
export interface BaseProjection {
  readonly data: ProjectionData
  readonly prepared: PreparedMunicipalities
  readonly households: HouseholdRates | undefined
  readonly base: MunicipalRun
}

/** A fraction of the work of a forecast. Throws ProjectionError `projectionTablesMissing`. */
export const getBaseProjection: (statistics: Statistics) => Promise<BaseProjection> = memoize(makeBaseProjection)

/** Throws ProjectionError `projectionTablesMissing`. */
export const getForecast: (statistics: Statistics) => Promise<Forecast> = memoize(makeForecast)

async function makeBaseProjection(statistics: Statistics): Promise<BaseProjection> {
  const data = await readProjectionData(statistics)
  if ('missingTables' in data) throw new ProjectionError('projectionTablesMissing', data.missingTables.join(', '))
  const jumpOff = findLastYear(data)
  await pause()
  const prepared = prepareMunicipalities(data, jumpOff)
  await pause()
  const households = estimateHouseholdRates(prepared.data, jumpOff, prepared.base.people)
  return { data, prepared, households, base: await runBetweenOthers(prepared, households) }
}

async function makeForecast(statistics: Statistics): Promise<Forecast> {
  const { data, prepared, households, base } = await getBaseProjection(statistics)
  const { jumpOff } = prepared
  const projectPast = createPastProjections(data, await projectPastBeside(data, jumpOff))
  const getHistories = remember(() => readHistories(statistics, prepared))
  return {
    prepared,
    households,
    sizes: measureErrorSizes(data, projectPast, jumpOff),
    seriesSizes: measureSeries(data, projectPast, jumpOff),
    getSmallAreaSizes: remember(() => measureSmallAreaErrors(data, getHistories(), projectPast, jumpOff)),
    getSmallAreaTest: remember(() => testSmallAreas(data, getHistories(), projectPast, jumpOff)),
    backTest: runBackTest(data, projectPast),
    run: (scenario) => (scenario === undefined || scenario.length === 0 ? base : runMunicipalities(prepared, households, scenario)),
    runBetweenOthers: async (scenario) => (scenario === undefined || scenario.length === 0 ? base : runBetweenOthers(prepared, households, scenario)),
  }
}

function measureSeries(data: ProjectionData, projectPast: (jumpOff: number) => PastProjection, jumpOff: number): Forecast['seriesSizes'] {
  const measured = Object.entries(ERROR_SERIES).map(([id, series]) => [id, measureErrorSizes(data, projectPast, jumpOff, series)] as const)
  return Object.fromEntries(measured.filter(([, sizes]) => sizes !== undefined))
}

function readHistories(statistics: Statistics, { data, jumpOff }: PreparedMunicipalities): MunicipalHistory[] {
  const byMunicipality = new Map<AreaCode, Area[]>()
  for (const buurt of statistics.listAreas('neighbourhood')) {
    const code = buurt.parents.municipality
    if (code === undefined || !buurt.years.includes(jumpOff)) continue
    byMunicipality.set(code, [...(byMunicipality.get(code) ?? []), buurt])
  }
  return data.codes.flatMap((code, municipality) => {
    const buurten = byMunicipality.get(code)
    return buurten ? [{ municipality, history: readBuurtHistory(statistics, buurten), districts: buurten.map(({ parents }) => parents.district ?? '') }] : []
  })
}

function runMunicipalities(...task: Parameters<typeof startRun>): MunicipalRun {
  const { take, finish } = startRun(...task)
  while (take()) continue
  return finish()
}

async function runBetweenOthers(...task: Parameters<typeof startRun>): Promise<MunicipalRun> {
  const { take, finish } = startRun(...task)
  do await pause()
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
    finish: () => ({ years, changedCounts, getHeadshipRates: followHeadshipRates(prepared, households, shape, scenario) }),
  }
}

/** Rates under the scenario; what it changed was counted with the rest. */
function followHeadshipRates({ jumpOff }: PreparedMunicipalities, households: HouseholdRates | undefined, shape: ProjectionShape, scenario: Scenario = []): MunicipalRun['getHeadshipRates'] {
  const own = scenario.filter(({ input }) => input === 'headshipRates')
  if (households === undefined) return () => undefined
  if (own.length === 0) return (year, municipality) => getRatesOf(households, municipality, year - jumpOff)
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
