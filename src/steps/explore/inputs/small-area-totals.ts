/** How many inhabitants each small area has, controlled to its municipality: growth goes where people seem to build, no faster than they did; the rest is shared by all. */

/** What sites take a year halves every so many years, as they are full one day. */
const HALF_LIFE_YEARS = 5
/** Everywhere some homes are added: of a growth that is less than the signs, a thousand inhabitants get as much as a sign of one person a year. */
const SIGN_OF_AN_INHABITANT = 0.001

/**
 * Inhabitants of each area by year, the base first; in every year they add up to the municipality. `base` and `signs` (people a year, 0 and up) are one figure an area,
 * `municipality` one a year. Decline is shared by all, by inhabitants, and so is growth beyond what the signs say.
 */
export function projectSmallAreaTotals(base: Float64Array, signs: Float64Array, municipality: readonly number[]): Float64Array[] {
  const allSigns = signs.reduce((total, own) => total + own, 0)
  const years = [scaleTo(base, municipality[0]!)]
  for (let ahead = 1; ahead < municipality.length; ahead++) {
    const before = years[ahead - 1]!
    const all = municipality[ahead - 1]!
    const change = municipality[ahead]! - all
    const pace = change > 0 && allSigns > 0 ? 0.5 ** ((ahead - 1) / HALF_LIFE_YEARS) * Math.min(1, change / (allSigns + SIGN_OF_AN_INHABITANT * all)) : 0
    const shared = change - pace * allSigns
    years.push(before.map((people, at) => people + (all > 0 ? (shared * people) / all : 0) + (pace > 0 ? pace * signs[at]! : 0)))
  }
  return years
}

function scaleTo(people: Float64Array, total: number): Float64Array {
  const sum = people.reduce((all, own) => all + own, 0)
  return sum > 0 ? people.map((own) => (own * total) / sum) : people.slice()
}
