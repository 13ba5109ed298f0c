/** The people and household rates of a place, year by year: a municipality, what municipalities make up together, or a share of one. */
import type { Area, AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import type { MunicipalRun } from '#steps/explore/municipal-run.ts'
import { countKind, getRatesOf } from '#steps/explore/inputs/household-positions.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import { CELL_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'
import { readBuildingSigns, readBuurtHistory } from '#steps/explore/buurt-history.ts'
import { projectBuurten, type BuurtenTask } from '#steps/explore/scenario/project-buurten.ts'
import { takeOut } from '#steps/explore/scenario/small-effects.ts'
import { findMembers, findSmallAreaBase, type SmallAreaBase } from '#steps/explore/small-area-base.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'

/** Part of a place that has household rates of its own. */
export interface PlacePart {
  /** Position of the municipality it is, or lies in. */
  readonly municipality: number
  /** By sex and age, of each year. */
  readonly years: readonly Float64Array[]
  /** By kind of household: what the counted households of a small area are of those that the rates of its municipality give. */
  readonly householdFactors: readonly number[]
}

export interface ProjectedPlace {
  readonly level: 'region' | 'municipality' | 'smallArea'
  readonly parts: readonly PlacePart[]
}

const KIND_COLUMNS = ['onePersonHouseholds', 'householdsWithoutChildren', 'householdsWithChildren'] as const
/** Factors beyond these come from a handful of rounded households. */
const [LOWEST_FACTOR, HIGHEST_FACTOR] = [0.2, 5]

/** Throws ProjectionError `noProjectionForArea` for an area that is not there at the jump-off, or that nobody is known to live in. */
export function projectPlace(statistics: Statistics, forecast: Forecast, run: MunicipalRun, areas: readonly Area[], yearCount: number): ProjectedPlace {
  const parts = areas.flatMap((area) => findParts(statistics, forecast, run, area, yearCount))
  if (parts.length === 0) throw new ProjectionError('noProjectionForArea', areas.map(({ name, code }) => `${name} (${code})`).join(', '))
  const isSmall = areas.some(({ level }) => level === 'district' || level === 'neighbourhood')
  return { level: isSmall ? 'smallArea' : areas.length === 1 && areas[0]!.level === 'municipality' ? 'municipality' : 'region', parts }
}

function findParts(statistics: Statistics, forecast: Forecast, run: MunicipalRun, area: Area, yearCount: number): PlacePart[] {
  const { codes } = forecast.prepared.data
  if (area.level === 'district' || area.level === 'neighbourhood') return findSmallParts(statistics, forecast, run, area, yearCount)
  const inside = (code: AreaCode) => area.level === 'country' || code === area.code || statistics.findArea(code)?.parents[area.level] === area.code
  return codes.flatMap((code, municipality) => (inside(code) ? [{ municipality, years: takeYears(run, municipality, yearCount), householdFactors: [1, 1, 1] }] : []))
}

/** A projection as far as the people in it go. */
export type PeopleByYear = Pick<MunicipalRun, 'years' | 'effects'>

const takeYears = (run: PeopleByYear, municipality: number, yearCount: number): Float64Array[] =>
  run.years.slice(0, yearCount).map(({ people }) => people.subarray(municipality * CELL_COUNT, (municipality + 1) * CELL_COUNT))

/** The buurten of a municipality, and what their projection starts from; `projectBuurten` goes on from there. */
export interface GatheredBuurten {
  readonly base: SmallAreaBase
  readonly task: BuurtenTask
}

/** All buurten of the municipality are projected together, as they share it out. Undefined for a municipality of which none are known up to the jump-off. */
export function gatherBuurten(statistics: Statistics, { prepared }: Pick<Forecast, 'prepared'>, run: PeopleByYear, code: AreaCode, yearCount: number): GatheredBuurten | undefined {
  const base = findSmallAreaBase(statistics, prepared, code)
  if (base === undefined) return undefined
  const { municipality, buurten, baseShares } = base
  const effects = (run.effects ?? []).filter(({ target }) => target.municipality === municipality)
  const blocks = takeOut(takeYears(run, municipality, yearCount), effects)
  const signs = readBuildingSigns(readBuurtHistory(statistics, buurten), prepared.jumpOff)
  const inhabitants = addByMunicipality(baseShares.map((share, at) => share * blocks[0]![at % CELL_COUNT]!))
  const totals = projectSmallAreaTotals(inhabitants, signs, blocks.map(sum))
  return { base, task: { buurten, effects, years: { municipality: blocks, baseShares, totals, fertilityRates: prepared.fertility.getRates(prepared.jumpOff) } } }
}

/** Of all buurten of the municipality those that are asked for. */
function findSmallParts(statistics: Statistics, forecast: Forecast, run: MunicipalRun, area: Area, yearCount: number): PlacePart[] {
  const { prepared } = forecast
  const gathered = gatherBuurten(statistics, forecast, run, area.parents.municipality ?? '', yearCount)
  if (gathered === undefined) return []
  const { base } = gathered
  const { municipality, buurten, baseShares, read, lived } = base
  const years = projectBuurten(gathered.task)
  const counted = prepared.base.people.subarray(municipality * CELL_COUNT, (municipality + 1) * CELL_COUNT)
  return findMembers(base, area.code).flatMap((at) => {
    if (!lived[at]) return []
    const [first, last] = [at * CELL_COUNT, (at + 1) * CELL_COUNT]
    // Households were counted of who lived there, whatever a scenario makes of that.
    const people = counted.map((own, cell) => own * baseShares[first + cell]!)
    return [{ municipality, years: years.map((block) => block.subarray(first, last)), householdFactors: compareHouseholds(forecast, municipality, people, KIND_COLUMNS.map((id) => read(id, buurten[at]!))) }]
  })
}

function compareHouseholds({ households }: Forecast, municipality: number, people: Float64Array, counted: readonly number[]): number[] {
  if (households === undefined) return counted.map(() => 1)
  const rates = getRatesOf(households, municipality, 0)
  return counted.map((own, kind) => {
    const expected = countKind(people, rates, kind)
    return own >= 0 && expected > 0 ? Math.max(LOWEST_FACTOR, Math.min(HIGHEST_FACTOR, own / expected)) : 1
  })
}
