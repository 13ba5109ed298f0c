/**
 * People who live in institutions (nursing homes, care, reception centres), from what households leave over in buurten: no table among the
 * data counts them. Method: docs/methods/population-inputs.md.
 */
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE } from '#steps/explore/inputs/projection-data.ts'

/** Household sizes are rounded to 0.1, people and households to 5: half of each is what rounding can hide. */
const [SIZE_ROUNDING, COUNT_ROUNDING] = [0.05, 2.5]
/** Of people of one age, at most this part: somebody of a home is always reached by births, deaths and moves. */
const LARGEST_PART = 0.9
/** From this age on the part that lives in an institution doubles every five years. */
const [CARE_AGE, DOUBLING_YEARS] = [75, 5]

/** As published of a buurt; NaN where it is not known. */
interface HeldPeople {
  readonly inhabitants: number
  readonly households: number
  readonly householdSize: number
}

export interface BuurtHouseholds extends HeldPeople {
  /** Five age groups. */
  readonly groups: readonly number[]
}

/** People that no household of the buurt can hold, whatever rounding did; 0 where rounding could explain them, or where figures are missing. */
export function countBeyondHouseholds({ inhabitants, households, householdSize }: HeldPeople): number {
  const left = inhabitants - households * householdSize
  const hidden = SIZE_ROUNDING * households + COUNT_ROUNDING * (1 + householdSize)
  return left > hidden ? Math.min(left, inhabitants) : 0
}

/** The others; nobody where there is no household, whose size is then not known. */
export const countInHouseholds = (buurt: HeldPeople): number => (buurt.households === 0 ? 0 : buurt.inhabitants - countBeyondHouseholds(buurt))

/**
 * By age group, those in institutions in the buurten of one municipality, which has `groups` inhabitants. In each buurt they have the ages that it
 * has more of than the municipality would give to those in its households.
 */
export function estimateInstitutionalGroups(buurten: readonly BuurtHouseholds[], groups: ArrayLike<number>): Float64Array {
  const total = Array.from(groups).reduce((sum, own) => sum + own, 0)
  const found = new Float64Array(GROUP_COUNT)
  for (const buurt of buurten) {
    const people = countBeyondHouseholds(buurt)
    if (people === 0 || buurt.groups.some(Number.isNaN)) continue
    const excess = buurt.groups.map((own, group) => Math.max(0, own - ((buurt.inhabitants - people) * groups[group]!) / total))
    takeFrom(buurt.groups, excess, people).forEach((own, group) => (found[group]! += own))
  }
  return found
}

/** `people` shared out by weight, of no group more than it has; what is over goes to the others by what they have left. */
function takeFrom(groups: readonly number[], weights: readonly number[], people: number): number[] {
  const add = (figures: readonly number[]) => figures.reduce((sum, own) => sum + own, 0)
  const all = add(weights)
  const first = groups.map((own, group) => (all > 0 ? Math.min(own, (people * weights[group]!) / all) : 0))
  const left = groups.map((own, group) => own - first[group]!)
  const part = add(left) > 0 ? Math.max(0, Math.min(1, (people - add(first)) / add(left))) : 0
  return first.map((own, group) => own + part * left[group]!)
}

/** A block of sexes and ages a municipality, from its five groups: within a group as who lives there, the oldest most. Never more than nine tenths of an age. */
export function spreadInstitutional(people: Float64Array, groups: Float64Array): Float64Array {
  const weights = people.map((own, at) => own * 2 ** (Math.max(0, ((at % CELL_COUNT) % AGE_COUNT) - CARE_AGE) / DOUBLING_YEARS))
  const groupOf = (at: number) => Math.floor(at / CELL_COUNT) * GROUP_COUNT + GROUP_OF_AGE[(at % CELL_COUNT) % AGE_COUNT]!
  const sums = new Float64Array(groups.length)
  weights.forEach((own, at) => (sums[groupOf(at)]! += own))
  return weights.map((own, at) => (sums[groupOf(at)]! > 0 ? Math.min(LARGEST_PART * people[at]!, (groups[groupOf(at)]! * own) / sums[groupOf(at)]!) : 0))
}
