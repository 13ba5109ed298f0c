/** How births and deaths of each municipality compare with what rates of the country expect there. */
import { findMedianSlope } from '#engines/numeric/robust-line.ts'
import { shrinkRatios } from '#steps/explore/inputs/shrink-ratios.ts'
import type { NationalMortality } from '#steps/explore/inputs/national-mortality.ts'
import { AGE_COUNT, CELL_COUNT, addSexes, sum, type ProjectionData, type YearOfChange } from '#steps/explore/inputs/projection-data.ts'

/** Latest years that count for one municipality, and for the level of the country. In 2015–2020 births of three years told more of the next three than those of five did: cities have ever fewer. */
const [BIRTH_YEARS, DEATH_YEARS] = [3, 5]
const LEVEL_YEARS = 2
/** The country's fertility goes on as it went in so many years, each year by this much of the year before (a damped trend; Gardner & McKenzie 1985). */
const [TREND_YEARS, DAMPING] = [8, 0.8]

export interface FertilityFit {
  /** By age of the mother, adding up to 1. */
  readonly shares: Float64Array
  /** Logarithm of total fertility in the last year that is known, and its change a year, damped from there on. */
  readonly level: number
  readonly trend: number
  readonly lastYear: number
  /** By municipality: its rates are those of the country times this. */
  readonly ratios: Float64Array
  readonly boysPerGirl: number
}

export interface Fertility extends FertilityFit {
  /** Births a woman a year by age, of the country. */
  getRates(year: number): Float64Array
}

export function followFertility(fit: FertilityFit): Fertility {
  const getLevel = (year: number) => Math.exp(fit.level + (fit.trend * DAMPING * (1 - DAMPING ** (year - fit.lastYear))) / (1 - DAMPING))
  return { ...fit, getRates: (year) => fit.shares.map((share) => share * getLevel(year)) }
}

/**
 * The latest known shares by age of the mother, at the level of the latest years' births; a ratio for each municipality, drawn towards that of its region.
 * `people` is the population at the jump-off, a block a municipality. Throws a RangeError without births or ages of mothers.
 */
export function estimateFertility(data: ProjectionData, people: Float64Array): Fertility {
  const [shares, boysPerGirl] = [getLatest(data.maternalAges, 'shares of fertility by age'), getLatest(data.boysPerGirl, 'sex ratio at birth')]
  const weights = new Float64Array(CELL_COUNT)
  weights.set(shares)
  const years = listLatestYears(data.changes, BIRTH_YEARS)
  const expectedNow = expectByMunicipality(people, weights)
  return followFertility({ shares, ...findLevel(data, weights), ratios: compare(data, years, 'births', expectedNow), boysPerGirl })
}

/** Logarithm of total fertility in the latest years for which the ages of the country are known, and its change a year. */
function findLevel(data: ProjectionData, weights: Float64Array): { readonly level: number; readonly trend: number; readonly lastYear: number } {
  const known = [...data.changes.keys()].sort((a, b) => a - b).flatMap((year) => {
    const expected = expectForCountry(data, year, weights)
    return expected === undefined ? [] : [{ year, level: Math.log(sum(data.changes.get(year)!.births) / expected) }]
  })
  if (known.length === 0) throw new RangeError('fertility: no year before the jump-off has births and ages of the country')
  const latest = known.slice(-LEVEL_YEARS)
  const trended = known.slice(-TREND_YEARS)
  const trend = findMedianSlope(trended.map(({ year }) => year), trended.map(({ level }) => level))
  return { level: sum(latest.map(({ level }) => level)) / latest.length, trend, lastYear: latest.at(-1)!.year }
}

/** For each municipality, its deaths against those that the rates of the country give there, drawn towards the ratio of its region. */
export function estimateMortalityRatios(data: ProjectionData, people: Float64Array, mortality: NationalMortality): Float64Array {
  const years = listLatestYears(data.changes, DEATH_YEARS)
  return compare(data, years, 'deaths', expectByMunicipality(people, mortality.getRates(years.at(-1)!)))
}

/**
 * Observed over the years against expected, where both add up to the same for the country. What is expected of earlier years goes
 * with the number of inhabitants: their ages by municipality are not known for each year.
 */
function compare(data: ProjectionData, years: readonly number[], what: 'births' | 'deaths', expectedNow: Float64Array): Float64Array {
  const [observed, expected] = [new Float64Array(expectedNow.length), new Float64Array(expectedNow.length)]
  const latest = addSexes(data.sexes.get(years.at(-1)! + 1)!)
  for (const year of years) {
    const counts = data.changes.get(year)![what]
    const inhabitants = addSexes(data.sexes.get(year)!)
    const likely = expectedNow.map((own, at) => (own * inhabitants[at]!) / latest[at]!)
    const scale = sum(counts) / sum(likely)
    counts.forEach((count, at) => (observed[at]! += count))
    likely.forEach((own, at) => (expected[at]! += own * scale))
  }
  return shrinkRatios(observed, expected, data.regions)
}

export function expectByMunicipality(people: Float64Array, rates: ArrayLike<number>): Float64Array {
  const expected = new Float64Array(people.length / CELL_COUNT)
  for (let at = 0; at < people.length; at++) expected[Math.floor(at / CELL_COUNT)]! += people[at]! * rates[at % CELL_COUNT]!
  return expected
}

/** Of the mean population of a year; undefined where the ages of the country are not known at one of its ends. */
function expectForCountry({ nationalPopulation }: ProjectionData, year: number, weights: Float64Array): number | undefined {
  const [before, after] = [nationalPopulation.get(year), nationalPopulation.get(year + 1)]
  if (before === undefined || after === undefined) return undefined
  let total = 0
  for (let age = 0; age < AGE_COUNT; age++) total += ((before[age]! + after[age]!) / 2) * weights[age]!
  return total
}

export function listLatestYears(changes: ReadonlyMap<number, YearOfChange>, count: number): readonly number[] {
  const years = [...changes.keys()].sort((a, b) => a - b).slice(-count)
  if (years.length === 0) throw new RangeError('births, deaths and moves of municipalities are known for no year before the jump-off')
  return years
}

function getLatest<T>(figures: ReadonlyMap<number, T>, what: string): T {
  if (figures.size === 0) throw new RangeError(`${what}: known for no year before the jump-off`)
  return figures.get(Math.max(...figures.keys()))!
}
