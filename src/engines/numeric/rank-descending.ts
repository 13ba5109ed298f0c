/** Ranks by counting: 1 for the highest score, in time that grows with the number of scores only. */

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const STEPS = 2 ** 32 - 1
/** Scores that differ by rounding only are equal, also when all are that close together. */
const MOST_STEPS_PER_POINT = 2 ** 36
/** Adding and taking away this leaves the nearest whole number. */
const ROUNDER = 2 ** 52

/** Ranks of up to `capacity` scores at a time; the memory is taken once. */
export class DescendingRanker {
  readonly capacity: number
  readonly #keys: Uint32Array
  readonly #otherKeys: Uint32Array
  readonly #order: Uint32Array
  readonly #otherOrder: Uint32Array
  readonly #counts = new Uint32Array(3 * DIGITS)

  constructor(capacity: number) {
    this.capacity = capacity
    this.#keys = new Uint32Array(capacity)
    this.#otherKeys = new Uint32Array(capacity)
    this.#order = new Uint32Array(capacity)
    this.#otherOrder = new Uint32Array(capacity)
  }

  /**
   * Fills `ranks` and gives how many scores were ranked. The rank is 1 + the number of higher scores; equal scores share it (1, 2, 2, 4).
   * Equal means: on the same of 2^32 steps between the lowest and the highest score (steps of at least 2^-36), so that rounding in a sum makes no difference.
   * NaN gets rank 0.
   */
  rank(scores: Float64Array, ranks: Int32Array | Uint16Array): number {
    if (scores.length > this.#keys.length) throw new RangeError(`${scores.length} scores in a ranker for ${this.#keys.length}`)
    const ranked = this.#makeKeys(scores, ranks)
    this.#sortByDigit(ranked, 0)
    this.#sortByDigit(ranked, 1)
    this.#sortByDigit(ranked, 2)
    // After three passes the result is in the other pair of arrays.
    let rank = 0
    let previous = -1
    for (let at = 0; at < ranked; at++) {
      const key = this.#otherKeys[at]!
      if (key !== previous) rank = at + 1
      previous = key
      ranks[this.#otherOrder[at]!] = rank
    }
    return ranked
  }

  /** Steps down from the highest score, with counts of the three digits of each. */
  #makeKeys(scores: Float64Array, ranks: Int32Array | Uint16Array): number {
    let lowest = Infinity
    let highest = -Infinity
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at]!
      if (score < lowest) lowest = score
      if (score > highest) highest = score
    }
    const scale = Math.min(STEPS / (highest - lowest), MOST_STEPS_PER_POINT)
    const counts = this.#counts.fill(0)
    let ranked = 0
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at]!
      if (score !== score) {
        ranks[at] = 0
        continue
      }
      const key = ((highest - score) * scale + ROUNDER - ROUNDER) >>> 0
      this.#keys[ranked] = key
      this.#order[ranked++] = at
      counts[key & (DIGITS - 1)]!++
      counts[DIGITS + ((key >>> DIGIT_BITS) & (DIGITS - 1))]!++
      counts[2 * DIGITS + (key >>> (2 * DIGIT_BITS))]!++
    }
    return ranked
  }

  #sortByDigit(ranked: number, digit: number): void {
    const [fromKeys, toKeys] = digit === 1 ? [this.#otherKeys, this.#keys] : [this.#keys, this.#otherKeys]
    const [fromOrder, toOrder] = digit === 1 ? [this.#otherOrder, this.#order] : [this.#order, this.#otherOrder]
    const counts = this.#counts
    const first = digit * DIGITS
    const shift = digit * DIGIT_BITS
    let start = 0
    for (let at = first; at < first + DIGITS; at++) {
      const count = counts[at]!
      counts[at] = start
      start += count
    }
    for (let at = 0; at < ranked; at++) {
      const key = fromKeys[at]!
      const place = counts[first + ((key >>> shift) & (DIGITS - 1))]!++
      toKeys[place] = key
      toOrder[place] = fromOrder[at]!
    }
  }
}
