/** What a scenario does in single wijken and buurten, put on the buurten of their municipality. */
import { CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import type { SmallTarget } from '#steps/explore/scenario/scenario-plan.ts'
import type { SmallAreaBase } from '#steps/explore/small-area-base.ts'

/** People by sex and age, a block a year from the jump-off on. */
export interface SmallEffect {
  readonly target: SmallTarget
  /** By so many more (or fewer) people in the municipality. */
  readonly gained: readonly Float64Array[]
  /** Who came from other buurten of the municipality. */
  readonly moved: readonly Float64Array[]
}

/** The municipality as it would be without them, by year. Not below 0. */
export function takeOut(years: readonly Float64Array[], effects: readonly SmallEffect[]): readonly Float64Array[] {
  if (effects.length === 0) return years
  return years.map((people, year) => people.map((own, cell) => Math.max(0, effects.reduce((rest, { gained }) => rest - gained[year]![cell]!, own))))
}

/**
 * Buurten by year (a block each) with the effects in them. Who comes is shared by the buurten of a target by inhabitants, who goes is taken from those who live there; where
 * too few do, the rest is taken from the other buurten. So together they gain exactly what the municipality does.
 */
export function putIn(years: readonly Float64Array[], { buurten }: Pick<SmallAreaBase, 'buurten'>, effects: readonly SmallEffect[]): readonly Float64Array[] {
  if (effects.length === 0) return years
  const all = buurten.map((_, at) => at)
  const weights = all.map((at) => years[0]!.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT).reduce((sum, own) => sum + own, 0))
  return years.map((people, year) => {
    const cells = people.slice()
    for (const { target, gained, moved } of effects) {
      const members = all.filter((at) => target.buurten.includes(buurten[at]!.code))
      const others = all.filter((at) => !members.includes(at))
      for (let cell = 0; cell < CELL_COUNT; cell++) {
        const rest = gained[year]![cell]! - give(cells, members, cell, gained[year]![cell]!, weights)
        give(cells, others, cell, rest, weights)
        const [from, to] = moved[year]![cell]! > 0 ? [others, members] : [members, others]
        give(cells, to, cell, -give(cells, from, cell, -Math.abs(moved[year]![cell]!), weights), weights)
      }
    }
    return cells
  })
}

/** Adds people of a cell to buurten, or takes at most those who are there; gives how many it was. */
function give(cells: Float64Array, places: readonly number[], cell: number, amount: number, weights: readonly number[]): number {
  const there = places.reduce((sum, at) => sum + cells[at * CELL_COUNT + cell]!, 0)
  const weight = places.reduce((sum, at) => sum + weights[at]!, 0)
  const given = amount >= 0 ? (places.length === 0 ? 0 : amount) : -Math.min(-amount, there)
  if (given === 0) return 0
  for (const at of places) {
    const share = given > 0 ? (weight > 0 ? weights[at]! / weight : 1 / places.length) : cells[at * CELL_COUNT + cell]! / there
    cells[at * CELL_COUNT + cell]! += given * share
  }
  return given
}
