/**
 * Plans around some others, cheapest first: of what is waiting the cheapest is looked at, and every step from it comes up: a site that takes the place of another and,
 * where the number of sites is not fixed, one that opens or closes (best-first search).
 */
import { Interchange } from '#engines/siting/median/interchange.ts'
import type { ColumnRule } from '#engines/siting/median/limit-rule.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

/** The dearest are forgotten when more are waiting. */
const MOST_WAITING = 1000

/** A plan that is not made yet: another without the column at `closedAt`, with `opened`, or both. */
interface Waiting {
  readonly cost: number
  readonly from: Int32Array
  readonly closedAt?: number
  readonly opened?: number
}

export interface NearPlansWish {
  /** 1 for columns that stay open. */
  readonly locked: Uint8Array
  readonly rule: Pick<ColumnRule, 'swapsFrom' | 'mayAdd' | 'fits'>
  /** Columns open at most; undefined: as many as each plan has. */
  readonly mostOpen?: number | undefined
  /** Plans that cost more are not walked through. */
  readonly mostCost: number
}

/**
 * Yields open columns, ascending, never the same twice; the plans to start from among them. As cheap plans are mostly one swap from another cheap one, little that is
 * cheaper is left out by the time a plan comes up; nothing is proved. There can be very many: stop asking when it is enough.
 */
export function* walkNearPlans(cells: SortedCells, starts: readonly Int32Array[], wish: NearPlansWish): Generator<Int32Array> {
  const seen = new Set<string>()
  const interchanges = new Map<number, Interchange>()
  const load = (columns: Int32Array): Interchange => {
    const own = interchanges.get(columns.length) ?? new Interchange(cells, columns.length)
    interchanges.set(columns.length, own)
    own.load(columns)
    return own
  }
  // Dearest first, so that the cheapest is taken from the end.
  const waiting: Waiting[] = []
  const add = (own: Waiting) => {
    if (own.cost > wish.mostCost || (waiting.length === MOST_WAITING && own.cost >= waiting[0]!.cost)) return
    waiting.splice(findPlace(waiting, own.cost), 0, own)
    if (waiting.length > MOST_WAITING) waiting.shift()
  }
  for (const from of starts) add({ cost: load(from).total, from })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const columns = make(next)
    const name = columns.join()
    if (seen.has(name)) continue
    seen.add(name)
    yield columns
    for (const own of listSteps(cells, load(columns), columns, wish)) add(own)
  }
}

function make({ from, closedAt, opened }: Waiting): Int32Array {
  const stay = from.filter((_, at) => at !== closedAt)
  return Int32Array.from(opened === undefined ? stay : [...stay, opened]).sort()
}

function* listSteps(cells: SortedCells, interchange: Interchange, columns: Int32Array, { locked, rule, mostOpen }: NearPlansWish): Generator<Waiting> {
  const maySwap = rule.swapsFrom(columns)
  const isFree = mostOpen !== undefined
  for (let opened = 0; opened < cells.columnCount; opened++) {
    if (interchange.isOpen(opened)) continue
    if (isFree && columns.length < mostOpen && rule.mayAdd(columns, opened)) yield { cost: interchange.total - interchange.getGain(opened), from: columns, opened }
    for (const [closedAt, closed] of columns.entries()) {
      if (locked[closed] === 0 && maySwap(opened, closed)) yield { cost: interchange.total - interchange.getProfit(opened, closed), from: columns, closedAt, opened }
    }
  }
  if (!isFree) return
  for (const [closedAt, closed] of columns.entries()) {
    if (locked[closed] === 0 && rule.fits(columns.filter((_, at) => at !== closedAt))) yield { cost: interchange.total + interchange.getLoss(closed), from: columns, closedAt }
  }
}

function findPlace(waiting: readonly Waiting[], cost: number): number {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (waiting[middle]!.cost > cost) low = middle + 1
    else high = middle
  }
  return low
}
