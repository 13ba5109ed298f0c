/** Households of a place by year, at the people they belong to: the rates of each year on the people of that year, at the level that was counted there. */
import type { MunicipalRun } from '#steps/explore/municipal-run.ts'
import { countKind, HOUSEHOLD_KINDS } from '#steps/explore/inputs/household-positions.ts'
import { sum } from '#steps/explore/inputs/projection-data.ts'
import type { ProjectedPlace } from '#steps/explore/projected-place.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** Living alone at this age and over is counted apart. */
const ALONE_FROM_AGE = 75

/** A year of more parts than this takes milliseconds. */
const MANY_PARTS = 50

/** Of a part of a place, by year. */
export interface PartHouseholds {
  /** In the order of HOUSEHOLD_KINDS. */
  readonly kinds: number[][]
  readonly alone75Plus: number[]
}

/** In the order of the parts; undefined where households are not known. Others are answered between the years of a large place. */
export async function countPlaceHouseholds({ parts }: ProjectedPlace, years: readonly number[], getRates: MunicipalRun['getHeadshipRates']): Promise<readonly PartHouseholds[] | undefined> {
  const counted = parts.map((): PartHouseholds => ({ kinds: [], alone75Plus: [] }))
  // Years outside: rates under a scenario are made for all municipalities of a year at once.
  for (const [ahead, year] of years.entries()) {
    if (parts.length > MANY_PARTS) await nextTurn()
    for (const [at, { municipality, years: people, householdFactors }] of parts.entries()) {
      const rates = getRates(year, municipality)
      if (rates === undefined) return undefined
      counted[at]!.kinds.push(HOUSEHOLD_KINDS.map((_, kind) => householdFactors[kind]! * countKind(people[ahead]!, rates, kind)))
      counted[at]!.alone75Plus.push(householdFactors[0]! * countKind(people[ahead]!, rates, 0, ALONE_FROM_AGE))
    }
  }
  return counted
}

/** What `take` gives of all parts together, by year. */
export const addUpParts = (parts: readonly PartHouseholds[], take: (part: PartHouseholds, year: number) => number): number[] =>
  parts[0]!.alone75Plus.map((_, year) => sum(parts.map((part) => take(part, year))))
