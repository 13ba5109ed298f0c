import { Interchange } from '#engines/siting/median/interchange.ts'
import type { ColumnRule } from '#engines/siting/median/limit-rule.ts'
import type { CounterRandom } from '#engines/numeric/philox.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

/** Only sets of sites within this share of the best are worth a descent. */
const WORTH_A_DESCENT = 1.05
/** Less than this part of a limit is rounding. */
const LEAST_RELIEF = 1e-12

/** The best set of sites so far. Everything that comes up is improved by interchange before it is compared. */
export class BestPlan {
  value = Infinity
  readonly sites: Int32Array
  readonly #below: number
  readonly #cells: SortedCells
  readonly #locked: Uint8Array
  readonly #interchange: Interchange
  readonly #rule: ColumnRule | undefined
  #lastOffered: string | undefined

  /** `locked` is 1 for sites that must be open; only plans of less than `below` are of interest, and only those that fit the rule are kept. */
  constructor(cells: SortedCells, openCount: number, locked: Uint8Array, below: number, rule?: ColumnRule) {
    this.#below = cells.isWhole ? Math.ceil(below) : below
    this.#cells = cells
    this.#locked = locked
    this.#interchange = new Interchange(cells, openCount)
    this.#rule = rule
    this.sites = new Int32Array(openCount)
  }

  /** What a plan must stay under to be of interest. */
  get target(): number {
    return Math.min(this.value, this.#below)
  }

  get interchange(): Interchange {
    return this.#interchange
  }

  /** Starts from the locked sites and, one by one, the site that helps most. The rule must leave room for as many as must open. */
  startGreedily(): void {
    const { rowCount, columnCount, columnStarts, columnRows, columnCosts, unservedCosts } = this.#cells
    const costs = unservedCosts.slice()
    const isOpen = this.#locked.slice()
    const sites: number[] = []
    const open = (column: number) => {
      isOpen[column] = 1
      sites.push(column)
      for (let at = columnStarts[column]!; at < columnStarts[column + 1]!; at++) if (columnCosts[at]! < costs[columnRows[at]!]!) costs[columnRows[at]!] = columnCosts[at]!
    }
    const gainOf = (column: number) => {
      let gain = 0
      for (let at = columnStarts[column]!; at < columnStarts[column + 1]!; at++) gain += Math.max(0, costs[columnRows[at]!]! - columnCosts[at]!)
      return gain
    }
    for (let column = 0; column < columnCount; column++) if (isOpen[column]) open(column)
    // Gains only go down as more sites open, so an old gain is a bound (Minoux 1978).
    const gains = Float64Array.from({ length: columnCount }, (_, column) => (rowCount > 0 ? gainOf(column) : 0))
    const order = Array.from(gains.keys()).filter((column) => !isOpen[column]).sort((one, other) => gains[other]! - gains[one]! || one - other)
    while (sites.length < this.sites.length) {
      let chosen = -1
      let best = -1
      for (const column of order) {
        if (isOpen[column] || gains[column]! <= best || this.#rule?.mayAdd(sites, column) === false) continue
        gains[column] = gainOf(column)
        if (gains[column]! > best) [best, chosen] = [gains[column]!, column]
      }
      open(chosen)
    }
    this.offer(sites)
  }

  /** Improves these sites by interchange and keeps them when they are better; true when they were. */
  offer(sites: ArrayLike<number>): boolean {
    const name = Int32Array.from(sites).sort().join()
    if (name === this.#lastOffered) return false
    this.#lastOffered = name
    this.#interchange.load(sites)
    if (this.#interchange.total < WORTH_A_DESCENT * this.value) {
      this.#relieve()
      this.#descend()
    }
    return this.#keepIfBetter()
  }

  #descend(): void {
    this.#interchange.descend(this.#locked, this.#rule?.swapsFrom)
  }

  /** Where limits are broken: of swaps that break them less those that cost least for it. */
  #relieve(): void {
    const { open } = this.#interchange
    while (this.#rule?.fits(open) === false) {
      const swap = this.#findRelief(this.#rule.reliefFrom(open))
      if (swap === undefined) return
      this.#interchange.swap(...swap)
    }
  }

  #findRelief(reliefOf: (opened: number, closed: number) => number): [opened: number, closed: number] | undefined {
    let least = Infinity
    let found: [number, number] | undefined
    for (let opened = 0; opened < this.#cells.columnCount; opened++) {
      if (this.#interchange.isOpen(opened)) continue
      for (const closed of this.#interchange.open) {
        const relief = this.#locked[closed] === 1 ? 0 : reliefOf(opened, closed)
        if (relief <= LEAST_RELIEF) continue
        const price = -this.#interchange.getProfit(opened, closed) / relief
        if (price < least) [least, found] = [price, [opened, closed]]
      }
    }
    return found
  }

  /** Iterated interchange: shakes the best plan by a few swaps at random, and descends again. */
  shake(random: CounterRandom, rounds: number, onLocalOptimum?: (sites: Int32Array, value: number) => void): void {
    const count = this.sites.length
    const columnCount = this.#cells.columnCount
    if (count === 0 || count === columnCount) return
    for (let round = 0; round < rounds; round++) {
      this.#interchange.load(this.sites)
      const swaps = 1 + Math.floor(random.next() * Math.min(count, columnCount - count, 5))
      for (let swap = 0; swap < swaps; swap++) this.#swapAtRandom(random)
      this.#descend()
      onLocalOptimum?.(this.#interchange.open, this.#interchange.total)
      this.#keepIfBetter()
    }
  }

  #swapAtRandom(random: CounterRandom): void {
    const { open } = this.#interchange
    const closed = open[Math.floor(random.next() * open.length)]!
    let opened = Math.floor(random.next() * this.#cells.columnCount)
    while (this.#interchange.isOpen(opened)) opened = (opened + 1) % this.#cells.columnCount
    if (this.#locked[closed] || this.#rule?.swapsFrom(open)(opened, closed) === false) return
    this.#interchange.swap(opened, closed)
  }

  #keepIfBetter(): boolean {
    if (this.#interchange.total >= this.value || this.#rule?.fits(this.#interchange.open) === false) return false
    this.value = this.#interchange.total
    this.sites.set(this.#interchange.open)
    return true
  }
}
