/**
 * Inhabitants of a neighbourhood by single year of age, moved on from year to year: people grow older, die, have children and move.
 * Not a forecast and not fitted to anything: just coherent enough that ages, births and moves hang together.
 */
import type { Neighbourhood, VillageSize } from '#sources/fictional/world.ts'

const AGES = 100

/** The five age groups of the CBS tables: 0–14, 15–24, 25–44, 45–64, 65 and over. */
export const AGE_GROUP_STARTS = [0, 15, 25, 45, 65] as const
export type AgeGroups = readonly [number, number, number, number, number]

/** Age structure at the start: [age, relative number]. */
const VILLAGE_PROFILE = [[0, 0.9], [12, 1.1], [18, 0.95], [24, 0.62], [34, 0.92], [45, 1.1], [57, 1.55], [68, 1.35], [78, 0.9], [88, 0.28], [99, 0]] as const
const TOWN_PROFILE = [[0, 1], [12, 1.05], [18, 1], [24, 0.95], [34, 1.15], [45, 1.1], [57, 1.35], [68, 1.15], [78, 0.8], [88, 0.28], [99, 0]] as const

/** Ages by year, one array of people (not whole numbers) by single age for each of `years` years. */
export function simulateAges(neighbourhood: Neighbourhood, size: VillageSize, years: number): Float64Array[] {
  const states = [createAges(neighbourhood, size)]
  while (states.length < years) states.push(moveOn(states.at(-1) ?? new Float64Array(AGES), neighbourhood.growth, size))
  return states
}

/** Whole people in each age group; they add up to the rounded total. */
export function countAgeGroups(ages: Float64Array): AgeGroups {
  const exact = AGE_GROUP_STARTS.map((start, group) => sumRange(ages, start, AGE_GROUP_STARTS[group + 1] ?? AGES))
  const counts = exact.map(Math.floor)
  const missing = Math.round(exact.reduce((sum, value) => sum + value, 0)) - counts.reduce((sum, value) => sum + value, 0)
  const byRemainder = exact.map((value, group) => ({ group, remainder: value - Math.floor(value) })).sort((a, b) => b.remainder - a.remainder || a.group - b.group)
  for (const { group } of byRemainder.slice(0, missing)) counts[group] = (counts[group] ?? 0) + 1
  const [children = 0, young = 0, adults = 0, middle = 0, old = 0] = counts
  return [children, young, adults, middle, old]
}

/** People from one age up to but not including another. */
export function sumRange(ages: Float64Array, from: number, to: number): number {
  return ages.subarray(from, to).reduce((sum, value) => sum + value, 0)
}

function createAges({ startInhabitants, growth, greying }: Neighbourhood, size: VillageSize): Float64Array {
  const profile = size === 'town' ? TOWN_PROFILE : VILLAGE_PROFILE
  const ages = Float64Array.from({ length: AGES }, (_, age) => interpolate(profile, age) * Math.max(0.3, 1 + ((growth * 14 - greying) * (42 - age)) / 42))
  const scale = startInhabitants / sumRange(ages, 0, AGES)
  return ages.map((value) => value * scale)
}

function interpolate(profile: readonly (readonly [number, number])[], age: number): number {
  const next = profile.findIndex(([at]) => at >= age)
  const [toAge, to] = profile[next] ?? [AGES, 0]
  const [fromAge, from] = profile[next - 1] ?? [toAge - 1, to]
  return from + ((to - from) * (age - fromAge)) / (toAge - fromAge)
}

/** Gompertz: five per cent a year at 80, doubling every six and a half years of age. */
function deathProbability(age: number): number {
  return Math.min(1, 0.05 * Math.exp(0.106 * (age - 80)))
}

/** Children a year for each person of that age (women and men together); 1.55 children a woman in all. */
function birthRate(age: number): number {
  return age < 17 || age > 46 ? 0 : 0.062 * Math.exp(-((age - 31) ** 2) / (2 * 5 ** 2))
}

/** Who moves: the young most, then families with small children. */
function mobility(age: number): number {
  if (age < 10) return 0.8
  if (age < 17) return 0.4
  if (age < 30) return 2
  if (age < 42) return 1.2
  return age < 70 ? 0.3 : 0.5
}

/** Every year young people leave the villages for elsewhere and families come back; the sum of it is nought. */
const LEAVING_SHARE: Readonly<Record<VillageSize, number>> = { town: 0.012, large: 0.03, village: 0.036, hamlet: 0.036 }

function moveOn(ages: Float64Array, growth: number, size: VillageSize): Float64Array {
  const before = sumRange(ages, 0, AGES)
  const next = new Float64Array(AGES)
  for (let age = 0; age < AGES; age++) {
    const older = Math.min(age + 1, AGES - 1)
    next[older] = (next[older] ?? 0) + (ages[age] ?? 0) * (1 - deathProbability(age))
    next[0] = (next[0] ?? 0) + (ages[age] ?? 0) * birthRate(age)
  }
  if (before < 1) return next
  exchange(next, LEAVING_SHARE[size])
  const migration = before * (1 + growth) - sumRange(next, 0, AGES)
  const weight = next.reduce((sum, value, age) => sum + value * mobility(age), 0)
  return next.map((value, age) => value * Math.max(0, 1 + (migration * mobility(age)) / weight))
}

function exchange(ages: Float64Array, leavingShare: number): void {
  let leaving = 0
  for (let age = 18; age < 25; age++) {
    leaving += (ages[age] ?? 0) * leavingShare
    ages[age] = (ages[age] ?? 0) * (1 - leavingShare)
  }
  const families = sumRange(ages, 0, 8) + sumRange(ages, 27, 40)
  if (families === 0) return
  for (let age = 0; age < 40; age++) {
    if (age < 8 || age >= 27) ages[age] = (ages[age] ?? 0) * (1 + leaving / families)
  }
}
