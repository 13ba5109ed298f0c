/** Plans around some others, cheapest first: of what is waiting the cheapest is looked at, and every swap of one of its sites comes up (best-first search). */
import { Interchange } from '#engines/siting/median/interchange.ts'
import type { ColumnRule } from '#engines/siting/median/limit-rule.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

/** The dearest are forgotten when more are waiting. */
const MOST_WAITING = 1000

/** A plan that is not made yet: another with one column in the place of one of its own. */
interface Waiting {
  readonly cost: number
  readonly from: Int32Array
  readonly swap?: { readonly at: number; readonly opened: number }
}

export interface NearPlansWish {
  /** 1 for columns that stay open. */
  readonly locked: Uint8Array
  readonly rule: Pick<ColumnRule, 'swapsFrom'>
  /** Plans that cost more are not walked through. */
  readonly mostCost: number
}

/**
 * Yields open columns, ascending, never the same twice; the plans to start from among them. As cheap plans are mostly one swap from another cheap one, little that is
 * cheaper is left out by the time a plan comes up; nothing is proved. There can be very many: stop asking when it is enough.
 */
export function* walkNearPlans(cells: SortedCells, starts: readonly Int32Array[], { locked, rule, mostCost }: NearPlansWish): Generator<Int32Array> {
  const interchange = new Interchange(cells, starts[0]?.length ?? 0)
  const seen = new Set<string>()
  // Dearest first, so that the cheapest is taken from the end.
  const waiting: Waiting[] = []
  const hasRoom = (cost: number) => waiting.length < MOST_WAITING || cost < waiting[0]!.cost
  const add = (own: Waiting) => {
    waiting.splice(findPlace(waiting, own.cost), 0, own)
    if (waiting.length > MOST_WAITING) waiting.shift()
  }
  for (const from of starts) {
    interchange.load(from)
    add({ cost: interchange.total, from })
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const columns = (next.swap === undefined ? next.from : next.from.with(next.swap.at, next.swap.opened)).toSorted()
    const name = columns.join()
    if (seen.has(name)) continue
    seen.add(name)
    yield columns
    interchange.load(columns)
    const maySwap = rule.swapsFrom(columns)
    for (let opened = 0; opened < cells.columnCount; opened++) {
      if (interchange.isOpen(opened)) continue
      for (const [at, closed] of columns.entries()) {
        const cost = interchange.total - interchange.getProfit(opened, closed)
        if (locked[closed] === 0 && cost <= mostCost && hasRoom(cost) && maySwap(opened, closed)) add({ cost, from: columns, swap: { at, opened } })
      }
    }
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
