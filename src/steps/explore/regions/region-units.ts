/** What regions are made of: wijken with their people, the place where most of them live, and what draws people there. */
import type { Area } from '#domain/area.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import type { HomePoints } from '#steps/explore/reach/home-points.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import type { Point } from '#steps/explore/reach/travel-ground.ts'

/** Further than this a facility belongs to no wijk. */
const FURTHEST_METRES = 20_000

export interface RegionUnits {
  /** All wijken of the reference year, by code. */
  readonly districts: readonly Area[]
  readonly peopleOfDistrict: Float64Array
  /** Positions in `districts` of those with people and a known place: only these are reckoned with. */
  readonly used: readonly number[]
  readonly points: readonly Point[]
  readonly people: Float64Array
  /** What draws people to a wijk: its share of each kind of destination in the country, added up. */
  readonly mass: Float64Array
  readonly destinations: readonly ('people' | FacilityType)[]
  readonly sources: readonly string[]
}

export async function makeRegionUnits(statistics: Statistics): Promise<RegionUnits> {
  const year = statistics.referenceYear
  const all = statistics.listAreas('district')
  const districts = [...statistics.listPositions('district', year)].map((position) => all[position]!)
  const column = statistics.findColumn('population', 'district', year)
  const peopleOfDistrict = Float64Array.from(districts, ({ code }) => column?.values[statistics.getPosition(code)] || 0)
  const places = findPlaces(statistics, await prepareHomePoints(statistics))
  const used = [...districts.keys()].filter((at) => peopleOfDistrict[at]! > 0 && places.has(districts[at]!.code))
  const points = used.map((at) => places.get(districts[at]!.code)!)
  const people = Float64Array.from(used, (at) => peopleOfDistrict[at]!)
  const counts: [RegionUnits['destinations'][number], Float64Array][] = [['people', people]]
  const sources = [...(column?.sources ?? [])]
  for (const type of ['secondarySchool', 'hospital'] as const) {
    const found = await countFacilities(statistics, type, points)
    if (found === undefined) continue
    counts.push([type, found.counts])
    sources.push(found.source)
  }
  const mass = new Float64Array(used.length)
  for (const [, own] of counts) {
    const sum = own.reduce((total, one) => total + one, 0)
    own.forEach((one, at) => (mass[at]! += sum > 0 ? one / sum : 0))
  }
  return { districts, peopleOfDistrict, used, points, people, mass, destinations: counts.map(([id]) => id), sources }
}

/** Of every wijk the place of the buurt with most inhabitants, of those whose place is known. */
function findPlaces(statistics: Statistics, { areas, points, year }: HomePoints): Map<string, Point> {
  const people = statistics.findColumn('population', 'neighbourhood', year)?.values
  const best = new Map<string, { readonly people: number; readonly point: Point }>()
  for (const [at, { code, parents }] of areas.entries()) {
    const [point, own, district] = [points[at], people?.[statistics.getPosition(code)] || 0, parents.district ?? '']
    if (point !== undefined && own > (best.get(district)?.people ?? -1)) best.set(district, { people: own, point })
  }
  return new Map([...best].map(([district, { point }]) => [district, point]))
}

/** By size where the source gives it (pupils), else one a location; each at the nearest wijk. */
async function countFacilities(statistics: Statistics, type: FacilityType, points: readonly Point[]): Promise<{ readonly counts: Float64Array; readonly source: string } | undefined> {
  const list = await findFacilities(statistics, type)
  if ('reason' in list || list.facilities.length === 0 || points.length === 0) return undefined
  const near = new NearbyPoints(points.map(([longitude]) => longitude), points.map(([, latitude]) => latitude))
  const hasSizes = list.facilities.some(({ size }) => size !== undefined)
  const counts = new Float64Array(points.length)
  for (const { point, size } of list.facilities) {
    const nearest = near.findNearest(point, FURTHEST_METRES)
    if (nearest !== undefined) counts[nearest.at]! += hasSizes ? (size ?? 0) : 1
  }
  return { counts, source: list.source.resource }
}
