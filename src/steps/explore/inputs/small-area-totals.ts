/** How many inhabitants each small area has, controlled to its municipality: growth goes where building went on, the rest is shared by all. */

/** Of the growth of a municipality, this part goes to areas that grew; it halves every so many years, as sites are full one day. */
const [GROWING_PART, HALF_LIFE_YEARS] = [0.5, 5]
/** People a year from which an area counts as growing: below it is rounding and chance. */
const LEAST_GROWTH = 20

/**
 * Inhabitants of each area by year, the base first; in every year they add up to the municipality. `base` and `growth` (people a year before the base,
 * NaN where not known) are one figure an area, `municipality` one a year. Decline is shared by all, by inhabitants.
 */
export function projectSmallAreaTotals(base: Float64Array, growth: Float64Array, municipality: readonly number[]): Float64Array[] {
  const growing = growth.map((people, at) => (people >= LEAST_GROWTH && base[at]! > 0 ? people : 0))
  const allGrowing = growing.reduce((sum, people) => sum + people, 0)
  const years = [scaleTo(base, municipality[0]!)]
  for (let ahead = 1; ahead < municipality.length; ahead++) {
    const before = years[ahead - 1]!
    const change = municipality[ahead]! - municipality[ahead - 1]!
    const part = change > 0 && allGrowing > 0 ? GROWING_PART * 0.5 ** ((ahead - 1) / HALF_LIFE_YEARS) : 0
    const all = municipality[ahead - 1]!
    years.push(before.map((people, at) => people + change * ((1 - part) * (all > 0 ? people / all : 0) + (part > 0 ? (part * growing[at]!) / allGrowing : 0))))
  }
  return years
}

function scaleTo(people: Float64Array, total: number): Float64Array {
  const sum = people.reduce((all, own) => all + own, 0)
  return sum > 0 ? people.map((own) => (own * total) / sum) : people.slice()
}
