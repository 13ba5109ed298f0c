/** What the subject of a series consisted of in a year. */
import type { Bridged } from '#domain/bridge.ts'
import type { Part } from '#steps/see/evaluate-parts.ts'
import type { Words } from '#steps/see/series-words.ts'

export interface YearParts {
  /** Undefined where nothing of it was there, or can be compared. */
  readonly parts: readonly Part[] | undefined
  readonly bridged: Bridged
  /** Figures of the years before cannot be compared with those of this one and later. */
  readonly breakBefore?: boolean
  readonly remark?: Words
}
