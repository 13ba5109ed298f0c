/** A municipal boundary change as CBS describes it: which municipality gave what to which, and when. */
import type { AreaCode } from '#domain/area.ts'

/** CBS writes a change of the border of the country as a transfer from or to this code. */
export const ABROAD_CODE: AreaCode = 'GM0998'

export interface BoundaryChange {
  /** ISO date on which it took effect. */
  readonly date: string
  /** First year (1 January) whose figures are on the new boundaries. */
  readonly firstYear: number
  /** dissolved: the giver ceased to exist; transfer: part of it moved and it lived on. */
  readonly kind: 'dissolved' | 'transfer'
  /** Only the name and the code changed: all of the giver goes on under another code. Its kind is `dissolved`. */
  readonly renamed?: boolean
  readonly from: AreaCode
  readonly fromName: string
  readonly to: AreaCode
  readonly toName: string
  readonly hectares?: number
  readonly homes?: number
  /** Inhabitants that moved with it, at the moment of the change. */
  readonly inhabitants?: number
}
