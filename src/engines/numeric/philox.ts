/**
 * Random numbers by counter, not by state: Philox 4×32 with ten rounds (Salmon, Moraes, Dror & Shaw 2011).
 * The number of a draw depends on its address only, so any order, block size or number of workers gives the same answer.
 */

const MULTIPLIER_0 = 0xd2511f53
const MULTIPLIER_1 = 0xcd9e8d57
const WEYL_0 = 0x9e3779b9
const WEYL_1 = 0xbb67ae85
const ROUNDS = 10

/** High 32 bits of the product of two unsigned 32-bit numbers, from the products of their halves. No sum on the way goes beyond 32 bits. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0
  const other = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (other >>> 16)) | 0
}

/** Fills `block` with the four 32-bit numbers at the counter (four words) under the key (two words). */
export function fillPhilox(block: Uint32Array, counter: readonly number[] | Uint32Array, key0: number, key1: number): void {
  let c0 = counter[0]! | 0
  let c1 = counter[1]! | 0
  let c2 = counter[2]! | 0
  let c3 = counter[3]! | 0
  let k0 = key0 | 0
  let k1 = key1 | 0
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0)
    const low0 = Math.imul(MULTIPLIER_0, c0)
    const high1 = multiplyHigh(MULTIPLIER_1, c2)
    const low1 = Math.imul(MULTIPLIER_1, c2)
    c0 = high1 ^ c1 ^ k0
    c1 = low1
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + WEYL_0) | 0
    k1 = (k1 + WEYL_1) | 0
  }
  block[0] = c0
  block[1] = c1
  block[2] = c2
  block[3] = c3
}

/** A stream of uniform numbers with an address: seed, draw, purpose. `open` starts one; `next` reads on. */
export class CounterRandom {
  readonly #key0: number
  readonly #key1: number
  readonly #block = new Uint32Array(4)
  readonly #counter = new Uint32Array(4)
  #used = 4

  /** @param seed integer in [0, 2^53) */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed ${seed} is not a whole number from 0 to 2^53 - 1`)
    this.#key0 = seed >>> 0
    this.#key1 = Math.floor(seed / 2 ** 32)
  }

  /** Goes to the begin of the stream of a purpose (0 to 2^32 - 1) within a draw (0 to 2^32 - 1). */
  open(draw: number, purpose: number): void {
    this.#counter[0] = 0
    this.#counter[1] = draw
    this.#counter[2] = purpose
    this.#used = 4
  }

  /** Uniform in (0, 1), never 0 or 1: steps of 2^-52, shifted by half a step. */
  next(): number {
    if (this.#used >= 4) {
      fillPhilox(this.#block, this.#counter, this.#key0, this.#key1)
      this.#counter[0]!++
      this.#used = 0
    }
    const high = this.#block[this.#used]! >>> 6
    const low = this.#block[this.#used + 1]! >>> 6
    this.#used += 2
    return (high * 2 ** 26 + low + 0.5) / 2 ** 52
  }
}
