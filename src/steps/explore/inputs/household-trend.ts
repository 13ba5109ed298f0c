/**
 * How rates of households go on: at the same age ever more people live alone, and fewer as a couple without children. Of the country, each kind apart.
 * Method and source of the form: docs/methods/population-inputs.md, "Households".
 */

/**
 * Change a year of the logarithm of households a person of the same sex and age, from 2015 to 2020, in the order of HOUSEHOLD_KINDS: counts of Statistics
 * Netherlands (37975) against people by age. Households before 2020 are not among the tables; years before 2015 were counted in another way until 2011.
 */
const BEFORE_2020 = [0.003, -0.0084, 0.0046] as const
/** Every year that was seen counts one part, the years before 2020 together so many (Bühlmann's k). */
const CREDIBILITY_YEARS = 4
/** Each year's change is this much of that of the year before (a damped trend; Gardner & McKenzie 1985). */
const DAMPING = 0.8

/** What was counted of each kind in a year, as logarithm of counted ÷ expected by rates that do not change. */
export interface HouseholdLevel {
  readonly year: number
  readonly kinds: readonly number[]
}

/** By kind, the change of the logarithm in the last year that is known; damped from there on. `levels` in any order. */
export function estimateHouseholdTrend(levels: readonly HouseholdLevel[]): number[] {
  const ordered = [...levels].sort((one, other) => one.year - other.year)
  const [first, last] = [ordered[0], ordered.at(-1)]
  return BEFORE_2020.map((before, kind) => {
    if (first === undefined || last === undefined || first === last) return before
    const years = last.year - first.year
    const credibility = years / (years + CREDIBILITY_YEARS)
    return credibility * ((last.kinds[kind]! - first.kinds[kind]!) / years) + (1 - credibility) * before
  })
}

/** By kind, what rates are multiplied by so many years after the last that is known; 1 for 0. */
export const getTrendFactors = (trend: readonly number[], yearsAhead: number): number[] =>
  trend.map((change) => Math.exp((change * DAMPING * (1 - DAMPING ** yearsAhead)) / (1 - DAMPING)))
