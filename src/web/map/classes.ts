/** Dividing figures into classes for a map: about as many areas in each (quantiles), with zero as the middle where figures lie on both sides of it. */
import { getDivergingColours, getSequentialColours } from '#web/map/palette.ts'

export interface ValueClass {
  /** Lowest and highest figure of the class: low ≤ figure < high, and ≤ high for the last class. */
  readonly low: number
  readonly high: number
  /** The class holds one single figure. */
  readonly single: boolean
  /** The highest figure that is in it. */
  readonly highest: number
  readonly colour: string
  readonly count: number
}

export interface Classification {
  readonly classes: readonly ValueClass[]
  readonly diverging: boolean
}

const MOST_CLASSES = 7

/**
 * Classes of the figures, from low to high. `wanted` (2 to 7) is the number of classes aimed at; there are fewer where many figures are equal.
 * No figures give no classes. At most seven different figures get a class each.
 */
export function classify(values: readonly (number | null)[], wanted = 6): Classification {
  if (wanted < 2 || wanted > MOST_CLASSES) throw new RangeError(`2 to ${MOST_CLASSES} classes are possible, not ${wanted}`)
  const sorted = Float64Array.from(values.filter((value): value is number => value !== null && Number.isFinite(value))).sort()
  if (sorted.length === 0) return { classes: [], diverging: false }
  const firstAtLeastZero = sorted.findIndex((value) => value >= 0)
  const positives = firstAtLeastZero === -1 ? sorted.subarray(0, 0) : sorted.subarray(firstAtLeastZero)
  const negatives = sorted.subarray(0, sorted.length - positives.length)
  if (negatives.length > 0 && (positives.at(-1) ?? 0) > 0) {
    const below = divide(negatives, 3)
    const above = divide(positives, 3)
    const colours = getDivergingColours(below.length, above.length)
    return { classes: [...below, ...above].map((part, index) => ({ ...part, colour: colours[index] as string })), diverging: true }
  }
  const parts = divide(sorted, wanted)
  const colours = getSequentialColours(parts.length)
  return { classes: parts.map((part, index) => ({ ...part, colour: colours[index] as string })), diverging: false }
}

/** The class a figure falls in, undefined where it falls in none. */
export function findClass(classification: Classification, value: number): ValueClass | undefined {
  const { classes } = classification
  for (let index = classes.length - 1; index >= 0; index--) {
    const one = classes[index] as ValueClass
    if (value >= one.low) return value <= one.high ? one : undefined
  }
  return undefined
}

type Part = Omit<ValueClass, 'colour'>

function divide(sorted: Float64Array, wanted: number): Part[] {
  const distinct = listDistinct(sorted, wanted)
  const starts = distinct ?? listQuantiles(sorted, wanted)
  return starts.map((low, index) => {
    const next = starts[index + 1]
    const from = sorted.indexOf(low)
    const to = next === undefined ? sorted.length : sorted.indexOf(next)
    const single = sorted[from] === sorted[to - 1]
    return { low, high: single ? low : (next ?? (sorted.at(-1) as number)), single, highest: sorted[to - 1] as number, count: to - from }
  })
}

/** The different figures where there are no more than that many. */
function listDistinct(sorted: Float64Array, most: number): number[] | undefined {
  const distinct: number[] = []
  for (const value of sorted) {
    if (value === distinct.at(-1)) continue
    if (distinct.length === most) return undefined
    distinct.push(value)
  }
  return distinct
}

/**
 * First figures of at most `wanted` classes with about as many areas each. Equal figures stay together: what more areas have than fit in a class, such as
 * nought, is a class of its own, and the rest is divided evenly.
 */
function listQuantiles(sorted: Float64Array, wanted: number): number[] {
  const starts: number[] = []
  let from = 0
  for (let left = wanted; left > 0 && from < sorted.length; left--) {
    starts.push(sorted[from] as number)
    from = left === 1 ? sorted.length : findChange(sorted, from, from + Math.floor((sorted.length - from) / left))
  }
  return starts
}

/** The place nearest to `at`, and beyond `from`, where one figure ends and the next begins. */
function findChange(sorted: Float64Array, from: number, at: number): number {
  const value = sorted[at] as number
  const before = sorted.indexOf(value)
  const after = sorted.lastIndexOf(value) + 1
  return before > from && at - before <= after - at ? before : after
}
