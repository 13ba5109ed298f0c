/** How wrong the projection would have been, beside two ways to guess that need no model. Method and outcome: docs/methods/back-test.md. */
import { findMedian } from '#engines/numeric/robust-line.ts'
import { getDeviation, measureErrorSizes, Z80 } from '#steps/explore/error-sizes.ts'
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { ERROR_SERIES, INHABITANTS, type ErrorSeries } from '#steps/explore/error-series.ts'
import { createPastProjections, findFirstJumpOff, findLastYear, getCounted, type PastProjection } from '#steps/explore/past-projections.ts'

/** Jump-offs that are shown, where the data reach back to them; the first possible one always. From the last one there were errors of ages and households to make intervals from. */
const JUMP_OFFS = [2016, 2021, 2023] as const
/** A place is told of no shorter ones. */
const FEWEST_YEARS_OF_PLACE = 3
/** Years of growth that the second guess goes on with, where as many are known. */
const GROWTH_YEARS = 5
const LARGEST_BY_CLASS = [15_000, 25_000, 50_000, 100_000, Infinity] as const

export type BackTestMeasure = 'population' | keyof typeof ERROR_SERIES

/** One municipality, or all of a class together. Errors are projected ÷ counted − 1, in percent. */
export interface BackTestLine {
  readonly jumpOff: number
  readonly year: number
  readonly measure: BackTestMeasure
  /** Inhabitants at the jump-off: from, and up to but not including (null: no end). */
  readonly inhabitants: { readonly from: number; readonly until: number | null }
  readonly municipalities: number
  readonly medianAbsoluteError: number
  readonly medianError: number
  /** Share of outcomes in the 80 percent interval; null where no interval could be made. */
  readonly within80: number | null
  /** The median absolute error of the two guesses; null where the years for it are not known. */
  readonly noChange: number
  readonly constantGrowth: number | null
}

export interface BackTestOutcome {
  readonly jumpOff: number
  readonly year: number
  readonly measure: BackTestMeasure
  readonly projected: number
  readonly counted: number
  readonly lower80?: number
  readonly upper80?: number
}

export interface BackTest {
  readonly lines: readonly BackTestLine[]
  /** By municipality, in the order of the data. */
  readonly outcomes: readonly (readonly BackTestOutcome[])[]
}

/** One measure of all municipalities from a jump-off to a year. */
interface Comparison {
  readonly jumpOff: number
  readonly year: number
  readonly measure: BackTestMeasure
  readonly inhabitants: Float64Array
  readonly projected: Float64Array
  readonly counted: Float64Array
  /** Standard deviation of the logarithm. */
  readonly deviations?: Float64Array
  readonly noChange: Float64Array
  readonly constantGrowth?: Float64Array
}

export function runBackTest(data: ProjectionData, projectPast: (jumpOff: number) => PastProjection = createPastProjections(data)): BackTest {
  const [first, last] = [findFirstJumpOff(data), findLastYear(data)]
  const jumpOffs = [first, ...JUMP_OFFS.filter((jumpOff) => jumpOff > first && jumpOff < last)]
  const comparisons = jumpOffs.flatMap((jumpOff) => [...compareTotals(data, projectPast, jumpOff, last), ...compareSeries(data, projectPast, jumpOff, last)])
  return {
    lines: comparisons.flatMap(summarise),
    outcomes: data.codes.map((_, at) => comparisons.filter(({ jumpOff }) => last - jumpOff >= FEWEST_YEARS_OF_PLACE).map((comparison) => describeOutcome(comparison, at))),
  }
}

