/**
 * A lower bound on the sum of costs with a given number of sites (Cornuéjols, Fisher & Nemhauser 1977): the rule that every row is served once
 * is replaced by a price u per row. What is left is solved by sorting: site j is worth ρ_j = Σ min(0, c_ij − u_i), and the cheapest ones open.
 * For any prices L(u) = Σ u_i + Σ of the p lowest ρ_j is at most the optimum; the prices are raised by subgradient steps.
 */
import { LimitPrices } from '#engines/siting/median/limit-prices.ts'
import type { ColumnLimit } from '#engines/siting/median/limit-rule.ts'
import { selectLowest } from '#engines/siting/median/select-lowest.ts'
import { FREE, OPEN } from '#engines/siting/median/site-states.ts'
import { keepColumns } from '#engines/siting/sorted-cells.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

/** Steps: factor at the start, after how many steps without progress it is halved, and where it ends. */
export interface StepPlan {
  readonly firstFactor: number
  readonly patience: number
  readonly lastFactor: number
  readonly maximumSteps: number
}

export class LagrangeanBound {
  readonly cells: SortedCells
  readonly openCount: number
  /** What every plan keeps to. */
  readonly limits: readonly ColumnLimit[]
  /** FREE, OPEN or CLOSED for every site; the caller sets it. */
  readonly states: Uint8Array
  /** Prices that gave the best bound. */
  readonly bestPrices: Float64Array
  /** Worth ρ of every site at the prices that gave the best bound, with what it pays for the limits. */
  readonly bestWorths: Float64Array
  /** How often, lately, a site was among those that open: near 0 or 1 is settled. */
  readonly shares: Float64Array
  bound = -Infinity
  /** Sites that opened at the latest prices. */
  readonly chosen: Int32Array
  readonly #prices: Float64Array
  readonly #worths: Float64Array
  readonly #isChosen: Uint8Array
  readonly #direction: Float64Array
  readonly #free: Int32Array
  readonly #limitPrices: LimitPrices

  constructor(cells: SortedCells, openCount: number, limits: readonly ColumnLimit[] = []) {
    this.cells = cells
    this.openCount = openCount
    this.limits = limits
    this.states = new Uint8Array(cells.columnCount)
    this.bestPrices = new Float64Array(cells.rowCount)
    this.bestWorths = new Float64Array(cells.columnCount)
    this.shares = new Float64Array(cells.columnCount)
    this.chosen = new Int32Array(openCount)
    this.#prices = new Float64Array(cells.rowCount)
    this.#worths = new Float64Array(cells.columnCount)
    this.#isChosen = new Uint8Array(cells.columnCount)
    this.#direction = new Float64Array(cells.rowCount)
    this.#free = new Int32Array(cells.columnCount)
    this.#limitPrices = new LimitPrices(limits, cells.columnCount)
  }

  /** Whether a site serves nobody and uses nothing: one of those that stand for sites fewer. */
  isIdle(column: number): boolean {
    return this.cells.columnStarts[column] === this.cells.columnStarts[column + 1] && this.limits.every(({ amounts }) => amounts[column] === 0)
  }

  /** The same with only these columns; the prices and the bound begin anew. */
  keep(kept: Int32Array): LagrangeanBound {
    const limits = this.limits.map(({ most, amounts }) => ({ most, amounts: Float64Array.from(kept, (column) => amounts[column]!) }))
    const smaller = new LagrangeanBound(keepColumns(this.cells, kept), this.openCount, limits)
    for (const [place, column] of kept.entries()) {
      smaller.states[place] = this.states[column]!
      smaller.shares[place] = this.shares[column]!
    }
    return smaller
  }

  /** Forgets the bound, not the prices: they are a good start for other states of the same sites. */
  restart(prices: Float64Array): void {
    this.bound = -Infinity
    this.bestPrices.set(prices)
  }

