/**
 * Where people live in a buurt, beside the distances of CBS: ways from a point, from disks of several sizes, and from 19 points of each disk of which every one has its own nearest.
 * By bicycle (kilometres, without rounding) beside CBS, and by car beside the 19 points. `TOPDORP_HOME=<folder> node bench/home-spread.ts`; half a minute.
 */
import { correlate, correlateRanks } from '#engines/numeric/rank-correlation.ts'
import { findMedian } from '#engines/numeric/robust-line.ts'
import type { FacilityType } from '#domain/facility.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { CORE_DENSITY } from '#steps/explore/reach/lived-in-radius.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { findFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import type { Places } from '#steps/explore/reach/spread-homes.ts'
import type { Point } from '#steps/explore/reach/travel-ground.ts'
import { getTravelMode, type TravelMode } from '#steps/explore/reach/travel-modes.ts'

const FACILITIES: readonly (readonly [FacilityType, indicator: string])[] = [
  ['primarySchool', 'distanceToPrimarySchool'],
  ['secondarySchool', 'distanceToSecondarySchool'],
  ['hospital', 'distanceToHospital'],
  ['railwayStation', 'distanceToTrainStation'],
]

const opened = await openStatistics(process.env.TOPDORP_HOME ?? '')
if (opened === undefined) throw new Error(`no statistics in TOPDORP_HOME=${process.env.TOPDORP_HOME ?? ''}`)
const statistics = opened
const homes = getHomePoints(statistics)
const readBuurten = (indicator: string) => {
  const values = statistics.findColumn(indicator, 'neighbourhood', homes.year)?.values
  return Float64Array.from(homes.areas, ({ code }) => values?.[statistics.getPosition(code)] || 0)
}
const [people, densities] = [readBuurten('population'), readBuurten('populationDensity')]
const makeRadii = (density: (own: number) => number) => people.map((count, at) => (count > 0 && densities[at]! > 0 ? 1000 * Math.sqrt(count / density(densities[at]!) / Math.PI) : 0))

/** Middle, six on a ring and twelve on another: rings of equal shares, so that every point stands for a 19th of the disk. */
const ring = (radius: number, count: number, turn: number) => Array.from({ length: count }, (_, at) => [radius * Math.cos((2 * Math.PI * (at + turn)) / count), radius * Math.sin((2 * Math.PI * (at + turn)) / count)] as const)
const SPREAD = [[0, 0] as const, ...ring(Math.sqrt(4 / 19), 6, 0), ...ring(Math.sqrt(13 / 19), 12, 0.5)]
const METRES_A_DEGREE = 6_371_008.8 * (Math.PI / 180)
const shift = ([x, y]: Point, metres: number, [east, north]: readonly [number, number]): Point => [x + (east * metres) / METRES_A_DEGREE / Math.cos((y * Math.PI) / 180), y + (north * metres) / METRES_A_DEGREE]

interface Variant {
  readonly name: string
  readonly measure: (type: FacilityType, mode: TravelMode) => Promise<Float64Array>
}

const findMinutes = async (places: Places, type: FacilityType, mode: TravelMode): Promise<Float64Array> => {
  const list = await findFacilities(statistics, type)
  if ('reason' in list) throw new Error(`no ${type}: ${list.reason}`)
  return findNearestFacilities(places, list.facilities, mode, await getGround(statistics, mode)).minutes
}
const fromDisk = (name: string, radii: Float64Array): Variant => ({ name, measure: (type, mode) => findMinutes({ points: homes.points, radii }, type, mode) })
const fromPoints = (name: string, radii: Float64Array): Variant => ({
  name,
  measure: async (type, mode) => {
    const mean = new Float64Array(homes.points.length)
    for (const direction of SPREAD) {
      const minutes = await findMinutes({ points: homes.points.map((point, at) => point && shift(point, radii[at]!, direction)) }, type, mode)
      minutes.forEach((own, at) => (mean[at]! += own / SPREAD.length))
    }
    return mean
  },
})

