/** The buurten of a municipality by year, with what a scenario does in single ones: plain arrays, so that a thread can do it. */
import type { Area } from '#domain/area.ts'
import { projectSmallAreas, projectYears, type SmallAreaYears } from '#steps/explore/inputs/small-areas.ts'
import { putIn, type SmallEffect } from '#steps/explore/scenario/small-effects.ts'
import { nextTurn } from '#steps/shared/turns.ts'

export interface BuurtenTask {
  readonly buurten: readonly Area[]
  readonly effects: readonly SmallEffect[]
  /** The municipality without the effects. */
  readonly years: SmallAreaYears
}

/** A block a buurt, in their order, the base year first. */
export const projectBuurten = ({ buurten, effects, years }: BuurtenTask): readonly Float64Array[] => putIn(projectSmallAreas(years), { buurten }, effects)

/** The same with others answered between the years: those of a large city take a quarter of a second. */
export async function projectBuurtenBetweenOthers({ buurten, effects, years }: BuurtenTask): Promise<readonly Float64Array[]> {
  const projected: Float64Array[] = []
  for (const year of projectYears(years)) {
    projected.push(year)
    await nextTurn()
  }
  return putIn(projected, { buurten }, effects)
}
