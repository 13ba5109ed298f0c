import type { Frame } from '#engines/siting/frame.ts'

/** Keeps a search that knows only costs within limits and forms of one location. Columns are positions in `frame.sites`. */
export interface LimitRule {
  /** Whether the swap leaves no limit further broken than it was, and no location with two forms. */
  mayUse(open: ArrayLike<number>, opened: number, closed: number): boolean
  /** Whether the column fits beside these. */
  mayAdd(columns: ArrayLike<number>, opened: number): boolean
}

export function createLimitRule({ problem, sites }: Frame): LimitRule {
  const limits = (problem.limits ?? []).map(({ amounts, most }) => ({ most, amounts: Float64Array.from(sites, (site) => amounts[site]!) }))
  const locations = sites.map((site) => problem.locations?.[site] ?? -1)
  const isTwice = (columns: ArrayLike<number>, opened: number, closed: number) => {
    if (locations[opened]! < 0) return false
    for (let at = 0; at < columns.length; at++) if (columns[at] !== closed && locations[columns[at]!] === locations[opened]) return true
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
  }
}
