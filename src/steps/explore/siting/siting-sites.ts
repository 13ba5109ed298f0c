/** The sites of a siting question: where a facility is, in the area and beyond it, and where one may come. */
import type { Facility } from '#domain/facility.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { Place } from '#domain/place.ts'
import type { SitingSiteAnswer } from '#domain/answers/siting-answers.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import type { Point } from '#steps/explore/siting/siting-area.ts'

export interface SitingSite extends SitingSiteAnswer {
  /** Of the village that it lies in or near. */
  readonly municipality: string
}

/** A village is no further from its facility than this. */
const FURTHEST_VILLAGE_METRES = 5000
/** A village with a facility as near as this has one. */
const OWN_FACILITY_METRES = 1000

/** The largest facility and those near it are one site, named after it; its identifier is the lowest of theirs. In the order of identifiers. */
export function makeSites(facilities: readonly Facility[], kind: 'existing' | 'outside', togetherMetres: number, places: readonly Place[]): SitingSite[] {
  const findVillage = createVillageFinder(places)
  const bySize = facilities.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0) || (a.id < b.id ? -1 : 1))
  const sites = groupNear(bySize.map(({ point }) => point), togetherMetres).map((members): SitingSite => {
    const own = members.map((at) => bySize[at]!)
    const main = own[0]!
    const village = findVillage(main.point)
    return {
      id: own.map(({ id }) => id).toSorted()[0]!,
      kind,
      name: own.length === 1 ? main.name : `${main.name} +${own.length - 1}`,
      village: village?.name ?? main.name,
      municipality: village?.municipality ?? '',
      point: [...main.point],
      facilities: own.map(({ id, name, size }) => ({ id, name, ...(size !== undefined && { size }) })),
    }
  })
  return sites.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Villages in the area that have no facility. */
export function makeCandidates(places: readonly Place[], includesPoint: (point: Point) => boolean, facilities: readonly Facility[]): SitingSite[] {
  const near = new NearbyPoints(facilities.map(({ point }) => point[0]), facilities.map(({ point }) => point[1]))
  return places
    .filter(({ point }) => includesPoint(point) && (facilities.length === 0 || near.findNearest(point, OWN_FACILITY_METRES) === undefined))
    .map(({ id, name, point, municipality }) => ({ id, kind: 'candidate', name, village: name, municipality, point: [...point], facilities: [] }))
}

function createVillageFinder(places: readonly Place[]): (point: Point) => Place | undefined {
  if (places.length === 0) return () => undefined
  const near = new NearbyPoints(places.map(({ point }) => point[0]), places.map(({ point }) => point[1]))
  return (point) => {
    const found = near.findNearest(point, FURTHEST_VILLAGE_METRES)
    return found && places[found.at]
  }
}

/** Groups around the first that is not near an earlier one: no facility is further than so many metres from the first of its group. */
function groupNear(points: readonly Point[], metres: number): number[][] {
  const groups: number[][] = []
  for (const [at, point] of points.entries()) {
    const group = groups.find(([first]) => metres > 0 && measureMetres(points[first!]!, point) <= metres)
    if (group === undefined) groups.push([at])
    else group.push(at)
  }
  return groups
}
