/** How much a municipality will gain or lose by moves: what it did, drawn towards the country as far as such gains lasted in the past. */
import { findMedian, readRobustLine } from '#engines/numeric/robust-line.ts'
import { addSexes, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** The weight of a year halves every so many years back. */
const HALF_LIFE_YEARS = 2
const MOST_YEARS = 6
const NATURAL_YEARS = 3
/** The years after a moment that a window looks at, and the fewest years before it. */
const WINDOW_YEARS = 3
const FEWEST_YEARS_BEFORE = 2
/** Larger deviations a year count as this much: an asylum centre that opened says little of the years to come. */
const LARGEST_DEVIATION = 0.02
/** The country's net migration starts on the robust line through the last years, and returns to their median, halving the distance in so many years. */
const [LONG_YEARS, RETURN_YEARS] = [10, 5]

/** By year from the first: the rates of each municipality by which something changed, a person a year. */
interface Rates {
  readonly years: readonly number[]
  readonly net: readonly Float64Array[]
  readonly natural: readonly Float64Array[]
  readonly nationalNet: readonly number[]
  readonly nationalNatural: readonly number[]
}

export interface NetMigrationLevel {
  /** Net migration of the country, people a year. */
  getNational(year: number): number
  /** What a municipality gains more than the country, a person a year; over all inhabitants 0. */
  readonly deviations: Float64Array
  /** How much of an earlier deviation lasted, and how much moves followed natural increase, in the windows before the jump-off. */
  readonly persistence: number
  readonly naturalEffect: number
  /** The first and last moments of those windows; undefined where there were too few years. */
  readonly windows?: { readonly from: number; readonly to: number; readonly years: number }
}

/** Throws a RangeError without any year before the jump-off. */
export function estimateNetMigration(data: ProjectionData): NetMigrationLevel {
  const rates = measureRates(data)
  const count = rates.years.length
  const jumpOff = rates.years.at(-1)! + 1
  const inhabitants = addSexes(data.sexes.get(jumpOff)!)
  const { persistence, naturalEffect, windows } = estimatePersistence(rates)
  const [deviations, natural] = describeMoment(rates, count)
  const raw = deviations.map((own, at) => persistence * own + naturalEffect * natural[at]!)
  const mean = raw.reduce((total, own, at) => total + own * inhabitants[at]!, 0) / sum(inhabitants)
  const people = rates.nationalNet.map((rate, at) => rate * sum(addSexes(data.sexes.get(rates.years[at]!)!)))
  const start = readRobustLine(rates.years.slice(-LONG_YEARS), people.slice(-LONG_YEARS), jumpOff)
  const long = findMedian(people.slice(-LONG_YEARS))
  return {
    getNational: (year) => long + (start - long) * 0.5 ** ((year - jumpOff) / RETURN_YEARS),
    deviations: raw.map((own) => own - mean),
    persistence,
    naturalEffect,
    ...(windows && { windows }),
  }
}

function measureRates({ changes, sexes }: ProjectionData): Rates {
  const years = [...changes.keys()].sort((a, b) => a - b)
  if (years.length === 0) throw new RangeError('moves of municipalities are known for no year before the jump-off')
  const inhabitants = years.map((year) => addSexes(sexes.get(year)!))
  const natural = years.map((year, at) => changes.get(year)!.births.map((born, own) => (born - changes.get(year)!.deaths[own]!) / inhabitants[at]![own]!))
  // All that is not natural increase, so that rates add up to the growth that was published.
  const net = years.map((year, at) => addSexes(sexes.get(year + 1)!).map((after, own) => after / inhabitants[at]![own]! - 1 - natural[at]![own]!))
  const weigh = (rows: readonly Float64Array[]) => rows.map((row, at) => row.reduce((total, rate, own) => total + rate * inhabitants[at]![own]!, 0) / sum(inhabitants[at]!))
  return { years, net, natural, nationalNet: weigh(net), nationalNatural: weigh(natural) }
}

/** What is known of each municipality after the first `count` years: deviation of net migration from the country, and of natural increase. */
function describeMoment(rates: Rates, count: number): readonly [Float64Array, Float64Array] {
  const average = (rows: readonly Float64Array[], national: readonly number[], most: number, halfLife: number) => {
    const from = Math.max(0, count - most)
    let weights = 0
    const means = new Float64Array(rows[0]!.length)
    for (let at = from; at < count; at++) {
      const weight = 0.5 ** ((count - 1 - at) / halfLife)
      weights += weight
      rows[at]!.forEach((rate, own) => (means[own]! += weight * (rate - national[at]!)))
    }
    return means.map((total) => total / weights)
  }
  const net = average(rates.net, rates.nationalNet, MOST_YEARS, HALF_LIFE_YEARS)
  return [net.map(limit), average(rates.natural, rates.nationalNatural, NATURAL_YEARS, Infinity)]
}

const limit = (rate: number): number => Math.max(-LARGEST_DEVIATION, Math.min(LARGEST_DEVIATION, rate))

/** Least absolute deviations over all windows that ended before the jump-off: later deviation = persistence × earlier + effect × natural increase. */
function estimatePersistence(rates: Rates): Pick<NetMigrationLevel, 'persistence' | 'naturalEffect' | 'windows'> {
  const count = rates.years.length
  const length = Math.min(WINDOW_YEARS, count - FEWEST_YEARS_BEFORE)
  if (length < 1) return { persistence: 0.5, naturalEffect: 0 }
  const rows: [number, number, number][] = []
  for (let moment = FEWEST_YEARS_BEFORE; moment + length <= count; moment++) {
    const [net, natural] = describeMoment(rates, moment)
    net.forEach((own, at) => {
      let later = 0
      for (let year = moment; year < moment + length; year++) later += (rates.net[year]![at]! - rates.nationalNet[year]!) / length
      rows.push([own, natural[at]!, limit(later)])
    })
  }
  const [persistence, naturalEffect] = fitLeastAbsolute(rows)
  return { persistence, naturalEffect, windows: { from: rates.years[0]! + FEWEST_YEARS_BEFORE, to: rates.years[0]! + count - length, years: length } }
}

/** y = a·x + b·z with the least sum of absolute residuals, by least squares weighted anew (Schlossmacher 1973). */
export function fitLeastAbsolute(rows: readonly (readonly [x: number, z: number, y: number])[]): readonly [number, number] {
  let [a, b] = [0, 0]
  for (let round = 0; round < 30; round++) {
    let [xx, xz, zz, xy, zy] = [0, 0, 0, 0, 0]
    for (const [x, z, y] of rows) {
      const weight = round === 0 ? 1 : 1 / (Math.abs(y - a * x - b * z) + 1e-4)
      xx += weight * x * x
      xz += weight * x * z
      zz += weight * z * z
      xy += weight * x * y
      zy += weight * z * y
    }
    const determinant = xx * zz - xz * xz
    if (Math.abs(determinant) < 1e-18 * Math.max(1, xx * zz)) return xx > 0 ? [xy / xx, 0] : [0, 0]
    a = (xy * zz - zy * xz) / determinant
    b = (zy * xx - xy * xz) / determinant
  }
  return [a, b]
}
