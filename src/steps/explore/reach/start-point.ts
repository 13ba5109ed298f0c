/** Where ways from a place begin: at the middle of a village, all over the part of a buurt that people live in, and in every buurt of a larger area. */
import type { PlaceReachAnswer } from '#domain/answers/reach-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findReachPeople } from '#steps/explore/reach/reach-people.ts'
import type { KnownPlaces } from '#steps/explore/reach/spread-homes.ts'
import type { Subject } from '#steps/see/subject.ts'

/** Whose minutes are told: of one point, or of the inhabitants of so many buurten. */
export interface Starts extends KnownPlaces {
  readonly from: PlaceReachAnswer['from']
  /** How much each counts. */
  readonly people: readonly number[]
}

/** Everywhere that people of a place set out, as `getReachColumn` takes them; no points where the place is not known. */
export async function findStarts(statistics: Statistics, subject: Subject): Promise<Starts> {
  const [area] = subject.areas
  const homes = getHomePoints(statistics)
  const level = subject.kind === 'area' && area?.level !== 'neighbourhood' ? area?.level : undefined
  const buurten = level === undefined ? [] : [...homes.areas.keys()].filter((at) => homes.areas[at]!.parents[level] === area?.code && homes.points[at] !== undefined)
  if (buurten.length > 0) {
    const people = await findReachPeople(statistics, undefined, [])
    return { from: 'inhabitants', points: buurten.map((at) => homes.points[at]!), radii: Float64Array.from(buurten, (at) => homes.radii[at]!), people: buurten.map((at) => people.find(homes.areas[at]!)[0]!) }
  }
  const { from, point, radius = 0 } = findStart(statistics, subject)
  return point === undefined ? { from, points: [], radii: new Float64Array(), people: [] } : { from, points: [point], radii: Float64Array.of(radius), people: [1] }
}

/** One point to measure from. */
export function findStart(statistics: Statistics, subject: Subject): { readonly from: PlaceReachAnswer['from']; readonly point?: readonly [number, number]; readonly radius?: number } {
  if (subject.kind === 'village') return { from: 'place', point: subject.place.point }
  const [area] = subject.areas
  const homes = getHomePoints(statistics)
  const at = homes.areas.findIndex(({ code }) => code === area?.code)
  const point = homes.points[at] ?? area?.point
  if (point !== undefined) return { from: at < 0 || homes.kinds[at] === 'neighbourhood' || homes.kinds[at] === 'neighbourhoodName' ? 'area' : 'largerArea', point, radius: homes.radii[at] ?? 0 }
  const larger = statistics.findArea(area?.parents.district ?? '')?.point
  return larger === undefined ? { from: 'nowhere' } : { from: 'largerArea', point: larger }
}
