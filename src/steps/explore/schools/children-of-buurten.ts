/** Children of primary school age in every buurt, year by year. */
import type { Area } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { DEMAND_AGES } from '#steps/explore/demand-ages.ts'
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { gatherBuurten, type PeopleByYear } from '#steps/explore/projected-place.ts'
import { projectBuurtenBetweenOthers } from '#steps/explore/scenario/project-buurten.ts'

export interface ChildrenOfBuurten {
  /** Buurten of the jump-off. */
  readonly areas: readonly Area[]
  /** Position of the municipality of each. */
  readonly municipalities: Int32Array
  readonly years: readonly number[]
  /** Children of 4 to 11 by year, one figure a buurt, and one a municipality. */
  readonly ofBuurten: readonly Float64Array[]
  readonly ofMunicipalities: readonly Float64Array[]
  /** All inhabitants of each buurt at the jump-off. */
  readonly inhabitants: Float64Array
  /** Municipalities, by position, of which no buurt is known: their children are not in `ofBuurten`. */
  readonly withoutBuurten: readonly number[]
}

const [FIRST_AGE, LAST_AGE] = DEMAND_AGES.pupils4to11

/** Of the years of the run, the jump-off first. Seconds of work: others are answered in between. */
export async function countChildrenOfBuurten(statistics: Statistics, prepared: PreparedMunicipalities, run: PeopleByYear): Promise<ChildrenOfBuurten> {
  const people = run.years.map((year) => year.people)
  const { codes } = prepared.data
  const [areas, municipalities, inhabitants, withoutBuurten]: [Area[], number[], number[], number[]] = [[], [], [], []]
  const ofBuurten: number[][] = people.map(() => [])
  for (let municipality = 0; municipality < codes.length; municipality++) {
    const gathered = gatherBuurten(statistics, { prepared }, run, codes[municipality]!, people.length)
    if (gathered === undefined) {
      withoutBuurten.push(municipality)
      continue
    }
    const projected = await projectBuurtenBetweenOthers(gathered.task)
    gathered.base.buurten.forEach((buurt, at) => {
      areas.push(buurt)
      municipalities.push(municipality)
      inhabitants.push(takeBlock(projected[0]!, at).reduce((sum, own) => sum + own, 0))
    })
    projected.forEach((year, ahead) => gathered.base.buurten.forEach((_, at) => ofBuurten[ahead]!.push(countChildren(takeBlock(year, at)))))
  }
  return {
    areas,
    withoutBuurten,
    municipalities: Int32Array.from(municipalities),
    inhabitants: Float64Array.from(inhabitants),
    years: people.map((_, ahead) => prepared.jumpOff + ahead),
    ofBuurten: ofBuurten.map((year) => Float64Array.from(year)),
    ofMunicipalities: people.map((year) => Float64Array.from(codes, (_, at) => countChildren(takeBlock(year, at)))),
  }
}

const takeBlock = (cells: Float64Array, at: number): Float64Array => cells.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT)

function countChildren(block: Float64Array): number {
  let children = 0
  for (let age = FIRST_AGE; age <= LAST_AGE; age++) children += block[age]! + block[AGE_COUNT + age]!
  return children
}
