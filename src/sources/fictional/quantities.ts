/** What is counted in each neighbourhood and year: quantities that add up, from which every published column follows. */
import { measureDistance } from '#sources/fictional/hex-grid.ts'
import { AGES } from '#sources/fictional/life-course.ts'
import { sumRange, type People } from '#sources/fictional/people.ts'
import type { Random } from '#sources/fictional/random.ts'
import { LAST_YEAR, YEARS, type Neighbourhood, type Village, type World } from '#sources/fictional/world.ts'

/** Sums are in the unit of the quantity times people, homes or households, as the name says. */
export const QUANTITIES = [
  'inhabitants', 'men', 'age0', 'age15', 'age25', 'age45', 'age65', 'unmarried', 'divorced', 'widowed',
  'western', 'morocco', 'antilles', 'surinam', 'turkey', 'otherNonWestern', 'bornHereFromOutsideEurope', 'bornOutsideEurope',
  'households', 'single', 'withoutChildren', 'withChildren',
  'homes', 'homeValueSum', 'ownedHomes', 'incomeRecipients', 'incomeSum', 'poorHouseholds',
  'benefitAssistance', 'benefitDisability', 'benefitUnemployment', 'benefitOldAge',
  'cars', 'petrolCars', 'motorcycles', 'supermarketKmSum', 'daycareKmSum', 'addressDensitySum',
  'totalHectares', 'waterHectares',
] as const
export type Quantity = (typeof QUANTITIES)[number]
export type Quantities = Readonly<Record<Quantity, number>>

/** Whole-number quantities of every neighbourhood, by year; one year more than is published, for means over a year. */
export interface Count {
  readonly years: readonly number[]
  /** By position in `years`, then by neighbourhood. */
  readonly byYear: readonly (readonly Quantities[])[]
  /** Children of 4 to 11 at the last published year, by village. */
  readonly pupils: readonly number[]
}

export function countWorld(world: World, people: People, random: Random): Count {
  const years = [...YEARS, LAST_YEAR + 1]
  const pupils = world.villages.map(() => 0)
  const near = createDistances(world)
  const characters = world.neighbourhoods.map((neighbourhood) => drawCharacter(world, neighbourhood, near, random))
  const byYear = years.map((year) =>
    world.neighbourhoods.map((neighbourhood, position) => {
      const state = people.byYear[people.years.indexOf(year)]![position]!
      if (year === LAST_YEAR) pupils[neighbourhood.village]! += sumRange(state, 4, 12)
      return countNeighbourhood(state, characters[position] ?? NO_CHARACTER, year)
    }),
  )
  return { years, byYear, pupils }
}

/** The sum of several areas. */
export function addUp(parts: readonly Quantities[]): Quantities {
  const sum = Object.fromEntries(QUANTITIES.map((quantity) => [quantity, 0])) as Record<Quantity, number>
  for (const part of parts) for (const quantity of QUANTITIES) sum[quantity] += part[quantity]
  return sum
}

function sizeOf(world: World, neighbourhood: Neighbourhood): Village['size'] {
  return world.villages[neighbourhood.village]?.size ?? 'village'
}

/** What makes one neighbourhood differ from another and stays the same over the years. */
interface Character {
  readonly prosperity: number
  readonly ownership: number
  readonly singleFactor: number
  readonly originFactor: number
  readonly carsPerHousehold: number
  readonly supermarketKm: number
  readonly daycareKm: number
  readonly totalHectares: number
  readonly waterHectares: number
}
const NO_CHARACTER: Character = {
  prosperity: 1, ownership: 0.7, singleFactor: 1, originFactor: 1, carsPerHousehold: 1.2, supermarketKm: 1, daycareKm: 1, totalHectares: 0, waterHectares: 0,
}

function drawCharacter(world: World, neighbourhood: Neighbourhood, near: ReturnType<typeof createDistances>, random: Random): Character {
  const { grid } = world.land
  const isTown = sizeOf(world, neighbourhood) === 'town'
  const isOutlying = neighbourhood.kind === 'outlying'
  const totalHectares = Math.round(100 * neighbourhood.cells.reduce((sum, cell) => sum + (grid.areaSquareKm[cell] ?? 0), 0))
  const [supermarketKm, daycareKm] = near(neighbourhood)
  return {
    prosperity: Math.max(0.7, random.normal(isOutlying ? 1.12 : 0.97, 0.09) + 3 * neighbourhood.growth),
    ownership: Math.min(0.97, Math.max(0.3, random.normal(isOutlying ? 0.88 : isTown ? 0.6 : 0.74, 0.08))),
    singleFactor: random.normal(isTown ? 1.05 : 0.82, 0.09),
    originFactor: Math.max(0.3, random.normal(isTown ? 1.6 : 0.7, 0.25)),
    carsPerHousehold: Math.min(1.9, Math.max(0.8, random.normal(isOutlying ? 1.55 : isTown ? 1.05 : 1.25, 0.08))),
    supermarketKm,
    daycareKm,
    totalHectares,
    waterHectares: Math.round(totalHectares * random.between(0.005, 0.06)),
  }
}

