/**
 * Households by kind, at the people they belong to. Modelled: no table among the data has household positions by age, so the shapes below
 * are those of a general pattern (living alone peaks in the twenties and after the death of a partner, children live at home until their parents are in their fifties),
 * and only the level is measured: that of each kind in each municipality.
 */
import { interpolateMonotone } from '#engines/numeric/interpolate-monotone.ts'
import { estimateHouseholdTrend, getTrendFactors, type HouseholdLevel } from '#steps/explore/inputs/household-trend.ts'
import { AGE_COUNT, CELL_COUNT, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** As 'Kerncijfers wijken en buurten' counts them. Their order is that of the rates. */
export const HOUSEHOLD_KINDS = ['onePerson', 'withoutChildren', 'withChildren'] as const
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number]

/** Rates of one municipality. */
const BLOCK = HOUSEHOLD_KINDS.length * CELL_COUNT
const ADULTS_WITHOUT_CHILDREN = 2
/** One in five households with children has one parent. */
const ADULTS_WITH_CHILDREN = 1.8
const AGES = [15, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 101]
/** Share of the people of an age in a position, women and men. */
const POSITIONS: Readonly<Record<HouseholdKind, readonly (readonly number[])[]>> = {
  onePerson: [
    [0, 0.08, 0.2, 0.3, 0.21, 0.15, 0.13, 0.14, 0.16, 0.2, 0.24, 0.28, 0.33, 0.42, 0.52, 0.6, 0.6, 0.48, 0.35],
    [0, 0.07, 0.18, 0.32, 0.3, 0.26, 0.23, 0.22, 0.22, 0.23, 0.23, 0.23, 0.23, 0.25, 0.29, 0.34, 0.38, 0.38, 0.35],
  ],
  withoutChildren: [
    [0, 0.02, 0.08, 0.29, 0.28, 0.16, 0.11, 0.12, 0.21, 0.42, 0.6, 0.64, 0.61, 0.53, 0.39, 0.24, 0.12, 0.06, 0.03],
    [0, 0.01, 0.05, 0.21, 0.29, 0.2, 0.13, 0.11, 0.16, 0.3, 0.51, 0.65, 0.71, 0.71, 0.65, 0.55, 0.42, 0.28, 0.15],
  ],
  withChildren: [
    [0, 0.01, 0.02, 0.12, 0.42, 0.65, 0.75, 0.74, 0.62, 0.37, 0.16, 0.08, 0.06, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05],
    [0, 0, 0.01, 0.05, 0.25, 0.5, 0.62, 0.65, 0.61, 0.45, 0.25, 0.12, 0.06, 0.04, 0.03, 0.03, 0.03, 0.03, 0.03],
  ],
}

/**
 * How far the level of a municipality counts at an age, as a power: whole to 50, a quarter from 75 on. Students and starters make
 * the difference between places; whether a widow lives alone depends little on where.
 */
const LEVEL_POWERS: Float64Array = Float64Array.from({ length: AGE_COUNT }, (_, age) => 1 - 0.75 * Math.max(0, Math.min(1, (age - 50) / 25)))

/** Headship rates by kind, sex and age of nowhere in particular. */
const SCHEDULE: Float64Array = makeSchedule()

function makeSchedule(): Float64Array {
  const rates = new Float64Array(HOUSEHOLD_KINDS.length * CELL_COUNT)
  const adults = [1, ADULTS_WITHOUT_CHILDREN, ADULTS_WITH_CHILDREN]
  HOUSEHOLD_KINDS.forEach((kind, at) => {
    POSITIONS[kind].forEach((shares, sex) => {
      const share = interpolateMonotone(AGES, shares)
      for (let age = AGES[0]!; age < AGE_COUNT; age++) rates[at * CELL_COUNT + sex * AGE_COUNT + age] = Math.max(0, share(age)) / adults[at]!
    })
  })
  return rates
}

export interface HouseholdRates {
  /** Households an inhabitant, those in institutions included: a block of kinds, sexes and ages a municipality; all kinds of a person together at most 1. */
  readonly headshipRates: Float64Array
  /** By municipality and kind: what young adults have of the rates of the country. */
  readonly levels: Float64Array
  /** By kind: how the rates of the country go on. */
  readonly trend: readonly number[]
  /** Positions of municipalities where a rate had to be held at 1, so that their households are fewer than counted. */
  readonly heldBack: readonly number[]
}

/** Undefined where the households of `year` are not known. `people` is the population then. */
export function estimateHouseholdRates(data: ProjectionData, year: number, people: Float64Array): HouseholdRates | undefined {
  const counted = data.households.get(year)
  if (counted === undefined) return undefined
  const kinds = HOUSEHOLD_KINDS.length
  const [headshipRates, levels] = [new Float64Array(data.codes.length * BLOCK), new Float64Array(counted.length)]
  const national = fitCountry(counted, people)
  const heldBack = data.codes.flatMap((_, municipality) => {
    const own = people.subarray(municipality * CELL_COUNT, (municipality + 1) * CELL_COUNT)
    const block = headshipRates.subarray(municipality * BLOCK, (municipality + 1) * BLOCK)
    for (let kind = 0; kind < kinds; kind++) {
      const rates = national.subarray(kind * CELL_COUNT, (kind + 1) * CELL_COUNT)
      const level = findLevel(own, rates, counted[municipality * kinds + kind]!)
      levels[municipality * kinds + kind] = level
      block.set(applyLevel(rates, level), kind * CELL_COUNT)
    }
    return holdAtOne(block) ? [municipality] : []
  })
  return { headshipRates, levels, trend: estimateHouseholdTrend(listLevels(data)), heldBack }
}