const together = makeRadii((density) => Math.max(density, CORE_DENSITY))
const land = makeRadii((density) => density)
const VARIANTS: readonly Variant[] = [
  fromDisk('a point', new Float64Array(people.length)),
  fromDisk('all the land of the buurt', land),
  fromDisk('homes on 319 m² a household (2.2 people)', makeRadii((density) => Math.max(density, (2.2 * 1e6) / 319))),
  fromDisk('as in a population core', together),
  fromDisk('the same, scattered homes on all land: taken', homes.radii),
  fromPoints('all the land, 19 points', land),
  fromPoints('taken, 19 points', homes.radii),
]

const [bicycle, car] = [getTravelMode('bicycle'), getTravelMode('car')]
const municipalities = [...statistics.listPositions('municipality', homes.year)].map((position) => statistics.listAreas('municipality')[position]!)
const rowOf = new Map(municipalities.map(({ code }, row) => [code, row]))

function compareWithPublished(name: string, minutes: Float64Array, indicator: string): string {
  const [sums, counts] = [new Float64Array(municipalities.length), new Float64Array(municipalities.length)]
  for (const [at, { parents }] of homes.areas.entries()) {
    const row = rowOf.get(parents.municipality ?? '')
    if (row === undefined || !(minutes[at]! >= 0)) continue
    sums[row]! += people[at]! * (minutes[at]! / 60) * bicycle.localSpeed
    counts[row]! += people[at]!
  }
  const column = statistics.findColumn(indicator, 'municipality', statistics.listYears(indicator, 'municipality').at(-1)!)!.values
  const rows = municipalities.flatMap(({ code }, row) => (counts[row]! > 0 && column[statistics.getPosition(code)]! > 0 ? [{ ours: sums[row]! / counts[row]!, theirs: column[statistics.getPosition(code)]!, people: counts[row]! }] : []))
  const [ours, theirs] = [Float64Array.from(rows, (row) => row.ours), Float64Array.from(rows, (row) => row.theirs)]
  const all = rows.reduce((sum, row) => sum + row.people, 0)
  const meanOf = (error: (difference: number) => number) => rows.reduce((sum, row) => sum + row.people * error(row.ours - row.theirs), 0) / all
  const figures = [correlate(ours, theirs), correlateRanks(ours, theirs).spearman, findMedian(rows.map((row) => row.ours / row.theirs)), meanOf((own) => own), meanOf(Math.abs)]
  return `${name.padEnd(46)} ${rows.length} municipalities; Pearson, Spearman, median ratio, mean difference and mean error (km, by people): ${figures.map((own) => own.toFixed(3)).join('  ')}`
}

for (const [type, indicator] of FACILITIES) {
  console.log(`\n${type}, bicycle`)
  for (const { name, measure } of VARIANTS) console.log(compareWithPublished(name, await measure(type, bicycle), indicator))
}
for (const type of ['primarySchool', 'hospital'] as const) {
  console.log(`\n${type}, car: minutes by people, beside the 19 points of what was taken`)
  const reference = await VARIANTS.at(-1)!.measure(type, car)
  for (const { name, measure } of VARIANTS) {
    const minutes = await measure(type, car)
    const known = [...minutes.keys()].filter((at) => minutes[at]! >= 0 && reference[at]! >= 0)
    const all = known.reduce((sum, at) => sum + people[at]!, 0)
    const meanOf = (own: (at: number) => number) => (known.reduce((sum, at) => sum + people[at]! * own(at), 0) / all).toFixed(3)
    console.log(`${name.padEnd(46)} mean ${meanOf((at) => minutes[at]!)}, difference ${meanOf((at) => minutes[at]! - reference[at]!)}, error ${meanOf((at) => Math.abs(minutes[at]! - reference[at]!))}`)
  }
}
