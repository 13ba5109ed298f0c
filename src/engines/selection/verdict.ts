/** Yes, no, or not known: the logic of Kleene (1952), in which what is missing is never taken for a no. */

export const NO = 0
export const UNKNOWN = 1
export const YES = 2

/** How a figure is held against a threshold. */
export const COMPARISONS = ['below', 'atMost', 'atLeast', 'above'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** Whether a value meets the line; a NaN never does. */
export function meets(value: number, compare: Comparison, threshold: number): boolean {
  switch (compare) {
    case 'below':
      return value < threshold
    case 'atMost':
      return value <= threshold
    case 'atLeast':
      return value >= threshold
    case 'above':
      return value > threshold
  }
}

/** YES, NO, or UNKNOWN where the value is NaN, for each value. RangeError where the threshold is not a finite number. */
export function decide(values: Float64Array, compare: Comparison, threshold: number): Uint8Array {
  if (!Number.isFinite(threshold)) throw new RangeError(`a threshold must be a number, not ${threshold}`)
  const verdicts = new Uint8Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    verdicts[at] = value !== value ? UNKNOWN : meets(value, compare, threshold) ? YES : NO
  }
  return verdicts
}

/**
 * How far each value is inside the line (above 0) or outside it (below 0), in the unit of the figure; NaN where it is missing.
 * A value on the line has 0, and meets `atMost` and `atLeast` but not `below` and `above`.
 */
export function measureMargins(values: Float64Array, compare: Comparison, threshold: number): Float64Array {
  const wantsLess = compare === 'below' || compare === 'atMost'
  return values.map((value) => (wantsLess ? threshold - value : value - threshold))
}