/** Of one municipality, so many years after the jump-off: a block of kinds, sexes and ages. */
export const getRatesOf = ({ headshipRates, trend }: HouseholdRates, municipality: number, yearsAhead: number): Float64Array =>
  carryOn(takeRatesOf(headshipRates, municipality), trend, yearsAhead)

/** The same of all municipalities. */
export const getRatesOfAll = ({ headshipRates, trend }: HouseholdRates, yearsAhead: number): Float64Array => carryOn(headshipRates, trend, yearsAhead)

/** The block of one among those of all. */
export const takeRatesOf = (rates: Float64Array, municipality: number): Float64Array => rates.subarray(municipality * BLOCK, (municipality + 1) * BLOCK)

function carryOn(rates: Float64Array, trend: readonly number[], yearsAhead: number): Float64Array {
  if (yearsAhead === 0) return rates
  const factors = getTrendFactors(trend, yearsAhead)
  const later = new Float64Array(rates.length)
  for (let first = 0; first < rates.length; first += CELL_COUNT) {
    const factor = factors[(first / CELL_COUNT) % factors.length]!
    for (let at = first; at < first + CELL_COUNT; at++) later[at] = rates[at]! * factor
  }
  for (let first = 0; first < later.length; first += BLOCK) holdAtOne(later.subarray(first, first + BLOCK))
  return later
}

/** In every year that households and the ages of the country are known: counted ÷ what the schedule expects. */
function listLevels({ households, nationalPopulation }: ProjectionData): HouseholdLevel[] {
  return [...households].flatMap(([year, counted]) => {
    const people = nationalPopulation.get(year)
    if (people === undefined) return []
    return [{ year, kinds: HOUSEHOLD_KINDS.map((_, kind) => Math.log(addKind(counted, kind) / countHouseholds(people, SCHEDULE.subarray(kind * CELL_COUNT, (kind + 1) * CELL_COUNT)))) }]
  })
}

/** Of all municipalities. */
const addKind = (counted: Float64Array, kind: number): number => counted.reduce((total, own, at) => (at % HOUSEHOLD_KINDS.length === kind ? total + own : total), 0)

/** The schedule at the level of each kind in the country. */
function fitCountry(counted: Float64Array, people: Float64Array): Float64Array {
  const everybody = new Float64Array(CELL_COUNT)
  people.forEach((own, at) => (everybody[at % CELL_COUNT]! += own))
  const factors = HOUSEHOLD_KINDS.map((_, kind) => {
    const expected = countHouseholds(everybody, SCHEDULE.subarray(kind * CELL_COUNT, (kind + 1) * CELL_COUNT))
    return addKind(counted, kind) / expected
  })
  return SCHEDULE.map((rate, at) => rate * factors[Math.floor(at / CELL_COUNT)]!)
}

const applyLevel = (rates: Float64Array, level: number): Float64Array => rates.map((rate, cell) => rate * level ** LEVEL_POWERS[cell % AGE_COUNT]!)

/** The level at which the rates give the households that were counted, by halving on a logarithmic scale. */
function findLevel(people: Float64Array, rates: Float64Array, counted: number): number {
  let [low, high] = [-7, 7]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (countHouseholds(people, applyLevel(rates, Math.exp(middle))) > counted) high = middle
    else low = middle
  }
  return Math.exp((low + high) / 2)
}

function holdAtOne(block: Float64Array): boolean {
  let held = false
  for (let cell = 0; cell < CELL_COUNT; cell++) {
    let total = 0
    for (let at = cell; at < block.length; at += CELL_COUNT) total += block[at]!
    if (total <= 1) continue
    held = true
    for (let at = cell; at < block.length; at += CELL_COUNT) block[at]! /= total
  }
  return held
}

/** Households of a kind, of the people of a municipality and its rates, headed at an age and over. */
export function countKind(people: Float64Array, rates: Float64Array, kind: number, fromAge = 0): number {
  let total = 0
  for (const sex of [0, AGE_COUNT]) for (let cell = sex + fromAge; cell < sex + AGE_COUNT; cell++) total += people[cell]! * rates[kind * CELL_COUNT + cell]!
  return total
}

/** The same of all kinds together. */
export const countAllKinds = (people: Float64Array, rates: Float64Array): number => sum(HOUSEHOLD_KINDS.map((_, kind) => countKind(people, rates, kind)))

function countHouseholds(people: Float64Array, rates: Float64Array): number {
  let total = 0
  for (let cell = 0; cell < people.length; cell++) total += people[cell]! * rates[cell]!
  return total
}

/** Households of each kind in each municipality, from people and rates of all. */
export function countHouseholdsByKind(people: Float64Array, headshipRates: Float64Array): Float64Array {
  const kinds = HOUSEHOLD_KINDS.length
  return Float64Array.from({ length: (people.length / CELL_COUNT) * kinds }, (_, at) => {
    const municipality = Math.floor(at / kinds)
    return countHouseholds(people.subarray(municipality * CELL_COUNT, (municipality + 1) * CELL_COUNT), headshipRates.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT))
  })
}

/** The same rates for those in households alone, who are the only ones that the engine counts: at the base as many households, but where all of an age would have to head one. */
export function placeInHouseholds(headshipRates: Float64Array, people: Float64Array, inHouseholds: Float64Array): Float64Array {
  const rates = headshipRates.map((rate, at) => {
    const cell = Math.floor(at / BLOCK) * CELL_COUNT + (at % CELL_COUNT)
    return inHouseholds[cell]! > 0 ? (rate * people[cell]!) / inHouseholds[cell]! : rate
  })
  for (let first = 0; first < rates.length; first += BLOCK) holdAtOne(rates.subarray(first, first + BLOCK))
  return rates
}
