/** Who of those who look for another home goes where. */
import { AGES, CELLS, getTasteForTown, getWeightOfImmigrant, SHARE_ABROAD, TOWNNESS } from '#sources/fictional/life-course.ts'
import type { Random } from '#sources/fictional/random.ts'
import type { VillageSize } from '#sources/fictional/world.ts'

export interface Place {
  readonly territory: number
  readonly size: VillageSize
}

export interface Mover {
  /** Sex and age on arrival. */
  readonly cell: number
  /** Neighbourhood; undefined for somebody from abroad. */
  readonly from?: number
}

/**
 * Everybody who left, and who comes from abroad, with a neighbourhood to live in; undefined is abroad. Each neighbourhood gets the number that it wants.
 * Movers and homes are put in order of taste and townness, each with some chance, and matched in that order: so the young go to towns, families to villages.
 */
export function matchMovers(left: readonly Mover[], wanted: readonly number[], places: readonly Place[], random: Random): { mover: Mover; to: number | undefined }[] {
  const homes = wanted.flatMap((number, place) => Array.from({ length: number }, () => ({ place, rank: TOWNNESS[places[place]!.size] + random.normal(0, 0.7) })))
  const staying: Mover[] = []
  const gone: Mover[] = []
  for (const mover of shuffle(left, random)) (random.next() < SHARE_ABROAD || staying.length >= homes.length ? gone : staying).push(mover)
  while (staying.length < homes.length) staying.push({ cell: drawImmigrant(random) })
  const movers = staying.map((mover) => ({ mover, rank: getTasteForTown(mover.cell % AGES) + random.normal(0, 0.7) })).sort((a, b) => a.rank - b.rank)
  homes.sort((a, b) => a.rank - b.rank)
  return [...movers.map(({ mover }, at) => ({ mover, to: homes[at]!.place })), ...gone.map((mover) => ({ mover, to: undefined }))]
}

function shuffle(movers: readonly Mover[], random: Random): Mover[] {
  const list = [...movers]
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.whole(0, at)
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}

const CUMULATIVE: readonly number[] = (() => {
  let sum = 0
  return Array.from({ length: CELLS }, (_, cell) => (sum += getWeightOfImmigrant(cell % AGES)))
})()

function drawImmigrant(random: Random): number {
  const drawn = random.between(0, CUMULATIVE.at(-1)!)
  return CUMULATIVE.findIndex((sum) => drawn < sum)
}
