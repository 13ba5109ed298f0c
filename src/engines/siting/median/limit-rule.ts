import type { Frame } from '#engines/siting/frame.ts'
import type { SwapRule } from '#engines/siting/median/interchange.ts'
import { ROUNDING } from '#engines/siting/siting-problem.ts'

/** What open columns use up together. Columns are positions in `frame.sites`. */
export interface ColumnLimit {
  readonly amounts: Float64Array
  readonly most: number
}

/** Keeps a search that knows only costs within what else is asked. */
export interface ColumnRule {
  /** From these columns on: whether a swap leaves no limit further broken than it was, and no location with two forms. */
  swapsFrom(open: ArrayLike<number>): SwapRule
  /** From these columns on: how much less limits are broken after a swap, as parts of them. */
  reliefFrom(open: ArrayLike<number>): (opened: number, closed: number) => number
  /** Whether the column fits beside these. */
  mayAdd(columns: ArrayLike<number>, opened: number): boolean
  /** Whether these columns may be open together. */
  fits(columns: ArrayLike<number>): boolean
}

/** The limits of a problem; what is lost in adding up does not break one. */
export function listColumnLimits({ problem, sites }: Frame): ColumnLimit[] {
  return (problem.limits ?? []).map(({ amounts, most }) => ({ most: most + ROUNDING * Math.abs(most), amounts: Float64Array.from(sites, (site) => amounts[site]!) }))
}

/** The limits and the forms of one location of a problem; after the sites come so many columns that use nothing. */
export function createLimitRule(frame: Frame, idleCount = 0): ColumnRule {
  const columnCount = frame.sites.length + idleCount
  const limits = listColumnLimits(frame).map(({ amounts, most }) => ({ most, amounts: Float64Array.from({ length: columnCount }, (_, column) => amounts[column] ?? 0) }))
  return makeLimitRule(limits, Int32Array.from({ length: columnCount }, (_, column) => frame.problem.locations?.[frame.sites[column] ?? -1] ?? -1))
}

/** `locations` has the same number from 0 for columns of which only one may open; −1 for a column on its own. */
export function makeLimitRule(limits: readonly ColumnLimit[], locations?: Int32Array): ColumnRule {
  const isTwice = (columns: ArrayLike<number>, opened: number, closed: number) => {
    if (locations === undefined || locations[opened]! < 0) return false
    for (let at = 0; at < columns.length; at++) if (columns[at] !== closed && columns[at] !== opened && locations[columns[at]!] === locations[opened]) return true
    return false
  }
  const add = (columns: ArrayLike<number>, amounts: Float64Array) => {
    let sum = 0
    for (let at = 0; at < columns.length; at++) sum += amounts[columns[at]!]!
    return sum
  }
  const listRoom = (open: ArrayLike<number>) => limits.map(({ amounts, most }) => most - add(open, amounts))
  return {
    swapsFrom(open) {
      const room = listRoom(open)
      return (opened, closed) => limits.every(({ amounts }, at) => amounts[opened]! <= amounts[closed]! || amounts[opened]! - amounts[closed]! <= room[at]!) && !isTwice(open, opened, closed)
    },
    reliefFrom(open) {
      const room = listRoom(open)
      return (opened, closed) => limits.reduce((sum, { amounts, most }, at) => sum + (Math.min(0, room[at]! - amounts[opened]! + amounts[closed]!) - Math.min(0, room[at]!)) / Math.max(1e-9, Math.abs(most)), 0)
    },
    mayAdd: (columns, opened) => !isTwice(columns, opened, -1) && limits.every(({ amounts, most }) => amounts[opened]! <= 0 || add(columns, amounts) + amounts[opened]! <= most),
    fits: (columns) => limits.every(({ amounts, most }) => add(columns, amounts) <= most) && Array.from(columns).every((column) => !isTwice(columns, column, -1)),
  }
}
