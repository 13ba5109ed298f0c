/** Death rates of the country by sex and single age, and how fast they fall: each from the data's own years. */
import { findMedian, findMedianSlope } from '#engines/numeric/robust-line.ts'
import { AGE_COUNT, CELL_COUNT, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** Years for the trend, and for the level: the median of three passes over one winter with many deaths. */
const TREND_YEARS = 20
const LEVEL_YEARS = 3
/** Years of COVID-19: they say nothing of how mortality falls. They do count for its level. */
const YEARS_WITHOUT_TREND: readonly number[] = [2020, 2021, 2022]
/** Ages on each side that one rate is taken over: below 50 few people die of one age. */
const [YOUNG_SPAN, OLD_SPAN] = [3, 1]
/** Slopes are means over this many ages on each side. */
const SLOPE_SPAN = 7

export interface MortalityFit {
  /** By sex and age: a(x) and b(x) below. */
  readonly level: Float64Array
  readonly slopes: Float64Array
  readonly firstYear: number
  readonly lastYear: number
}

export interface NationalMortality extends MortalityFit {
  /** Deaths a person-year by sex and age, in a year from the jump-off on (or before it). */
  getRates(year: number): Float64Array
}

export const followMortality = (fit: MortalityFit): NationalMortality => ({ ...fit, getRates: (year) => fit.level.map((own, cell) => Math.exp(own + fit.slopes[cell]! * (year - fit.lastYear))) })

/**
 * log m(x, t) = a(x) + b(x) · (t − T), with T the last year. b(x) is the median of the slopes between all pairs of years (Theil–Sen), averaged over
 * neighbouring ages and never above 0; a(x) is the median of the latest years as it is: carried on to T by the slope, deaths were
 * too few in every window of 2012–2018. With one usable year nothing falls; without any it throws a RangeError.
 */
export function estimateNationalMortality(data: ProjectionData): NationalMortality {
  const years = [...data.nationalDeaths.keys()].filter((year) => data.nationalPopulation.has(year) && data.nationalPopulation.has(year + 1)).sort((a, b) => a - b)
  const used = years.filter((year) => year > years.at(-1)! - TREND_YEARS)
  if (used.length === 0) throw new RangeError('death rates need a year with deaths, and population by age at both its ends')
  const rates = used.map((year) => measureLogRates(data, year))
  const trended = used.flatMap((year, at) => (YEARS_WITHOUT_TREND.includes(year) ? [] : [{ year, rates: rates[at]! }]))
  const slopes = smoothSlopes(Float64Array.from({ length: CELL_COUNT }, (_, cell) => findMedianSlope(trended.map(({ year }) => year), trended.map((own) => own.rates[cell]!))))
  const level = Float64Array.from({ length: CELL_COUNT }, (_, cell) => findMedian(rates.slice(-LEVEL_YEARS).map((row) => row[cell]!)))
  return followMortality({ level, slopes, firstYear: used[0]!, lastYear: used.at(-1)! })
}

/** At an age at which nobody lived in any of the ages taken together, more neighbours are taken until somebody did (a very small country). */
function measureLogRates(data: ProjectionData, year: number): Float64Array {
  const [before, after, deaths] = [data.nationalPopulation.get(year)!, data.nationalPopulation.get(year + 1)!, data.nationalDeaths.get(year)!]
  const lived = deaths.map((_, cell) => (before[cell]! + after[cell]!) / 2)
  return Float64Array.from({ length: CELL_COUNT }, (_, cell) => {
    const age = cell % AGE_COUNT
    const span = age === 0 ? 0 : age < 50 ? Math.min(YOUNG_SPAN, age - 1) : Math.min(OLD_SPAN, AGE_COUNT - 1 - age)
    for (let wider = span; wider < AGE_COUNT; wider++) {
      const [from, until] = [cell - Math.min(wider, age), cell + Math.min(wider, AGE_COUNT - 1 - age) + 1]
      const total = sum(lived.subarray(from, until))
      if (total > 0) return Math.log((0.5 + sum(deaths.subarray(from, until))) / total)
    }
    throw new RangeError(`death rates of ${year} need ${cell < AGE_COUNT ? 'women' : 'men'}, and there are none`)
  })
}

function smoothSlopes(slopes: Float64Array): Float64Array {
  return slopes.map((_, cell) => {
    const first = cell - (cell % AGE_COUNT)
    const [from, to] = [Math.max(first, cell - SLOPE_SPAN), Math.min(first + AGE_COUNT - 1, cell + SLOPE_SPAN)]
    let total = 0
    for (let near = from; near <= to; near++) total += slopes[near]!
    return Math.min(0, total / (to - from + 1))
  })
}
