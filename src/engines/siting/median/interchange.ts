/**
 * Interchange: one site closes, another opens, as long as that helps.
 * The bookkeeping is that of Resende & Werneck (2007), A fast swap-based local search procedure for location problems:
 * profit of a swap = gain of the opened − loss of the closed + what the two count twice.
 */
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

const NOBODY = -1
/** Sums of costs differ by rounding; a swap must gain more than this share of the total. */
const ROUNDING = 1e-12

/** Whether site `opened` may take the place of the open site `closed`. */
export type SwapRule = (opened: number, closed: number) => boolean

export class Interchange {
  readonly #cells: SortedCells
  readonly #open: Int32Array
  readonly #slotOf: Int32Array
  readonly #first: Int32Array
  readonly #second: Int32Array
  readonly #firstCosts: Float64Array
  readonly #secondCosts: Float64Array
  readonly #gains: Float64Array
  readonly #losses: Float64Array
  /** At [column × number of open sites + slot]. */
  readonly #extras: Float64Array
  #total = 0
  #bestOpened = NOBODY
  #bestSlot = NOBODY

  constructor(cells: SortedCells, openCount: number) {
    this.#cells = cells
    this.#open = new Int32Array(openCount)
    this.#slotOf = new Int32Array(cells.columnCount)
    this.#first = new Int32Array(cells.rowCount)
    this.#second = new Int32Array(cells.rowCount)
    this.#firstCosts = new Float64Array(cells.rowCount)
    this.#secondCosts = new Float64Array(cells.rowCount)
    this.#gains = new Float64Array(cells.columnCount)
    this.#losses = new Float64Array(openCount)
    this.#extras = new Float64Array(cells.columnCount * openCount)
  }

  /** Sum of the costs of all rows, each at its cheapest open site. */
  get total(): number {
    return this.#total
  }

  /** The open sites, in no order; a view that changes with every swap. */
  get open(): Int32Array {
    return this.#open
  }

  isOpen(column: number): boolean {
    return this.#slotOf[column]! !== NOBODY
  }

  /** Starts from these open sites. */
  load(sites: ArrayLike<number>): void {
    this.#open.set(sites)
    this.#slotOf.fill(NOBODY)
    for (let slot = 0; slot < this.#open.length; slot++) this.#slotOf[this.#open[slot]!] = slot
    this.#gains.fill(0)
    this.#losses.fill(0)
    this.#extras.fill(0)
    for (let row = 0; row < this.#cells.rowCount; row++) {
      this.#findNearest(row)
      this.#count(row, 1)
    }
    this.#sum()
  }

  /** Swaps the best pair until no swap helps. `locked` sites never close; `startRule` gives what holds from the open sites on. Returns the number of swaps. */
  descend(locked: Uint8Array, startRule?: (open: Int32Array) => SwapRule): number {
    let swaps = 0
    while (this.#findBestSwap(locked, startRule?.(this.#open)) > ROUNDING * this.#total) {
      const before = this.#total
      const [opened, closed] = [this.#bestOpened, this.#open[this.#bestSlot]!]
      this.swap(opened, closed)
      // A profit that was only rounding would go round for ever.
      if (this.#total >= before) {
        this.swap(closed, opened)
        break
      }
      swaps++
    }
    return swaps
  }

  /** What closing this open site costs when no other takes its place. */
  getLoss(closed: number): number {
    return this.#losses[this.#slotOf[closed]!]!
  }

  /** What is gained when this site opens and none closes. */
  getGain(opened: number): number {
    return this.#gains[opened]!
  }

  /** Cost of a row at its cheapest and its second cheapest open site. */
  getCosts(row: number): { readonly first: number; readonly second: number } {
    return { first: this.#firstCosts[row]!, second: this.#secondCosts[row]! }
  }

  /** What is gained when `opened` takes the place of the open site `closed`; below 0 it costs. */
  getProfit(opened: number, closed: number): number {
    const slot = this.#slotOf[closed]!
    return this.#gains[opened]! - this.#losses[slot]! + this.#extras[opened * this.#open.length + slot]!
  }

  swap(opened: number, closed: number): void {
    const { columnStarts, columnRows, columnCosts, rowCount } = this.#cells
    const slot = this.#slotOf[closed]!
    const touched: number[] = []
    for (let row = 0; row < rowCount; row++) if (this.#first[row] === closed || this.#second[row] === closed) touched.push(row)
    for (let at = columnStarts[opened]!; at < columnStarts[opened + 1]!; at++) {
      const row = columnRows[at]!
      if (columnCosts[at]! < this.#secondCosts[row]! && this.#first[row] !== closed && this.#second[row] !== closed) touched.push(row)
    }
    for (const row of touched) this.#count(row, -1)
    this.#slotOf[closed] = NOBODY
    this.#slotOf[opened] = slot
    this.#open[slot] = opened
    for (const row of touched) {
      this.#findNearest(row)
      this.#count(row, 1)
    }
    this.#sum()
  }

  #sum(): void {
    let total = 0
    for (let row = 0; row < this.#cells.rowCount; row++) total += this.#firstCosts[row]!
    this.#total = total
  }

  #findNearest(row: number): void {
    const { rowStarts, columns, costs, unservedCosts } = this.#cells
    const end = rowStarts[row + 1]!
    let cell = rowStarts[row]!
    while (cell < end && this.#slotOf[columns[cell]!] === NOBODY) cell++
    this.#first[row] = cell < end ? columns[cell]! : NOBODY
    this.#firstCosts[row] = cell < end ? costs[cell]! : unservedCosts[row]!
    if (cell < end) cell++
    while (cell < end && this.#slotOf[columns[cell]!] === NOBODY) cell++
    this.#second[row] = cell < end ? columns[cell]! : NOBODY
    this.#secondCosts[row] = cell < end ? costs[cell]! : unservedCosts[row]!
  }

  /** Adds (sign 1) or takes away (−1) what one row contributes. */
  #count(row: number, sign: number): void {
    const { rowStarts, columns, costs } = this.#cells
    const openCount = this.#open.length
    const firstCost = this.#firstCosts[row]!
    const secondCost = this.#secondCosts[row]!
    const slot = this.#first[row] === NOBODY ? NOBODY : this.#slotOf[this.#first[row]!]!
    if (slot !== NOBODY) this.#losses[slot]! += sign * (secondCost - firstCost)
    const end = rowStarts[row + 1]!
    for (let cell = rowStarts[row]!; cell < end; cell++) {
      const cost = costs[cell]!
      if (cost >= secondCost) break
      const column = columns[cell]!
      if (cost < firstCost) this.#gains[column]! += sign * (firstCost - cost)
      if (slot !== NOBODY) this.#extras[column * openCount + slot]! += sign * (secondCost - (cost > firstCost ? cost : firstCost))
    }
  }

  #findBestSwap(locked: Uint8Array, mayUse?: SwapRule): number {
    const openCount = this.#open.length
    let best = 0
    for (let column = 0; column < this.#cells.columnCount; column++) {
      // What two sites count twice is at most the loss, so a profit is at most the gain.
      if (this.#slotOf[column] !== NOBODY || this.#gains[column]! <= best) continue
      for (let slot = 0; slot < openCount; slot++) {
        const profit = this.#gains[column]! - this.#losses[slot]! + this.#extras[column * openCount + slot]!
        if (profit <= best || locked[this.#open[slot]!]! !== 0) continue
        if (mayUse && !mayUse(column, this.#open[slot]!)) continue
        best = profit
        this.#bestOpened = column
        this.#bestSlot = slot
      }
    }
    return best
  }
}
