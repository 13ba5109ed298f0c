/**
 * Everybody in the made-up province, one by one, from year to year: people grow older, die, have children, move to another neighbourhood,
 * leave the country or come from abroad. Whole people throughout, so that every table of it adds up.
 */
import { AGES, BOYS_PER_GIRL, CELLS, getBirthRate, getDeathProbability, getLeavingProbability } from '#sources/fictional/life-course.ts'
import { createGrowth } from '#sources/fictional/growth.ts'
import { matchMovers, type Mover, type Place } from '#sources/fictional/movers.ts'
import type { Random } from '#sources/fictional/random.ts'
import { createStartingPeople } from '#sources/fictional/starting-people.ts'
import { MERGER_YEAR, type VillageSize, type World } from '#sources/fictional/world.ts'

/** Early enough for a trend of mortality to show. */
export const FIRST_YEAR = 2000

const FLOWS = ['births', 'deaths', 'immigration', 'emigration', 'arrivals', 'departures'] as const
export type Flow = (typeof FLOWS)[number]

/** What happened in a year; women and men of each territory. Arrivals and departures are from and to another municipality. */
export interface Events {
  readonly year: number
  readonly flows: Readonly<Record<Flow, Int32Array>>
  /** By sex and age at death. */
  readonly deathsByAge: Int32Array
  readonly birthsByAgeOfMother: Int32Array
}

export interface People {
  readonly years: readonly number[]
  /** On 1 January, by position in `years`, then by neighbourhood: people by sex and age. */
  readonly byYear: readonly (readonly Int32Array[])[]
  /** Of every year but the last. */
  readonly events: readonly Events[]
}

/** From FIRST_YEAR up to and including 1 January of `lastYear`. */
export function simulatePeople(world: World, random: Random, lastYear: number): People {
  const places = world.neighbourhoods.map(({ territory, village }): Place => ({ territory, size: sizeOf(world, village) }))
  const getGrowth = createGrowth(world, random.fork('growth'))
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)
  const byYear = [world.neighbourhoods.map((neighbourhood, at) => createStartingPeople(neighbourhood, { size: places[at]!.size, year: FIRST_YEAR, offset: random.next() }))]
  const events = years.slice(0, -1).map((year) => {
    const before = byYear.at(-1)!
    const happened = startYear(year, world.territories.length)
    const left: Mover[] = []
    const chances = createChances(year)
    const after = before.map((people, at) => liveOn(people, places[at]!, at, chances, happened, left, random))
    const wanted = before.map((people, at) => Math.max(0, Math.round(count(people) * (1 + getGrowth(at, year)) + random.next() - 0.5) - count(after[at]!)))
    for (const { mover, to } of matchMovers(left, wanted, places, random)) {
      if (to !== undefined) after[to]![mover.cell]!++
      countMove(happened.flows, mover, to, places, world, year)
    }
    byYear.push(after)
    return happened
  })
  return { years, byYear, events }
}

export function sumRange(people: Int32Array, from: number, until: number): number {
  let total = 0
  for (let age = from; age < until; age++) total += people[age]! + people[AGES + age]!
  return total
}

const count = (people: Int32Array): number => sumRange(people, 0, AGES)
const sizeOf = (world: World, village: number): VillageSize => world.villages[village]?.size ?? 'village'

function startYear(year: number, territories: number): Events {
  const empty = (): Int32Array => new Int32Array(2 * territories)
  return {
    year,
    flows: { births: empty(), deaths: empty(), immigration: empty(), emigration: empty(), arrivals: empty(), departures: empty() },
    deathsByAge: new Int32Array(CELLS),
    birthsByAgeOfMother: new Int32Array(AGES),
  }
}

interface Chances {
  /** By sex and age. */
  readonly death: Float64Array
  /** By age of the mother. */
  readonly birth: Float64Array
  readonly leaving: Readonly<Record<VillageSize, Float64Array>>
}

function createChances(year: number): Chances {
  const leaving = (size: VillageSize): Float64Array => Float64Array.from({ length: AGES }, (_, age) => getLeavingProbability(age, size))
  return {
    death: Float64Array.from({ length: CELLS }, (_, cell) => getDeathProbability(cell, year)),
    birth: Float64Array.from({ length: AGES }, (_, age) => getBirthRate(age)),
    leaving: { town: leaving('town'), large: leaving('large'), village: leaving('village'), hamlet: leaving('hamlet') },
  }
}

/** Those who stay, a year older, with their newborn; who leaves is added to `left`. */
function liveOn(people: Int32Array, { territory, size }: Place, from: number, chances: Chances, happened: Events, left: Mover[], random: Random): Int32Array {
  const { flows, deathsByAge, birthsByAgeOfMother } = happened
  const next = new Int32Array(CELLS)
  for (let cell = 0; cell < CELLS; cell++) {
    const [age, sex] = [cell % AGES, cell < AGES ? 0 : 1]
    if (people[cell] === 0) continue
    const [deathProbability, leavingProbability, birthRate] = [chances.death[cell]!, chances.leaving[size][age]!, sex === 0 ? chances.birth[age]! : 0]
    const older = age === AGES - 1 ? cell : cell + 1
    for (let person = 0; person < people[cell]!; person++) {
      if (birthRate > 0 && random.next() < birthRate) {
        const child = random.next() < BOYS_PER_GIRL / (1 + BOYS_PER_GIRL) ? 1 : 0
        birthsByAgeOfMother[age]!++
        flows.births[2 * territory + child]!++
        next[child * AGES]!++
      }
      const fate = random.next()
      if (fate < deathProbability) {
        flows.deaths[2 * territory + sex]!++
        // Half of them have had their birthday.
        deathsByAge[random.next() < 0.5 ? cell : older]!++
      } else if (fate < deathProbability + leavingProbability) left.push({ cell: older, from })
      else next[older]!++
    }
  }
  return next
}

function countMove(flows: Events['flows'], { cell, from }: Mover, to: number | undefined, places: readonly Place[], world: World, year: number): void {
  const sex = cell < AGES ? 0 : 1
  const [origin, destination] = [from, to].map((place) => (place === undefined ? undefined : places[place]!.territory))
  const municipalityOf = (territory: number): number => world.territories[territory]![year < MERGER_YEAR ? 'before' : 'after']
  if (origin === undefined && destination !== undefined) flows.immigration[2 * destination + sex]!++
  else if (origin !== undefined && destination === undefined) flows.emigration[2 * origin + sex]!++
  else if (origin !== undefined && destination !== undefined && municipalityOf(origin) !== municipalityOf(destination)) {
    flows.departures[2 * origin + sex]!++
    flows.arrivals[2 * destination + sex]!++
  }
}
