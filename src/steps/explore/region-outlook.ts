/** The 20 regions of 2016: what was expected to happen, what has happened since, and what is expected now. */
import type { RegionOutlookAnswer, RegionProjection } from '#domain/answers/projection-answers.ts'
import type { NamedRegion } from '#domain/regions/named-region.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { ErrorSizes } from '#steps/explore/error-sizes.ts'
import { getForecast, type Forecast } from '#steps/explore/forecast.ts'
import type { MunicipalRun, MunicipalYear } from '#steps/explore/municipal-run.ts'
import { countAllKinds } from '#steps/explore/inputs/household-positions.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import { CELL_COUNT, addSexes, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { findChanceBelow, getPlaceDeviation, makeIntervals } from '#steps/explore/place-intervals.ts'
import { describeOutlook } from '#steps/explore/region-outlook-words.ts'
import { REGION_SET, listPartsIn } from '#steps/see/selection/region-parts.ts'

/** The definitions: percent from the jump-off to 2040. */
const TO = 2040
const LINES = { population: [-2.5, -12.5], households: [-2.5, -5] } as const

type Measure = keyof typeof LINES
/** Positions of municipalities, with the share of each that counts. */
type Parts = readonly { readonly at: number; readonly share: number }[]

/** One figure a municipality now and in 2040, as projected and with nobody gained from abroad; and how wrong such figures were. */
interface Outlook {
  readonly measure: Measure
  readonly now: Float64Array
  readonly later: Float64Array
  readonly withoutForeignGrowth: Float64Array
  readonly sizes: ErrorSizes | undefined
}

/** Throws ProjectionError `projectionTablesMissing`. */
export async function getRegionOutlook(statistics: Statistics, regions: readonly NamedRegion[] = REGION_SET.regions): Promise<RegionOutlookAnswer> {
  const forecast = await getForecast(statistics)
  const { data, jumpOff } = forecast.prepared
  const [population, households] = listOutlooks(forecast, await forecast.run(stopForeignGrowth(forecast)))
  const years = TO - jumpOff
  const everywhere = data.codes.map((_, at) => ({ at, share: 1 }))
  const placed = regions.map((region) => ({ region, parts: listPartsIn(region, jumpOff).map(({ code, share }) => ({ at: data.codes.indexOf(code), share })) }))
  const present = placed.filter(({ parts }) => parts.every(({ at }) => at >= 0))
  const project = (parts: Parts) => ({ population: describe(population!, parts, years), ...(households && { households: describe(households, parts, years) }) })
  const described = present.map(({ region: { id, name, kind }, parts }) => {
    const projected = project(parts)
    return { id, name, kind, estimated: parts.some(({ share }) => share < 1), past: describePast(data, parts, jumpOff), ...projected, meets: findDefinition(projected) }
  })
  const country = project(everywhere)
  return {
    version: statistics.version,
    name: REGION_SET.name,
    from: jumpOff,
    to: TO,
    country,
    regions: described,
    absent: placed.filter((own) => !present.includes(own)).map(({ region }) => region.id),
    remarks: describeOutlook(described, country, jumpOff, TO),
    sources: [...PROJECTION_TABLES],
  }
}

/** Inhabitants, and households where they are known. */
function listOutlooks(forecast: Forecast, { years: other }: MunicipalRun): Outlook[] {
  const { prepared: { jumpOff }, households } = forecast
  const { years: base, getHeadshipRates } = forecast.base
  const make = (measure: Measure, count: (year: MunicipalYear) => Float64Array, sizes: ErrorSizes | undefined): Outlook => ({
    measure, now: count(base[0]!), later: count(base[TO - jumpOff]!), withoutForeignGrowth: count(other[TO - jumpOff]!), sizes,
  })
  const countAll = ({ people, year }: MunicipalYear) =>
    Float64Array.from({ length: people.length / CELL_COUNT }, (_, at) => countAllKinds(people.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT), getHeadshipRates(year, at)!))
  return [make('population', ({ people }) => addByMunicipality(people), forecast.sizes), ...(households ? [make('households', countAll, forecast.seriesSizes.households)] : [])]
}

/** As many immigrants as the projection has emigrants at the jump-off, in the same places and at the same ages. */
function stopForeignGrowth({ prepared: { flows, level, jumpOff } }: Forecast): Scenario {
  const balanced = sum(flows.getImmigration(0))
  return Array.from({ length: TO - jumpOff }, (_, ahead) => {
    const [year, coming] = [jumpOff + ahead, sum(flows.getImmigration(level.getNational(jumpOff + ahead)))]
    return { input: 'immigrationCounts' as const, years: { from: year, to: year }, change: { multiplyBy: coming > 0 ? balanced / coming : 1 } }
  })
}

function describe({ measure, now, later, withoutForeignGrowth, sizes }: Outlook, parts: Parts, years: number): RegionProjection {
  const add = (figures: Float64Array) => sum(parts.map(({ at, share }) => share * figures[at]!))
  const [from, to] = [add(now), add(later)]
  const deviation = sizes && getPlaceDeviation(sizes, parts.map(({ at, share }) => share * now[at]!), years)
  const percent = (figure: number) => round(100 * (figure / from - 1))
  const interval = deviation === undefined ? undefined : makeIntervals([to], [deviation]).find((own) => own.percent === 80)!
  return {
    from: round(from),
    to: round(to),
    changePercent: percent(to),
    interval80: interval ? { lower: percent(interval.lower[0]!), upper: percent(interval.upper[0]!) } : null,
    chances: deviation === undefined ? [] : LINES[measure].map((changePercent) => ({ changePercent, chance: findChanceBelow(to, deviation, from * (1 + changePercent / 100)) })),
    withoutForeignGrowth: percent(add(withoutForeignGrowth)),
  }
}

/** From the first year that is known to the year of the plan, and from there to the jump-off. */
function describePast({ sexes, changes }: ProjectionData, parts: Parts, jumpOff: number): RegionOutlookAnswer['regions'][number]['past'] {
  const first = Math.min(...sexes.keys())
  const moments = [first, REGION_SET.year, jumpOff].filter((year, at, all) => year >= first && year <= jumpOff && all.indexOf(year) === at)
  const add = (figures: Float64Array) => sum(parts.map(({ at, share }) => share * figures[at]!))
  return moments.slice(1).map((to, at) => {
    const from = moments[at]!
    const years = Array.from({ length: to - from }, (_, ahead) => from + ahead)
    const [before, after] = [from, to].map((year) => add(addSexes(sexes.get(year)!))) as [number, number]
    const natural = sum(years.map((year) => add(changes.get(year)!.births) - add(changes.get(year)!.deaths)))
    const percent = (people: number) => round((100 * people) / before)
    return { from, to, changePercent: percent(after - before), naturalPercent: percent(natural), movesPercent: percent(after - before - natural) }
  })
}

function findDefinition({ population, households }: { readonly population: RegionProjection; readonly households?: RegionProjection }): 'shrinking' | 'anticipating' | 'none' {
  const [anticipating, shrinking] = LINES.population
  if (households !== undefined && population.changePercent <= shrinking && households.changePercent <= LINES.households[1]) return 'shrinking'
  return population.changePercent <= anticipating || (households !== undefined && households.changePercent <= LINES.households[0]) ? 'anticipating' : 'none'
}

const round = (value: number): number => Math.round(value * 100) / 100