function compareTotals(data: ProjectionData, projectPast: (jumpOff: number) => PastProjection, jumpOff: number, last: number): Comparison[] {
  const { population } = projectPast(jumpOff)
  const sizes = measureErrorSizes(data, projectPast, jumpOff, INHABITANTS)
  const inhabitants = getCounted(data, jumpOff)
  const years = Math.min(GROWTH_YEARS, jumpOff - Math.min(...data.sexes.keys()))
  return population.slice(1).flatMap((projected, at) => {
    const horizon = at + 1
    if (jumpOff + horizon > last) return []
    const earlier = getCounted(data, jumpOff - years)
    return [{
      jumpOff,
      year: jumpOff + horizon,
      measure: 'population' as const,
      inhabitants,
      projected,
      counted: getCounted(data, jumpOff + horizon),
      ...(sizes && { deviations: inhabitants.map((people) => getDeviation(sizes, people, horizon)) }),
      noChange: inhabitants,
      constantGrowth: inhabitants.map((people, own) => people * (people / earlier[own]!) ** (horizon / years)),
    }]
  })
}

/** Ages and households, where they were known at the jump-off. The change of the year before is the growth to go on with. */
function compareSeries(data: ProjectionData, projectPast: (jumpOff: number) => PastProjection, jumpOff: number, last: number): Comparison[] {
  const inhabitants = getCounted(data, jumpOff)
  return Object.entries(ERROR_SERIES).flatMap(([id, series]: [string, ErrorSeries]): Comparison[] => {
    const noChange = series.project(projectPast(jumpOff), 0)
    if (noChange === undefined) return []
    const before = series.count(data, jumpOff - 1)
    const sizes = measureErrorSizes(data, projectPast, jumpOff, series)
    return Array.from({ length: last - jumpOff }, (_, at) => at + 1).flatMap((horizon) => {
      const [projected, counted] = [series.project(projectPast(jumpOff), horizon), series.count(data, jumpOff + horizon)]
      if (projected === undefined || counted === undefined) return []
      return [{
        jumpOff,
        year: jumpOff + horizon,
        measure: id as BackTestMeasure,
        inhabitants,
        projected,
        counted,
        noChange,
        ...(sizes && { deviations: noChange.map((own) => getDeviation(sizes, own, horizon)) }),
        ...(before && { constantGrowth: noChange.map((own, place) => own * (own / before[place]!) ** horizon) }),
      }]
    })
  })
}

function summarise(comparison: Comparison): BackTestLine[] {
  const classes = [{ from: 0, until: Infinity }, ...LARGEST_BY_CLASS.map((until, at) => ({ from: LARGEST_BY_CLASS[at - 1] ?? 0, until }))]
  return classes.flatMap(({ from, until }) => {
    const members = [...comparison.inhabitants.keys()].filter((at) => comparison.inhabitants[at]! >= from && comparison.inhabitants[at]! < until)
    return members.length === 0 ? [] : [summariseClass(comparison, members, { from, until: until === Infinity ? null : until })]
  })
}

function summariseClass(comparison: Comparison, members: readonly number[], inhabitants: BackTestLine['inhabitants']): BackTestLine {
  const { jumpOff, year, measure, projected, counted, deviations, noChange, constantGrowth } = comparison
  const errors = (guess: Float64Array) => members.map((at) => 100 * (guess[at]! / counted[at]! - 1))
  const medianAbsolute = (guess: Float64Array) => findMedian(errors(guess).map(Math.abs))
  const inside = deviations && members.filter((at) => Math.abs(Math.log(counted[at]! / projected[at]!)) <= Z80 * deviations[at]!)
  return {
    jumpOff,
    year,
    measure,
    inhabitants,
    municipalities: members.length,
    medianAbsoluteError: medianAbsolute(projected),
    medianError: findMedian(errors(projected)),
    within80: inside ? inside.length / members.length : null,
    noChange: medianAbsolute(noChange),
    constantGrowth: constantGrowth ? medianAbsolute(constantGrowth) : null,
  }
}

function describeOutcome({ jumpOff, year, measure, projected, counted, deviations }: Comparison, at: number): BackTestOutcome {
  const width = deviations && Math.exp(Z80 * deviations[at]!)
  return { jumpOff, year, measure, projected: projected[at]!, counted: counted[at]!, ...(width && { lower80: projected[at]! / width, upper80: projected[at]! * width }) }
}
