/** Explore: the projected population and households of a place, under a scenario. */
import type { Area } from '#domain/area.ts'
import { DEMANDS, type BackTestAnswer, type ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast, type Forecast } from '#steps/explore/forecast.ts'
import { MOST_YEARS, type MunicipalRun } from '#steps/explore/municipal-run.ts'
import { DEMAND_AGES } from '#steps/explore/demand-ages.ts'
import type { DrawControl } from '#steps/explore/draws/draw-municipalities.ts'
import { drawPlace } from '#steps/explore/draws/draw-place.ts'
import { AGE_COUNT, CELL_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { listProjectionSources } from '#steps/explore/inputs/projection-tables.ts'
import { getPlaceDeviation, getSmallPlaceDeviation, makeIntervals } from '#steps/explore/place-intervals.ts'
import { projectPlace, type ProjectedPlace } from '#steps/explore/projected-place.ts'
import { addUpParts, countPlaceHouseholds, type PartHouseholds } from '#steps/explore/place-households.ts'
import { listChances } from '#steps/explore/place-chances.ts'
import { listFigureIntervals, measureFigures } from '#steps/explore/figure-intervals.ts'
import { findSizeLine } from '#steps/explore/small-area-back-test.ts'
import { describeProjection, NO_DRAWS } from '#steps/explore/projection-words.ts'
import { describeChanges } from '#steps/explore/scenario/describe-changes.ts'
import { runScenario } from '#steps/explore/scenario/run-scenario.ts'
import { listPatches, planScenario } from '#steps/explore/scenario/scenario-plan.ts'
import { describeEmptyScenario, describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'

export interface ProjectionQuestion {
  readonly id: string
  readonly name: string
  readonly areas: readonly Area[]
  /** Years ahead, 1 to MOST_YEARS. */
  readonly years: number
  readonly scenario?: ScenarioDocument
  /** Trajectories; 0 for intervals of inhabitants only. */
  readonly draws?: number
  /** Whole number from 0; the same gives the same. */
  readonly seed?: number
}

export const DEFAULT_SEED = 2024
export const MOST_DRAWS = 5000

/** Throws ProjectionError. */
export async function projectArea(statistics: Statistics, question: ProjectionQuestion, control?: DrawControl): Promise<ProjectionAnswer> {
  const forecast = await getForecast(statistics)
  const { scenario } = question
  const plan = scenario && planScenario(statistics, forecast, scenario)
  const run = plan ? await runScenario(forecast, plan) : forecast.base
  const yearCount = Math.max(1, Math.min(MOST_YEARS, question.years)) + 1
  const changes = scenario ? describeChanges(statistics, scenario, run.changedCounts) : []
  const place = projectPlace(statistics, forecast, run, question.areas, yearCount)
  const years = run.years.slice(0, yearCount).map(({ year }) => year)
  const pyramids = years.map((year, at) => ({ year, people: addParts(place, at) }))
  const projected = pyramids.map(({ people }) => sum(people))
  const deviations = measureDeviations(forecast, place, years.length)
  const counted = await countPlaceHouseholds(place, years, run.getHeadshipRates)
  const figures = measureFigures(forecast, place, counted, deviations)
  const households = counted && describeHouseholds(counted)
  const drawn = await drawPlace(forecast, place, { years: yearCount - 1, draws: question.draws ?? 0, seed: question.seed ?? DEFAULT_SEED, scenario: plan && listPatches(plan) }, control)
  const change = place.level === 'smallArea' ? undefined : addChange(run, place, yearCount)
  return {
    version: statistics.version,
    id: question.id,
    name: question.name,
    areas: question.areas.map(({ code, name, level }) => ({ code, name, level })),
    level: place.level,
    jumpOff: forecast.prepared.jumpOff,
    years,
    population: { projected: projected.map(round), intervals: forecast.sizes ? roundIntervals(makeIntervals(projected, deviations)) : [] },
    pyramids: pyramids.map(({ year, people }) => ({ year, women: [...people.subarray(0, AGE_COUNT)].map(round), men: [...people.subarray(AGE_COUNT)].map(round) })),
    ...(households && { households: households.kinds }),
    indicators: describeAges(pyramids.map(({ people }) => people)),
    demand: DEMANDS.flatMap((id) => describeDemand(id, pyramids.map(({ people }) => people), households?.alone75Plus)),
    intervals: listFigureIntervals(figures),
    ...(change && { change }),
    ...(drawn && { draws: drawn.draws }),
    thresholds: [...(drawn?.thresholds ?? []), ...(forecast.sizes ? listChances(years, [{ id: 'population', projected, deviations }, ...figures], place.level, drawn !== undefined) : [])],
    backTest: listPast(forecast, statistics, question.areas),
    ...findSmallAreaTest(forecast, place, question.areas, projected[0]!),
    ...(scenario && { scenario: { name: scenario.name, changedFigures: [...run.changedCounts], changes } }),
    remarks: [...describeProjection(forecast, place, changes, drawn !== undefined), ...(question.draws && place.level === 'smallArea' ? [NO_DRAWS] : []), ...(scenario ? [...describeEmptyScenario(scenario), ...describeUnusedParts(scenario, 'projection')] : [])],
    findings: forecast.prepared.data.findings.map(({ severity, code, resource, message }) => ({ severity, code, resource, message })),
    sources: listProjectionSources(statistics),
  }
}

/** Throws ProjectionError. */
export async function getBackTest(statistics: Statistics): Promise<BackTestAnswer> {
  const { prepared, backTest, smallAreaTest, sizes } = await getForecast(statistics)
  return { version: statistics.version, municipalities: prepared.data.codes.length, lines: [...backTest.lines], smallAreas: [...smallAreaTest], errorSizes: sizes ?? null }
}

/** Standard deviations of the logarithm of the inhabitants, by year. */
function measureDeviations({ sizes, smallAreaSizes, prepared }: Forecast, { level, parts }: ProjectedPlace, yearCount: number): number[] {
  const inhabitants = parts.map(({ years: [base] }) => sum(base!))
  const small = level === 'smallArea' ? smallAreaSizes : undefined
  const municipality = sum(prepared.base.people.subarray(parts[0]!.municipality * CELL_COUNT, (parts[0]!.municipality + 1) * CELL_COUNT))
  return Array.from({ length: yearCount }, (_, ahead) => {
    if (sizes === undefined) return 0
    return small ? getSmallPlaceDeviation(sizes, small, municipality, inhabitants, ahead) : getPlaceDeviation(sizes, inhabitants, ahead)
  })
}

function addParts({ parts }: ProjectedPlace, year: number): Float64Array {
  const people = new Float64Array(CELL_COUNT)
  for (const { years } of parts) years[year]!.forEach((own, cell) => (people[cell]! += own))
  return people
}

function describeHouseholds(parts: readonly PartHouseholds[]) {
  const take = (kind: number) => addUpParts(parts, ({ kinds }, year) => kinds[year]![kind]!).map(round)
  return {
    kinds: { total: addUpParts(parts, ({ kinds }, year) => sum(kinds[year]!)).map(round), onePerson: take(0), withoutChildren: take(1), withChildren: take(2) },
    alone75Plus: addUpParts(parts, ({ alone75Plus }, year) => alone75Plus[year]!).map(round),
  }
}

const countAges = (people: Float64Array, from: number, to: number): number => {
  let total = 0
  for (let age = from; age <= to; age++) total += people[age]! + people[AGE_COUNT + age]!
  return total
}

function describeAges(pyramids: readonly Float64Array[]): ProjectionAnswer['indicators'] {
  const pressure = (from: number, to: number) => pyramids.map((people) => round((100 * countAges(people, from, to)) / Math.max(1e-9, countAges(people, 15, 64))))
  return { greyPressure: pressure(65, AGE_COUNT - 1), greenPressure: pressure(0, 14) }
}

function describeDemand(id: (typeof DEMANDS)[number], pyramids: readonly Float64Array[], alone: readonly number[] | undefined): ProjectionAnswer['demand'] {
  if (id === 'alone75Plus') return alone ? [{ id, values: [...alone] }] : []
  const [from, to] = DEMAND_AGES[id]
  return [{ id, values: pyramids.map((people) => round(countAges(people, from, to))) }]
}

function addChange(run: MunicipalRun, { parts }: ProjectedPlace, yearCount: number): NonNullable<ProjectionAnswer['change']> {
  const add = (what: 'births' | 'deaths' | 'netMigration') =>
    run.years.slice(0, yearCount).map(({ change }) => round(parts.reduce((total, { municipality }) => total + (change?.[what][municipality] ?? 0), 0)))
  return { births: add('births'), deaths: add('deaths'), netMigration: add('netMigration') }
}

/** Of the municipality that the place is or lies in; none for places of several. */
function listPast({ prepared, backTest }: Forecast, statistics: Statistics, areas: readonly Area[]): ProjectionAnswer['backTest'] {
  const codes = new Set(areas.map((area) => (area.level === 'municipality' ? area.code : (statistics.findArea(area.code)?.parents.municipality ?? ''))))
  const position = codes.size === 1 ? prepared.data.codes.indexOf([...codes][0]!) : -1
  return position < 0 ? [] : [...backTest.outcomes[position]!]
}

function findSmallAreaTest({ smallAreaTest }: Forecast, { level }: ProjectedPlace, areas: readonly Area[], inhabitants: number): Pick<ProjectionAnswer, 'smallAreaTest'> {
  if (level !== 'smallArea') return {}
  const line = findSizeLine(smallAreaTest, areas.some((area) => area.level === 'district') ? 'district' : 'neighbourhood', inhabitants)
  return line ? { smallAreaTest: line } : {}
}

const round = (value: number): number => Math.round(value * 100) / 100
const roundIntervals = (intervals: ReturnType<typeof makeIntervals>) => intervals.map(({ percent, lower, upper }) => ({ percent, lower: lower.map(round), upper: upper.map(round) }))
