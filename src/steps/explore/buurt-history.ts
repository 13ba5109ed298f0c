/** The buurten of a municipality in earlier years, followed through boundary changes, and where people seem to build by what is known of them. */
import type { Area } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findBuildingSigns } from '#steps/explore/inputs/building-signs.ts'
import { countInHouseholds } from '#steps/explore/inputs/group-quarters.ts'
import { followArea } from '#steps/see/follow-area.ts'

/** Years of growth before a moment that say where building goes on. */
const GROWTH_YEARS = 3

const COLUMNS = { inhabitants: 'population', youngAdults: 'age25to44', households: 'households', householdSize: 'averageHouseholdSize', carsPerHousehold: 'carsPerHousehold' } as const

/** Of every buurt of a municipality that is there at the jump-off; NaN where not known, or before a break. */
export type BuurtYear = Readonly<Record<keyof typeof COLUMNS, Float64Array>>
export type BuurtHistory = ReadonlyMap<number, BuurtYear>

export function readBuurtHistory(statistics: Statistics, buurten: readonly Area[]): BuurtHistory {
  const years = statistics.listYears('population', 'neighbourhood')
  const history = new Map(years.map((year) => [year, mapColumns(() => new Float64Array(buurten.length).fill(NaN))]))
  const published = new Map(years.map((year) => [year, mapColumns((id) => statistics.findColumn(id, 'neighbourhood', year)?.values)]))
  buurten.forEach((buurt, at) => {
    const followed = followArea(statistics, buurt)
    for (const year of years.toReversed()) {
      const code = followed.get(year)?.code
      if (code === undefined) break
      for (const [name, values] of Object.entries(published.get(year)!)) history.get(year)![name as keyof BuurtYear][at] = values?.[statistics.getPosition(code)] ?? NaN
      if (followed.get(year)?.breakBefore) break
    }
  })
  return history
}

const mapColumns = <Value>(make: (id: string) => Value): Record<keyof BuurtYear, Value> =>
  Object.fromEntries(Object.entries(COLUMNS).map(([name, id]) => [name, make(id)])) as Record<keyof BuurtYear, Value>

/** Where people seem to build, by what was known at a moment; growth as far back as it is known. */
export function readBuildingSigns(history: BuurtHistory, moment: number): Float64Array {
  const now = history.get(moment)
  if (now === undefined) return new Float64Array(0)
  const inHouseholds = countHeld(now)
  const earlier = Array.from({ length: GROWTH_YEARS }, (_, at) => GROWTH_YEARS - at).flatMap((back) => {
    const then = history.get(moment - back)
    return then ? [{ back, inhabitants: then.inhabitants, inHouseholds: countHeld(then) }] : []
  })
  const growth = now.inhabitants.map((people, at) => {
    const then = earlier.find(({ inhabitants }) => inhabitants[at]! >= 0)
    // The lesser of the two: who leaves an institution for a household of the same buurt is no growth.
    return then ? Math.min(people - then.inhabitants[at]!, inHouseholds[at]! - then.inHouseholds[at]!) / then.back : NaN
  })
  return findBuildingSigns({ ...now, inHouseholds, growth })
}

const countHeld = ({ inhabitants, households, householdSize }: BuurtYear): Float64Array =>
  inhabitants.map((people, at) => countInHouseholds({ inhabitants: people, households: households[at]!, householdSize: householdSize[at]! }))
