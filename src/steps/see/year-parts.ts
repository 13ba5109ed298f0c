/** What the subject of a series consisted of in a year. */
import type { AreaCode } from '#domain/area.ts'
import type { Bridged } from '#domain/bridge.ts'
import type { Words } from '#domain/words.ts'

export interface Part {
  readonly code: AreaCode
  /** Share of the area's figure that counts, above 0 and at most 1. */
  readonly share: number
  /** True where the area is part of the whole, but did not exist that year under any code we know. */
  readonly isAbsent?: boolean
}

export interface YearParts {
  /** Undefined where nothing of it was there, or can be compared. */
  readonly parts: readonly Part[] | undefined
  readonly bridged: Bridged
  /** Figures of the years before cannot be compared with those of this one and later. */
  readonly breakBefore?: boolean
  readonly remark?: Words
}

/** The same whole in each year. */
export type PartsByYear = (year: number) => YearParts

/** Whether figures of both years cannot be compared because of what happened after the first, up to and including the last. */
export function breaksWithin(partsOf: PartsByYear, first: number, last: number): boolean {
  for (let year = first + 1; year <= last; year++) {
    const { breakBefore, parts } = partsOf(year)
    if (parts !== undefined && breakBefore === true) return true
    if (parts !== undefined && partsOf(year - 1).parts === undefined && year - 1 > first) return true
  }
  return partsOf(first).parts === undefined && partsOf(last).parts !== undefined
}
