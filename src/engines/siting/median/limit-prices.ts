/**
 * Limits, such as a budget or a number of new sites, inside the Lagrangean bound: a limit Σ a_j ≤ B becomes a price λ ≥ 0 that a site pays for each unit it uses, and λB comes off
 * the bound. Of all λ that with the highest bound is taken. The cheapest sites then keep to the limit as nearly as parts of sites could.
 */
import type { ColumnLimit } from '#engines/siting/median/limit-rule.ts'
import { selectLowest } from '#engines/siting/median/select-lowest.ts'
import { FREE, OPEN } from '#engines/siting/median/site-states.ts'

/** At one price of a limit: the sum of worths with what is paid, less λB, and how it changes with λ (what is used beyond the limit). */
interface PricePoint {
  readonly at: number
  readonly value: number
  readonly slope: number
}

/** With several limits their prices are raised in turn, so many times. */
const ROUNDS = 2
const MOST_POINTS = 60

export class LimitPrices {
  readonly #limits: readonly ColumnLimit[]
  /** Of each limit; the last ones are the start of the next search. */
  readonly #prices: Float64Array
  readonly #free: Int32Array
  readonly #paid: Float64Array

  constructor(limits: readonly ColumnLimit[], columnCount: number) {
    this.#limits = limits
    this.#prices = new Float64Array(limits.length)
    this.#free = new Int32Array(columnCount)
    this.#paid = new Float64Array(columnCount)
  }

  /** Adds to the worth of each column what it pays; returns Σ λB, or Infinity where the states leave no plan within a limit. */
  charge(states: Uint8Array, openCount: number, worths: Float64Array): number {
    if (this.#limits.some((limit) => this.#countLeast(limit, states, openCount) > limit.most)) return Infinity
    for (const [which, { amounts }] of this.#limits.entries()) addTimes(worths, amounts, this.#prices[which]!)
    for (let round = 0; round < (this.#limits.length > 1 ? ROUNDS : 1); round++) {
      for (const [which, limit] of this.#limits.entries()) {
        addTimes(worths, limit.amounts, -this.#prices[which]!)
        this.#prices[which] = this.#findPrice(limit, this.#prices[which]!, states, openCount, worths)
        addTimes(worths, limit.amounts, this.#prices[which]!)
      }
    }
    return this.#limits.reduce((sum, { most }, which) => sum + this.#prices[which]! * most, 0)
  }

  /** The least that any plan uses. */
  #countLeast(limit: ColumnLimit, states: Uint8Array, openCount: number): number {
    this.#paid.set(limit.amounts)
    return this.#look(limit, 0, states, openCount).slope + limit.most
  }

  /** The price with the highest bound. That is concave in the price and made of straight parts, so where the lines of two parts around the top meet is the top, or a part between them. */
  #findPrice(limit: ColumnLimit, former: number, states: Uint8Array, openCount: number, worths: Float64Array): number {
    const price = (at: number): PricePoint => {
      this.#paid.set(worths)
      addTimes(this.#paid, limit.amounts, at)
      return this.#look(limit, at, states, openCount)
    }
    let low = price(0)
    if (low.slope <= 0) return 0
    let high = price(former > 0 ? former : low.value === 0 ? 1 : Math.abs(low.value) / low.slope)
    for (let points = 0; high.slope > 0; points++) {
      if (points === MOST_POINTS) return high.at
      low = high
      high = price(2 * high.at)
    }
    for (let points = 0; points < MOST_POINTS && high.slope < 0; points++) {
      const at = (high.value - low.value + low.slope * low.at - high.slope * high.at) / (low.slope - high.slope)
      const middle = price(at)
      if (middle.slope === 0 || middle.value >= low.value + low.slope * (at - low.at) - 1e-9 * Math.abs(low.value)) return at
      if (middle.slope > 0) low = middle
      else high = middle
    }
    return high.at
  }

  /** Opens what must be open and the lowest of `#paid` that may be. */
  #look({ amounts, most }: ColumnLimit, at: number, states: Uint8Array, openCount: number): PricePoint {
    let [value, used, openSites, freeCount] = [0, 0, 0, 0]
    const open = (column: number) => {
      value += this.#paid[column]!
      used += amounts[column]!
    }
    for (let column = 0; column < states.length; column++) {
      if (states[column] === FREE) this.#free[freeCount++] = column
      else if (states[column] === OPEN) {
        open(column)
        openSites++
      }
    }
    selectLowest(this.#free, freeCount, openCount - openSites, this.#paid)
    for (let which = 0; which < openCount - openSites; which++) open(this.#free[which]!)
    return { at, value: value - at * most, slope: used - most }
  }
}

function addTimes(sums: Float64Array, amounts: Float64Array, times: number): void {
  if (times !== 0) for (let at = 0; at < sums.length; at++) sums[at]! += times * amounts[at]!
}