/** Kilometres by road to the nearest village with a supermarket and to the nearest with a day nursery. */
function createDistances(world: World): (neighbourhood: Neighbourhood) => [number, number] {
  const { grid } = world.land
  const shops = world.villages.filter(({ startInhabitants }) => startInhabitants >= 1500).map(({ centre }) => centre)
  const nurseries = world.villages.filter(({ startInhabitants }) => startInhabitants >= 550).map(({ centre }) => centre)
  const nearest = (cells: readonly number[], targets: readonly number[]): number =>
    cells.reduce((sum, cell) => sum + Math.min(...targets.map((target) => measureDistance(grid, cell, target))), 0) / Math.max(1, cells.length)
  return ({ cells }) => [0.35 + 1.25 * nearest(cells, shops), 0.3 + 1.25 * nearest(cells, nurseries)]
}

/** Growth of the mean value of a home and of income, against 2021. */
const HOME_VALUE: Readonly<Record<number, number>> = { 2020: 252, 2021: 268, 2022: 293, 2023: 338, 2024: 348, 2025: 360 }
const INCOME: Readonly<Record<number, number>> = { 2020: 33.1, 2021: 34.2, 2022: 35.6, 2023: 38, 2024: 40.1, 2025: 41 }

/** The five age groups of the CBS tables: 0–14, 15–24, 25–44, 45–64, 65 and over. */
type AgeGroups = readonly [number, number, number, number, number]

function countNeighbourhood(people: Int32Array, character: Character, year: number): Quantities {
  const groups: AgeGroups = [sumRange(people, 0, 15), sumRange(people, 15, 25), sumRange(people, 25, 45), sumRange(people, 45, 65), sumRange(people, 65, AGES)]
  const [age0, age15, age25, age45, age65] = groups
  const inhabitants = age0 + age15 + age25 + age45 + age65
  const households = countHouseholds(groups, character.singleFactor)
  const total = households.single + households.withoutChildren + households.withChildren
  const homes = Math.round(total * 1.025)
  const incomeRecipients = Math.round(0.16 * age15 + 0.93 * (age25 + age45) + 0.97 * age65 + 0.5 * age15)
  const share = (part: number): number => Math.round(inhabitants * part * character.originFactor)
  const bornOutsideEurope = share(0.032)
  const cars = Math.round(total * character.carsPerHousehold * (1 + 0.006 * (year - 2020)))
  const landSquareKm = Math.max(0.01, (character.totalHectares - character.waterHectares) / 100)
  return {
    inhabitants, age0, age15, age25, age45, age65,
    men: people.subarray(AGES).reduce((sum, men) => sum + men, 0),
    unmarried: Math.round(age0 + 0.97 * age15 + 0.52 * age25 + 0.2 * age45 + 0.06 * age65),
    divorced: Math.round(0.05 * age25 + 0.13 * age45 + 0.1 * age65),
    widowed: Math.round(0.02 * age45 + 0.22 * age65),
    western: share(0.05), morocco: share(0.002), antilles: share(0.003), surinam: share(0.003), turkey: share(0.004), otherNonWestern: share(0.022),
    bornHereFromOutsideEurope: share(0.02), bornOutsideEurope,
    ...households,
    households: total,
    homes,
    homeValueSum: homes * (HOME_VALUE[year] ?? 300) * character.prosperity ** 1.6,
    ownedHomes: homes * character.ownership,
    incomeRecipients,
    incomeSum: incomeRecipients * (INCOME[year] ?? 36) * character.prosperity,
    poorHouseholds: total * Math.max(0.012, 0.062 - 0.16 * (character.prosperity - 1)),
    benefitAssistance: Math.max(0, Math.round((age25 + age45) * (0.025 - 0.05 * (character.prosperity - 1)))),
    benefitDisability: Math.round((age25 + age45) * 0.082),
    benefitUnemployment: Math.round((age25 + age45) * 0.024),
    benefitOldAge: Math.round(age65 * 0.93),
    cars,
    petrolCars: Math.round(cars * 0.77),
    motorcycles: Math.round(total * 0.13),
    supermarketKmSum: inhabitants * character.supermarketKm,
    daycareKmSum: inhabitants * character.daycareKm,
    addressDensitySum: homes * Math.max(5, (0.75 * homes) / landSquareKm),
    totalHectares: character.totalHectares,
    waterHectares: character.waterHectares,
  }
}

/** Households that hold exactly everybody: singles, families with 1.75 children at home and 1.8 parents, and couples of the rest. */
function countHouseholds([age0, age15, age25, age45, age65]: AgeGroups, singleFactor: number): { single: number; withChildren: number; withoutChildren: number } {
  const inhabitants = age0 + age15 + age25 + age45 + age65
  const single = Math.round(singleFactor * (0.12 * age15 + 0.17 * age25 + 0.17 * age45 + 0.31 * age65))
  const children = age0 + 0.65 * age15
  const withChildren = Math.round(children / 1.75)
  const withoutChildren = Math.max(0, Math.round((inhabitants - single - children - 1.8 * withChildren) / 2))
  return { single, withChildren, withoutChildren }
}
