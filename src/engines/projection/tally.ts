/** Trajectories counted in classes: from these come the intervals. Whole numbers, so that any order of adding gives the same. */
import { getPlace } from '#engines/projection/batch.ts'
import type { Batch } from '#engines/projection/batch.ts'
import { countPlaces } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'

/** Of a series; each some twelfth of the standard deviation of its draws. */
export const CLASSES = 128
/** The first batch may not reach as far as the others: three quarters as much on both sides. */
const MARGIN = 0.75

/** Shares of trajectories below the bounds of the intervals of 95, 80 and 50 per cent, and below the median. */
export const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const

/** For every series (an outcome of a place in a year) where its classes begin and how many there are to a unit; 0 where all draws are the same. */
export interface OutcomeRanges {
  readonly lows: Float32Array
  readonly classesPerUnit: Float32Array
}

export interface Tally {
  /** A block of classes a series: how many trajectories. */
  readonly counts: Uint16Array
  /** A block of places a threshold: how many trajectories are below. */
  readonly below: Uint32Array
}

export function makeRanges({ results, drawCount, seriesCount }: Batch): OutcomeRanges {
  const [lows, classesPerUnit] = [new Float32Array(seriesCount), new Float32Array(seriesCount)]
  for (let series = 0; series < seriesCount; series++) {
    let [low, high] = [Infinity, -Infinity]
    for (let draw = 0; draw < drawCount; draw++) {
      const result = results[getPlace(seriesCount, series, draw)]!
      if (result < low) low = result
      if (result > high) high = result
    }
    const margin = MARGIN * (high - low)
    lows[series] = low - margin
    classesPerUnit[series] = margin > 0 ? CLASSES / (high - low + 2 * margin) : 0
  }
  return { lows, classesPerUnit }
}

/** The bound of every threshold in every place; a share of the base year counts from what the place has there. */
export function listBounds(task: TrajectoryTask, { results, seriesCount }: Batch): Float64Array {
  const { outcomes, thresholds } = task
  const getBase = (place: number, outcome: number) => results[getPlace(seriesCount, place * outcomes.length + outcome, 0)]!
  return Float64Array.from(thresholds.flatMap(({ outcome, below }) =>
    Array.from({ length: countPlaces(task) }, (_, place) => ('count' in below ? below.count : below.shareOfBase * getBase(place, outcome)))))
}

/** Adds to the tally how many draws of the batch are below each bound. */
export function countBelow(task: TrajectoryTask, { results, drawCount, seriesCount }: Batch, bounds: Float64Array, { below }: Tally): void {
  const { shape, outcomes, thresholds, baseYear } = task
  const placeCount = countPlaces(task)
  for (const [at, { outcome, year }] of thresholds.entries()) {
    const step = (year - baseYear) / shape.stepYears
    for (let place = 0; place < placeCount; place++) {
      const series = (step * placeCount + place) * outcomes.length + outcome
      const bound = at * placeCount + place
      for (let draw = 0; draw < drawCount; draw++) if (results[getPlace(seriesCount, series, draw)]! < bounds[bound]!) below[bound]!++
    }
  }
}

export interface TrajectorySummary {
  /** The base year first. */
  readonly years: readonly number[]
  /** For each of `QUANTILES`, a figure a series: years outermost, then places (areas, then groups), outcomes innermost. */
  readonly quantiles: readonly Float32Array[]
  /** A block of places a threshold: the share of trajectories below. */
  readonly chances: Float64Array
}

/** Figures of `QUANTILES` for the series from `from` to before `until`, from the tallies of all trajectories of a task. */
export function findQuantiles(drawCount: number, { lows, classesPerUnit }: OutcomeRanges, tallies: readonly Pick<Tally, 'counts'>[], from: number, until: number): Float32Array[] {
  const quantiles = QUANTILES.map(() => new Float32Array(until - from))
  const own = new Uint32Array(CLASSES)
  for (let series = from; series < until; series++) {
    addUp(tallies, series * CLASSES, own)
    const width = classesPerUnit[series]! > 0 ? 1 / classesPerUnit[series]! : 0
    let [at, before] = [0, 0]
    for (let quantile = 0; quantile < QUANTILES.length; quantile++) {
      const rank = QUANTILES[quantile]! * (drawCount - 1)
      while (before + own[at]! <= rank) before += own[at++]!
      // Draws lie evenly within their class.
      quantiles[quantile]![series - from] = lows[series]! + (at + Math.min(1, (rank - before + 0.5) / own[at]!)) * width
    }
  }
  return quantiles
}

/** The classes of one series. */
function addUp(tallies: readonly Pick<Tally, 'counts'>[], first: number, own: Uint32Array): void {
  own.fill(0)
  for (let tally = 0; tally < tallies.length; tally++) {
    const { counts } = tallies[tally]!
    for (let at = 0; at < CLASSES; at++) own[at]! += counts[first + at]!
  }
}

/** The share of trajectories below each threshold, from the tallies of all trajectories of a task. */
export function findChances(drawCount: number, tallies: readonly Pick<Tally, 'below'>[]): Float64Array {
  return Float64Array.from(tallies[0]!.below, (_, at) => tallies.reduce((sum, { below }) => sum + below[at]!, 0) / drawCount)
}
