/** Adds four weighted columns to two sums at once: where the time of a simulation goes. */

/** Holds the memory of its columns, because instructions on several numbers at a time only reach their own. */
export interface FourColumns {
  /** To be set before `add`: four weights for the one sum, then four for the other. */
  readonly weights: Float64Array
  /** To be set before `add`: where in `matrix` each of the four columns begins. */
  readonly starts: Int32Array
  allocate(length: number): Float64Array
  /** For the places from `from` to before `to`: one += ((w0 c0 + w1 c1) + (w2 c2 + w3 c3)), and likewise for the other. All arrays must be allocated here. */
  add(one: Float64Array, other: Float64Array, matrix: Float64Array, from: number, to: number): void
}

/** Says what it means; runs everywhere. */
export function createPlainFourColumns(): FourColumns {
  const weights = new Float64Array(8)
  const starts = new Int32Array(4)
  return { weights, starts, allocate: (length) => new Float64Array(length), add: (one, other, matrix, from, to) => addPlainly(weights, starts, one, other, matrix, from, to) }
}

export function addPlainly(weights: Float64Array, starts: Int32Array, one: Float64Array, other: Float64Array, matrix: Float64Array, from: number, to: number): void {
  const weight0 = weights[0]!
  const weight1 = weights[1]!
  const weight2 = weights[2]!
  const weight3 = weights[3]!
  const other0 = weights[4]!
  const other1 = weights[5]!
  const other2 = weights[6]!
  const other3 = weights[7]!
  const start0 = starts[0]!
  const start1 = starts[1]!
  const start2 = starts[2]!
  const start3 = starts[3]!
  for (let at = from; at < to; at++) {
    const value0 = matrix[start0 + at]!
    const value1 = matrix[start1 + at]!
    const value2 = matrix[start2 + at]!
    const value3 = matrix[start3 + at]!
    one[at]! += weight0 * value0 + weight1 * value1 + (weight2 * value2 + weight3 * value3)
    other[at]! += other0 * value0 + other1 * value1 + (other2 * value2 + other3 * value3)
  }
}
