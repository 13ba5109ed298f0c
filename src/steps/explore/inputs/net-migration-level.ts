/** How much a municipality will gain or lose by moves: what it did, drawn towards the country as far as such gains lasted in the past. */
import { findMedian, findMedianRatio, readRobustLine } from '#engines/numeric/robust-line.ts'
import { addSexes, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { findReception } from '#steps/explore/inputs/reception-years.ts'

/** The weight of a year halves every so many years back: long enough that the three years of COVID-19, in which people left the Randstad, are not half of it. */
const HALF_LIFE_YEARS = 3
/** The years after a moment that a window looks at, and the fewest years before it. */
const WINDOW_YEARS = 3
const FEWEST_YEARS_BEFORE = 2
/** Larger deviations a year count as this much: an asylum centre that opened says little of the years to come. */
const LARGEST_DEVIATION = 0.02
/** The country's net migration starts on the robust line through the last years, and returns to their median, halving the distance in so many years. */
const [LONG_YEARS, RETURN_YEARS] = [10, 5]

/** By year from the first: net migration of each municipality and of the country, a person a year. */
interface Rates {
  readonly years: readonly number[]
  readonly net: readonly Float64Array[]
  readonly national: readonly number[]
}

export interface NetMigrationFit {
  /** Net migration of the country, people a year: at the jump-off, and in the long run. */
  readonly jumpOff: number
  readonly start: number
  readonly long: number
  /** What a municipality gains more than the country, a person a year; over all inhabitants 0. */
  readonly deviations: Float64Array
  /** How much of an earlier deviation lasted, in the windows before the jump-off. */
  readonly persistence: number
  /** The first and last moments of those windows; undefined where there were too few years. */
  readonly windows?: { readonly from: number; readonly to: number; readonly years: number }
}

export interface NetMigrationLevel extends NetMigrationFit {
  /** Net migration of the country, people a year. */
  getNational(year: number): number
}

export const followNetMigration = (fit: NetMigrationFit): NetMigrationLevel => ({ ...fit, getNational: (year) => fit.long + (fit.start - fit.long) * 0.5 ** ((year - fit.jumpOff) / RETURN_YEARS) })

/** Throws a RangeError without any year before the jump-off. */
export function estimateNetMigration(data: ProjectionData): NetMigrationLevel {
  const rates = measureRates(data)
  const count = rates.years.length
  const jumpOff = rates.years.at(-1)! + 1
  const inhabitants = addSexes(data.sexes.get(jumpOff)!)
  const { persistence, windows } = estimatePersistence(rates)
  const raw = averageDeviations(rates, count).map((own) => persistence * own)
  const mean = raw.reduce((total, own, at) => total + own * inhabitants[at]!, 0) / sum(inhabitants)
  const people = rates.national.map((rate, at) => rate * sum(addSexes(data.sexes.get(rates.years[at]!)!)))
  const start = readRobustLine(rates.years.slice(-LONG_YEARS), people.slice(-LONG_YEARS), jumpOff)
  const long = findMedian(people.slice(-LONG_YEARS))
  return followNetMigration({ jumpOff, start, long, deviations: raw.map((own) => own - mean), persistence, ...(windows && { windows }) })
}

function measureRates({ changes, sexes }: ProjectionData): Rates {
  const years = [...changes.keys()].sort((a, b) => a - b)
  if (years.length === 0) throw new RangeError('moves of municipalities are known for no year before the jump-off')
  const inhabitants = years.map((year) => addSexes(sexes.get(year)!))
  // All that is not natural increase, so that rates add up to the growth that was published.
  const net = years.map((year, at) => {
    const [after, { births, deaths }] = [addSexes(sexes.get(year + 1)!), changes.get(year)!]
    return inhabitants[at]!.map((before, own) => (after[own]! - before - births[own]! + deaths[own]!) / before)
  })
  const national = net.map((row, at) => row.reduce((total, rate, own) => total + rate * inhabitants[at]![own]!, 0) / sum(inhabitants[at]!))
  // What a place with a reception centre gains is how full the centre is. Nothing is known of its households then, so it counts as the country.
  const reception = years.map((year) => findReception({ changes, sexes }, year))
  return { years, net: net.map((row, at) => row.map((rate, own) => (reception[at]![own] ? national[at]! : rate))), national }
}

/** The deviation of each municipality from the country over the first `count` years, recent ones weighing most. */
function averageDeviations({ net, national }: Rates, count: number): Float64Array {
  let weights = 0
  const means = new Float64Array(net[0]!.length)
  for (let at = 0; at < count; at++) {
    const weight = 0.5 ** ((count - 1 - at) / HALF_LIFE_YEARS)
    weights += weight
    net[at]!.forEach((rate, own) => (means[own]! += weight * (rate - national[at]!)))
  }
  return means.map((total) => limit(total / weights))
}

const limit = (rate: number): number => Math.max(-LARGEST_DEVIATION, Math.min(LARGEST_DEVIATION, rate))

/** Over all windows that ended before the jump-off: later deviation = persistence × earlier, by least absolute deviations. */
function estimatePersistence({ years, net, national }: Rates): Pick<NetMigrationLevel, 'persistence' | 'windows'> {
  const count = years.length
  const length = Math.min(WINDOW_YEARS, count - FEWEST_YEARS_BEFORE)
  if (length < 1) return { persistence: 0.5 }
  const [earlier, later]: [number[], number[]] = [[], []]
  for (let moment = FEWEST_YEARS_BEFORE; moment + length <= count; moment++) {
    averageDeviations({ years, net, national }, moment).forEach((own, at) => {
      let mean = 0
      for (let year = moment; year < moment + length; year++) mean += (net[year]![at]! - national[year]!) / length
      earlier.push(own)
      later.push(limit(mean))
    })
  }
  return { persistence: findMedianRatio(earlier, later), windows: { from: years[0]! + FEWEST_YEARS_BEFORE, to: years[0]! + count - length, years: length } }
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
