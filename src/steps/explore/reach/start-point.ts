/** Where a way from a place begins: at the middle of a village, and of a buurt all over the part that people live in. */
import type { PlaceReachAnswer } from '#domain/answers/reach-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import type { Subject } from '#steps/see/subject.ts'

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
