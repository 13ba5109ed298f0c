/** How much every municipality is expected to change, for a map. */
import type { ProjectedChangeAnswer } from '#domain/answers/projection-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { DEMAND_AGES } from '#steps/explore/demand-ages.ts'
import { getForecast, type Forecast } from '#steps/explore/forecast.ts'
import type { MunicipalYear } from '#steps/explore/municipal-run.ts'
import { countAllKinds } from '#steps/explore/inputs/household-positions.ts'
import { AGE_COUNT, CELL_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { listProjectionSources } from '#steps/explore/inputs/projection-tables.ts'
import { SeeError } from '#steps/see/problems.ts'

type ChangeMeasure = ProjectedChangeAnswer['measure']

/** Throws ProjectionError `projectionTablesMissing`; SeeError `noSuchYear` for a year that is not projected. */
export async function getProjectedChange(statistics: Statistics, measure: ChangeMeasure, to: number): Promise<ProjectedChangeAnswer> {
  const forecast = await getForecast(statistics)
  const { codes } = forecast.prepared.data
  const [first, ...later] = forecast.base.years
  const last = later.find(({ year }) => year === to)
  if (first === undefined || last === undefined) throw new SeeError('noSuchYear', String(to))
  const count = makeCounter(forecast, measure)
  const measureAll = ({ people, year }: MunicipalYear) => codes.map((_, at) => count && round(count(people.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT), at, year)))
  const [before, after] = [measureAll(first), measureAll(last)]
  return {
    version: statistics.version,
    measure,
    level: 'municipality',
    from: first.year,
    to,
    years: later.map(({ year }) => year),
    codes: [...codes],
    names: codes.map((code) => statistics.findArea(code)?.name ?? code),
    before: before.map((own) => own ?? null),
    after: after.map((own) => own ?? null),
    changePercent: after.map((own, at) => (own === undefined || !(before[at]! > 0) ? null : round((100 * (own - before[at]!)) / before[at]!))),
    sources: listProjectionSources(statistics),
  }
}

/** Undefined where households are not known. */
function makeCounter({ households, base }: Forecast, measure: ChangeMeasure): ((people: Float64Array, municipality: number, year: number) => number) | undefined {
  if (measure === 'population') return sum
  if (measure === 'people65Plus') return (people) => people.reduce((total, own, cell) => (cell % AGE_COUNT >= DEMAND_AGES.people65Plus[0] ? total + own : total), 0)
  return households && ((people, municipality, year) => countAllKinds(people, base.getHeadshipRates(year, municipality)!))
}

const round = (value: number): number => Math.round(value * 100) / 100
