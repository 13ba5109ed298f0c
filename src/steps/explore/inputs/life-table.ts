/** Survival by single age from death rates: a period life table (Preston, Heuveline & Guillot 2001, chapter 3). */
import { AGE_COUNT } from '#steps/explore/inputs/projection-data.ts'

/** Years lived in the year of death by those who die below age 1 (low mortality), and at any other age. */
const LIVED_BELOW_ONE = 0.1
const LIVED = 0.5

export interface LifeTable {
  /** Survival into each age in a step of a year, as the engine wants it: from birth, L(x)/L(x−1), and T(100)/T(99). */
  readonly survivalRatios: Float64Array
  /** In years. */
  readonly lifeExpectancy: number
}

/** `deathRates`: deaths a person-year by single age, the last one open and above 0. Throws a RangeError for a rate below 0. */
export function makeLifeTable(deathRates: ArrayLike<number>): LifeTable {
  const last = AGE_COUNT - 1
  const years = new Float64Array(AGE_COUNT)
  let alive = 1
  for (let age = 0; age < last; age++) {
    const rate = deathRates[age]!
    if (!(rate >= 0)) throw new RangeError(`death rate ${rate} at age ${age} must be at least 0`)
    const lived = age === 0 ? LIVED_BELOW_ONE : LIVED
    const dying = Math.min(1, rate / (1 + (1 - lived) * rate)) * alive
    years[age] = alive - (1 - lived) * dying
    alive -= dying
  }
  if (!(deathRates[last]! > 0)) throw new RangeError(`death rate ${deathRates[last]} of the open age group must be above 0`)
  years[last] = alive / deathRates[last]!
  const survivalRatios = years.map((lived, age) => (age === 0 ? lived : age === last ? lived / (lived + years[last - 1]!) : lived / years[age - 1]!))
  return { survivalRatios, lifeExpectancy: years.reduce((total, lived) => total + lived, 0) }
}
