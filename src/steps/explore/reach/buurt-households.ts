/** Households of every buurt, and an estimate of those without a car; also of a later year. */
import type { Area, AreaCode } from '#domain/area.ts'
import { estimateShareWithoutCar } from '#domain/households-without-car.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { PEOPLE_GROUPS } from '#steps/explore/reach/people-groups.ts'
import type { ReachPeople } from '#steps/explore/reach/reach-people.ts'

export interface BuurtHouseholds {
  /** Of a buurt: all households whose cars are known, and those estimated to have none. */
  readonly find: (buurt: Area) => readonly [all: number, withoutCar: number]
  /** Households of the buurten asked for until now whose cars are not known; they are in neither. */
  readonly carsUnknown: () => number
}

/** Undefined where the figures have no households or no cars of buurten in that year. Where people are projected the buurt keeps what it has of both now. */
export function readHouseholds(statistics: Statistics, year: number, people?: ReachPeople): BuurtHouseholds | undefined {
  const [households, cars] = ['households', 'carsPerHousehold'].map((id) => statistics.findColumn(id, 'neighbourhood', year)?.values)
  if (households === undefined || cars === undefined) return undefined
  const read = (code: AreaCode): Counted => ({ households: households[statistics.getPosition(code)] || 0, cars: cars[statistics.getPosition(code)]! })
  const find = people === undefined || people.from === 'counted' ? ({ code }: Area) => read(code) : projectHouseholds(statistics, year, people, read)
  let carsUnknown = 0
  return {
    find(buurt) {
      const { households: own, cars: perHousehold } = find(buurt)
      const share = estimateShareWithoutCar(perHousehold)
      if (Number.isNaN(share)) {
        carsUnknown += own
        return [0, 0]
      }
      return [own, own * share]
    },
    carsUnknown: () => carsUnknown,
  }
}

interface Counted {
  readonly households: number
  /** A household; NaN where it is not known. */
  readonly cars: number
}

/** As many households for every inhabitant of 15 and over, and as many cars for every household, as now; where nobody lives now, as in the municipality. */
function projectHouseholds(statistics: Statistics, year: number, people: ReachPeople, read: (code: AreaCode) => Counted): (buurt: Area) => Counted {
  const count = (id: string, level: 'neighbourhood' | 'municipality', code: AreaCode | undefined) => (code === undefined ? Number.NaN : (statistics.findColumn(id, level, year)?.values[statistics.getPosition(code)] ?? Number.NaN))
  const countAdults = (level: 'neighbourhood' | 'municipality', code: AreaCode | undefined) => count('population', level, code) - count('age0to14', level, code)
  const youngest = PEOPLE_GROUPS.findIndex(({ id }) => id === 'age0to14')
  return (buurt) => {
    const counts = people.find(buurt)
    const adults = counts[0]! - counts[youngest]!
    const [own, now] = [read(buurt.code), countAdults('neighbourhood', buurt.code)]
    if (now > 0 && own.households > 0) return { households: (own.households / now) * adults, cars: own.cars }
    const { municipality } = buurt.parents
    const perAdult = count('households', 'municipality', municipality) / countAdults('municipality', municipality)
    if (!(perAdult > 0 && adults >= 0)) return { households: own.households, cars: Number.NaN }
    return { households: perAdult * adults, cars: count('carsPerHousehold', 'municipality', municipality) }
  }
}