  /**
   * Raises the bound until it reaches `target` or the steps are used up; true when it did. `upper` is the value of a plan.
   * `onStep` is called after each step, with the sites that opened in `chosen`; it returns the value of the best plan by then.
   */
  raise(upper: number, slack: number, plan: StepPlan, onStep?: () => number): boolean {
    const { rowCount } = this.cells
    this.#prices.set(this.bestPrices)
    this.#direction.fill(0)
    let factor = plan.firstFactor
    let idle = 0
    let best = upper
    for (let step = 0; step < plan.maximumSteps && factor >= plan.lastFactor; step++) {
      const value = this.#evaluate()
      if (value === Infinity) {
        this.bound = Infinity
        return true
      }
      if (value > this.bound + 1e-9 * Math.abs(this.bound)) {
        idle = 0
      } else if (++idle >= plan.patience) {
        idle = 0
        factor /= 2
        this.#prices.set(this.bestPrices)
        this.#direction.fill(0)
        if (value > this.bound) this.#keep(value)
        continue
      }
      if (value > this.bound) this.#keep(value)
      if (this.bound > best - slack) return true
      if (onStep) {
        best = Math.min(best, onStep())
        if (this.bound > best - slack) return true
      }
      const norm = this.#aim()
      if (norm === 0) return this.bound > best - slack
      const aim = best === Infinity ? Math.max(this.bound, 0) * GUESS : best
      const length = (factor * Math.max(aim - value, 1e-7 * Math.abs(aim))) / norm
      for (let row = 0; row < rowCount; row++) {
        const price = this.#prices[row]! + length * this.#direction[row]!
        const most = this.cells.unservedCosts[row]!
        this.#prices[row] = price > most ? most : price < 0 ? 0 : price
      }
    }
    return this.bound > best - slack
  }

  #keep(value: number): void {
    this.bound = value
    this.bestPrices.set(this.#prices)
    this.bestWorths.set(this.#worths)
  }

  /** Worth of every site, the sites that open, and the bound at the present prices. */
  #evaluate(): number {
    const { rowCount, rowStarts, columns, costs } = this.cells
    const worths = this.#worths
    const prices = this.#prices
    worths.fill(0)
    let sum = 0
    for (let row = 0; row < rowCount; row++) {
      const price = prices[row]!
      sum += price
      const end = rowStarts[row + 1]!
      for (let cell = rowStarts[row]!; cell < end; cell++) {
        const reduced = costs[cell]! - price
        if (reduced >= 0) break
        worths[columns[cell]!]! += reduced
      }
    }
    return sum + this.#choose()
  }

  /** Opens what must be open and the cheapest of the free sites; returns the sum of their worths. */
  #choose(): number {
    const worths = this.#worths
    const paid = this.#limitPrices.charge(this.states, this.openCount, worths)
    if (paid === Infinity) return Infinity
    let count = 0
    let freeCount = 0
    for (let column = 0; column < this.states.length; column++) {
      if (this.states[column] === OPEN) this.chosen[count++] = column
      else if (this.states[column] === FREE) this.#free[freeCount++] = column
    }
    selectLowest(this.#free, freeCount, this.openCount - count, worths)
    for (let at = 0; count < this.openCount; at++) this.chosen[count++] = this.#free[at]!
    this.#isChosen.fill(0)
    let sum = 0
    for (const column of this.chosen) {
      this.#isChosen[column] = 1
      sum += worths[column]!
    }
    for (let column = 0; column < this.shares.length; column++) this.shares[column] = 0.95 * this.shares[column]! + 0.05 * this.#isChosen[column]!
    return sum - paid
  }

  /** Turns the direction towards the subgradient (1 − how often a row is served); returns its squared length. */
  #aim(): number {
    const { rowCount, rowStarts, columns, costs, unservedCosts } = this.cells
    let norm = 0
    for (let row = 0; row < rowCount; row++) {
      const price = this.#prices[row]!
      let slope = 1
      const end = rowStarts[row + 1]!
      for (let cell = rowStarts[row]!; cell < end && costs[cell]! < price; cell++) slope -= this.#isChosen[columns[cell]!]!
      if (slope > 0 && price >= unservedCosts[row]!) slope = 0
      const direction = slope + DEFLECTION * this.#direction[row]!
      this.#direction[row] = direction
      norm += direction * direction
    }
    return norm
  }
}

/** How much of the previous direction stays (Crowder 1976): less zigzag. */
const DEFLECTION = 0.8
/** Where no plan is known yet, one of so many times the bound is a guess that only the length of steps hangs on. */
const GUESS = 1.05
