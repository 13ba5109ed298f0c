/** How wrong a projection may be: measured on what the same program projected from earlier jump-offs, and what had come by the jump-off. */
import { findMedian } from '#engines/numeric/robust-line.ts'
import { sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { INHABITANTS, type ErrorSeries } from '#steps/explore/error-series.ts'
import { findFirstJumpOff, type PastProjection } from '#steps/explore/past-projections.ts'

/** Errors of a place of this many inhabitants are the measure; those of others are compared through a power of size. */
const REFERENCE_INHABITANTS = 30_000
/** Half a normal distribution's 80 percent: the 0.9 quantile. Sizes are taken there, since the tails are heavier than normal. */
export const Z80 = 1.2815515655446004
/** With fewer outcomes than so many years ahead, nothing is said. */
const FEWEST_WINDOWS = 2

/** Variance of a logarithm h years ahead: shocks · h + lasting · h². */
interface Growth {
  readonly shocks: number
  readonly lasting: number
}

export interface ErrorSizes {
  readonly national: Growth
  /** Of an area of 30,000 inhabitants, beside the country. */
  readonly own: Growth
  /** Errors go with inhabitants to this power, at most 0. */
  readonly sizePower: number
  /** First and last jump-off of the windows, and the furthest horizon that was seen. */
  readonly windows: { readonly from: number; readonly to: number; readonly furthest: number; readonly count: number }
}

export interface PastError {
  readonly jumpOff: number
  readonly horizon: number
  /** log(counted ÷ projected) of each area, and of all together. */
  readonly own: Float64Array
  readonly national: number
  readonly inhabitants: Float64Array
}

/** Undefined where too few projections had come out by `jumpOff`. Looks at nothing after it. */
export const measureErrorSizes = (data: ProjectionData, projectPast: (jumpOff: number) => PastProjection, jumpOff: number, series = INHABITANTS): ErrorSizes | undefined =>
  fitErrorSizes(listErrors(data, projectPast, jumpOff, series))

/** Undefined with fewer than two jump-offs. */
export function fitErrorSizes(errors: readonly PastError[]): ErrorSizes | undefined {
  const jumpOffs = [...new Set(errors.map((error) => error.jumpOff))]
  if (jumpOffs.length < FEWEST_WINDOWS) return undefined
  const horizons = [...new Set(errors.map(({ horizon }) => horizon))]
  const sizePower = estimateSizePower(errors)
  const scale = (inhabitants: number) => (inhabitants / REFERENCE_INHABITANTS) ** sizePower
  const own = horizons.map((horizon) => {
    const all = errors.filter((error) => error.horizon === horizon).flatMap((error) => [...error.own].map((size, at) => Math.abs(size - error.national) / scale(error.inhabitants[at]!)))
    return { horizon, variance: (takeQuantile(all, 0.8) / Z80) ** 2, weight: all.length }
  })
  const national = horizons.map((horizon) => {
    const all = errors.filter((error) => error.horizon === horizon)
    return { horizon, variance: sum(all.map((error) => error.national ** 2)) / all.length, weight: all.length }
  })
  return {
    national: fitGrowth(national),
    own: fitGrowth(own),
    sizePower,
    windows: { from: Math.min(...jumpOffs), to: Math.max(...jumpOffs), furthest: Math.max(...horizons), count: errors.length },
  }
}

/** Standard deviation of the logarithm of the inhabitants of a municipality, some years ahead. */
export function getDeviation(sizes: ErrorSizes, inhabitants: number, years: number): number {
  const grow = ({ shocks, lasting }: Growth) => shocks * years + lasting * years * years
  return Math.sqrt(grow(sizes.national) + grow(sizes.own) * (Math.max(1, inhabitants) / REFERENCE_INHABITANTS) ** (2 * sizes.sizePower))
}

/** Deviations of yearly growth: of shocks and of what lasts, of an area beside the country; of the country itself for infinitely many inhabitants. */
export function getGrowthDeviations({ national, own, sizePower }: ErrorSizes, inhabitants: number): { readonly shocks: number; readonly lasting: number } {
  const scale = (Math.max(1, inhabitants) / REFERENCE_INHABITANTS) ** sizePower
  if (inhabitants === Infinity) return { shocks: Math.sqrt(national.shocks), lasting: Math.sqrt(national.lasting) }
  return { shocks: scale * Math.sqrt(own.shocks), lasting: scale * Math.sqrt(own.lasting) }
}

function listErrors(data: ProjectionData, projectPast: (jumpOff: number) => PastProjection, until: number, { project, count }: ErrorSeries): PastError[] {
  const errors: PastError[] = []
  // The first jump-off knew one year only: its errors say nothing of a projection that knows more.
  for (let jumpOff = findFirstJumpOff(data) + 1; jumpOff < until; jumpOff++) {
    const past = projectPast(jumpOff)
    const inhabitants = project(past, 0)
    for (let horizon = 1; inhabitants !== undefined && jumpOff + horizon <= until; horizon++) {
      const [projected, counted] = [project(past, horizon), count(data, jumpOff + horizon)]
      if (projected === undefined || counted === undefined) continue
      errors.push({ jumpOff, horizon, own: counted.map((people, at) => Math.log(people / projected[at]!)), national: Math.log(sum(counted) / sum(projected)), inhabitants })
    }
  }
  return errors
}

/** Slope of log |error| on log inhabitants, all horizons together; between −0.5, which chance alone would give, and 0. */
function estimateSizePower(errors: readonly PastError[]): number {
  let [xx, xy] = [0, 0]
  for (const { own, national, inhabitants } of errors) {
    const [x, y] = [inhabitants.map(Math.log), own.map((size) => Math.log(Math.abs(size - national) + 1e-5))]
    const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length]
    x.forEach((own, at) => {
      xx += (own - meanX) ** 2
      xy += (own - meanX) * (y[at]! - meanY)
    })
  }
  return xx === 0 ? 0 : Math.max(-0.5, Math.min(0, xy / xx))
}

/** Least squares of variance ÷ h on 1 and h, both parts at least 0: short horizons, of which most is known, count as much as long ones. */
function fitGrowth(points: readonly { readonly horizon: number; readonly variance: number; readonly weight: number }[]): Growth {
  const total = sum(points.map(({ weight }) => weight))
  const mean = (take: (point: (typeof points)[number]) => number) => sum(points.map((point) => point.weight * take(point))) / total
  const [x, y] = [mean(({ horizon }) => horizon), mean(({ horizon, variance }) => variance / horizon)]
  const spread = mean(({ horizon }) => (horizon - x) ** 2)
  const slope = spread === 0 ? 0 : mean(({ horizon, variance }) => (horizon - x) * (variance / horizon - y)) / spread
  if (slope <= 0) return { shocks: y, lasting: 0 }
  if (y - slope * x < 0) return { shocks: 0, lasting: mean(({ variance }) => variance) / mean(({ horizon }) => horizon ** 2) }
  return { shocks: y - slope * x, lasting: slope }
}

function takeQuantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted.length === 0 ? findMedian(sorted) : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}
