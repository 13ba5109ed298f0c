/**
 * Limits in a table of costs from which exactly so many columns are chosen. Under a budget it may be best, or only possible, to open fewer sites than permitted: then idle columns,
 * that serve nobody and use nothing, stand for the sites that stay away. The search, the bound and the tree need not know.
 */
import type { Frame } from '#engines/siting/frame.ts'
import { listColumnLimits } from '#engines/siting/median/limit-rule.ts'
import type { ColumnLimit } from '#engines/siting/median/limit-rule.ts'

export interface LimitedColumns {
  /** How many columns open, idle ones included: no plan opens more. */
  readonly openCount: number
  /** Idle columns after those of the sites. */
  readonly idleCount: number
  /** For all columns, the idle ones included. */
  readonly limits: readonly ColumnLimit[]
  readonly locked: Uint8Array
}

export function limitColumns(frame: Frame, mostOpen: number): LimitedColumns {
  const { locked } = frame
  const limits = listColumnLimits(frame).filter(({ amounts, most }) => amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0) > most)
  const openCount = limits.reduce((least, limit) => Math.min(least, countWithin(limit, locked, mostOpen)), mostOpen)
  const idleCount = canFillUp(limits, locked, openCount) ? 0 : openCount - locked.reduce((sum, own) => sum + own, 0)
  const extend = (amounts: Float64Array) => Float64Array.from({ length: amounts.length + idleCount }, (_, column) => amounts[column] ?? 0)
  return {
    openCount, idleCount,
    limits: limits.map(({ amounts, most }) => ({ amounts: extend(amounts), most })),
    locked: Uint8Array.from({ length: locked.length + idleCount }, (_, column) => locked[column] ?? 0),
  }
}

/** The most columns that keep within one limit, all that must open among them. */
function countWithin({ amounts, most }: ColumnLimit, locked: Uint8Array, mostOpen: number): number {
  let count = locked.reduce((sum, own) => sum + own, 0)
  let used = amounts.reduce((sum, amount, column) => sum + amount * locked[column]!, 0)
  for (const amount of amounts.filter((_, column) => locked[column] === 0).sort()) {
    used += amount
    if (count === mostOpen || (amount > 0 && used > most)) break
    count++
  }
  return count
}

/** Whether a plan of fewer sites can always be filled up within the limits: with one limit that only counts sites, and enough that it does not count. */
function canFillUp(limits: readonly ColumnLimit[], locked: Uint8Array, openCount: number): boolean {
  const [limit] = limits
  if (limit === undefined) return true
  const { amounts, most } = limit
  const counted = amounts.reduce((sum, amount) => sum + amount, 0)
  const mustOpen = amounts.reduce((sum, amount, column) => sum + amount * locked[column]!, 0)
  return limits.length === 1 && amounts.every((amount) => amount === 0 || amount === 1) && mustOpen <= most && amounts.length - counted + Math.floor(most) >= openCount
}
