/** A municipal boundary change as CBS describes it: which municipality gave what to which, and when. */
import type { AreaCode } from '#domain/area.ts'

export interface BoundaryChange {
  /** ISO date on which it took effect. */
  readonly date: string
  /** First year (1 January) whose figures are on the new boundaries. */
  readonly firstYear: number
  /** dissolved: the giver ceased to exist; transfer: part of it moved and it lived on. */
  readonly kind: 'dissolved' | 'transfer'
  readonly from: AreaCode
  readonly fromName: string
  readonly to: AreaCode
  readonly toName: string
  readonly hectares?: number
  readonly homes?: number
  /** Inhabitants that moved with it, at the moment of the change. */
  readonly inhabitants?: number
}
