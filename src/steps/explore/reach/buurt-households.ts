/** Households of every buurt, and an estimate of those without a car. */
import type { Area } from '#domain/area.ts'
import { estimateShareWithoutCar } from '#domain/households-without-car.ts'
import type { Statistics } from '#statistics/statistics.ts'

export interface BuurtHouseholds {
  /** Of a buurt: all households whose cars are known, and those estimated to have none. */
  readonly find: (buurt: Area) => readonly [all: number, withoutCar: number]
  /** Households of the buurten asked for until now whose cars are not known; they are in neither. */
  readonly carsUnknown: () => number
}

/** Undefined where the figures have no households or no cars of buurten in that year. */
export function readHouseholds(statistics: Statistics, year: number): BuurtHouseholds | undefined {
  const [households, cars] = ['households', 'carsPerHousehold'].map((id) => statistics.findColumn(id, 'neighbourhood', year)?.values)
  if (households === undefined || cars === undefined) return undefined
  let carsUnknown = 0
  return {
    find({ code }) {
      const position = statistics.getPosition(code)
      const [own, share] = [households[position] || 0, estimateShareWithoutCar(cars[position]!)]
      if (Number.isNaN(share)) {
        carsUnknown += own
        return [0, 0]
      }
      return [own, own * share]
    },
    carsUnknown: () => carsUnknown,
  }
}
