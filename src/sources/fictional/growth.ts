/** How fast each neighbourhood grows: its own pace, what happens in the municipality for some years, and chance. */
import type { Random } from '#sources/fictional/random.ts'
import type { World } from '#sources/fictional/world.ts'

/** Deviation of yearly growth of the country, of a territory (of which a part lasts from year to year) and of a neighbourhood. */
const [COUNTRY, TERRITORY, LASTING, NEIGHBOURHOOD] = [0.0015, 0.0025, 0.7, 0.004]
/** The two villages of the text go their own way: growth above this is left alone. */
const EXTREME = 0.02

/** As a share of the inhabitants a year, by neighbourhood and year. Ask for years in order. */
export function createGrowth({ neighbourhoods, territories }: World, random: Random): (neighbourhood: number, year: number) => number {
  let now = { year: NaN, country: 0, territories: territories.map(() => 0) }
  return (position, year) => {
    const { growth, territory } = neighbourhoods[position]!
    if (year !== now.year) {
      now = { year, country: random.normal(0, COUNTRY), territories: now.territories.map((before) => LASTING * before + random.normal(0, TERRITORY)) }
    }
    const chance = random.normal(0, NEIGHBOURHOOD)
    return Math.abs(growth) > EXTREME ? growth + chance / 4 : growth + now.country + now.territories[territory]! + chance
  }
}
