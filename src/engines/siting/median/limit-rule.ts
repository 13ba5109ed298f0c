import type { Frame } from '#engines/siting/frame.ts'

/** What open columns use up together. Columns are positions in `frame.sites`. */
export interface ColumnLimit {
  readonly amounts: Float64Array
  readonly most: number
}

/** Keeps a search that knows only costs within what else is asked. */
export interface ColumnRule {
  /** Whether the swap leaves no limit further broken than it was, and no location with two forms. */
  mayUse(open: ArrayLike<number>, opened: number, closed: number): boolean
  /** Whether the column fits beside these. */
  mayAdd(columns: ArrayLike<number>, opened: number): boolean
  /** Whether these columns may be open together. */
  fits(columns: ArrayLike<number>): boolean
}

/** The limits and the forms of one location of a problem. */
export function createLimitRule({ problem, sites }: Frame): ColumnRule {
  const limits = (problem.limits ?? []).map(({ amounts, most }) => ({ most, amounts: Float64Array.from(sites, (site) => amounts[site]!) }))
  return makeLimitRule(limits, sites.map((site) => problem.locations?.[site] ?? -1))
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
  return {
    mayUse: (open, opened, closed) =>
      !isTwice(open, opened, closed) && limits.every(({ amounts, most }) => amounts[opened]! <= amounts[closed]! || add(open, amounts) - amounts[closed]! + amounts[opened]! <= most),
    mayAdd: (columns, opened) => !isTwice(columns, opened, -1) && limits.every(({ amounts, most }) => amounts[opened]! <= 0 || add(columns, amounts) + amounts[opened]! <= most),
    fits: (columns) => limits.every(({ amounts, most }) => add(columns, amounts) <= most) && Array.from(columns).every((column) => !isTwice(columns, column, -1)),
  }
}
