/** How many inhabitants each small area has, controlled to its municipality: growth goes where people seem to build, the rest is shared by all. */

/** Of the growth of a municipality, this part goes to areas with signs of building; it halves every so many years, as sites are full one day. */
const [BUILDING_PART, HALF_LIFE_YEARS] = [0.8, 5]
/** So many people a year an area gains by chance and rounding: only what is above it is a sign, so that a little growth is drawn to none. */
const CHANCE_GROWTH = 20
/** New homes are for people of 25 to 44: of those beyond their share of the municipality and 5 percent of the inhabitants, each is as much of a sign as a tenth of a person of growth a year. */
const [USUAL_SURPLUS, SIGN_OF_A_YOUNG_ADULT] = [0.05, 0.1]

/** One figure an area, NaN where it is not known. */
export interface SmallAreaSigns {
  readonly inhabitants: Float64Array
  readonly youngAdults: Float64Array
  /** People gained a year, over the last years. */
  readonly growth: Float64Array
}

/** How much each area shows of building, in people a year; 0 and up. The areas are those of one municipality. */
export function findBuildingSigns({ inhabitants, youngAdults, growth }: SmallAreaSigns): Float64Array {
  const known = inhabitants.map((people, at) => (youngAdults[at]! >= 0 ? above(people) : 0))
  const usual = youngAdults.reduce((total, own) => total + above(own), 0) / known.reduce((total, own) => total + own, 0) + USUAL_SURPLUS
  return inhabitants.map((people, at) => (people > 0 ? above(growth[at]! - CHANCE_GROWTH) + SIGN_OF_A_YOUNG_ADULT * above(youngAdults[at]! - usual * people) : 0))
}

/** 0 for NaN. */
const above = (figure: number): number => (figure > 0 ? figure : 0)

/**
 * Inhabitants of each area by year, the base first; in every year they add up to the municipality. `base` and `signs` (0 and up) are one figure an
 * area, `municipality` one a year. Decline is shared by all, by inhabitants.
 */
export function projectSmallAreaTotals(base: Float64Array, signs: Float64Array, municipality: readonly number[]): Float64Array[] {
  const allSigns = signs.reduce((total, own) => total + own, 0)
  const years = [scaleTo(base, municipality[0]!)]
  for (let ahead = 1; ahead < municipality.length; ahead++) {
    const before = years[ahead - 1]!
    const change = municipality[ahead]! - municipality[ahead - 1]!
    const part = change > 0 && allSigns > 0 ? BUILDING_PART * 0.5 ** ((ahead - 1) / HALF_LIFE_YEARS) : 0
    const all = municipality[ahead - 1]!
    years.push(before.map((people, at) => people + change * ((1 - part) * (all > 0 ? people / all : 0) + (part > 0 ? (part * signs[at]!) / allSigns : 0))))
  }
  return years
}

function scaleTo(people: Float64Array, total: number): Float64Array {
  const sum = people.reduce((all, own) => all + own, 0)
  return sum > 0 ? people.map((own) => (own * total) / sum) : people.slice()
}
