/** The sites of a siting question: where a facility is, in the area and beyond it, and where one may come. */
import type { Facility } from '#domain/facility.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { Place } from '#domain/place.ts'
import type { SitingSiteAnswer } from '#domain/answers/siting-answers.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import type { getFacilityVillageFinder } from '#steps/explore/reach/facility-village.ts'
import type { Point } from '#steps/explore/siting/siting-area.ts'

export interface SitingSite extends SitingSiteAnswer {
  /** Of the village that it lies in or near. */
  readonly municipality: string
}

/** Whether one of these identifiers is of the site, or of a facility of it. */
export const includesSite = (ids: readonly string[], site: SitingSite): boolean => ids.includes(site.id) || site.facilities.some(({ id }) => ids.includes(id))

/** With its village, where that says more. */
export const nameSite = ({ name, village }: Pick<SitingSite, 'name' | 'village'>): string => (name === village ? name : `${name} (${village})`)

/** A village with a facility as near as this has one. */
const OWN_FACILITY_METRES = 1000
/** Further apart than this two sites are never one. */
const FURTHEST_TWIN_METRES = 3000

const MOST_GROUP_NAMES = 3

type FindVillage = ReturnType<typeof getFacilityVillageFinder>

/** How many facilities stand or stop at a site: a new one is one. */
export const countFacilities = ({ facilities }: Pick<SitingSite, 'facilities'>): number => Math.max(1, facilities.length)

/** The largest facility and those near it are one site, named after all, the largest first; its identifier is the lowest of theirs. In the order of identifiers. */
export function makeSites(facilities: readonly Facility[], kind: 'existing' | 'outside', togetherMetres: number, findVillage: FindVillage): SitingSite[] {
  const bySize = sortBySize(facilities)
  return describeGroups(groupNear(bySize.map(({ point }) => point), togetherMetres).map((members) => members.map((at) => bySize[at]!)), kind, findVillage)
}

const sortBySize = (facilities: readonly Facility[]): Facility[] => facilities.toSorted((a, b) => (b.size ?? 0) - (a.size ?? 0) || (a.id < b.id ? -1 : 1))

/** Of each group the largest goes first. */
function describeGroups(groups: readonly (readonly Facility[])[], kind: SitingSite['kind'], findVillage: FindVillage): SitingSite[] {
  const sites = groups.map((own): SitingSite => {
    const main = own[0]!
    const village = findVillage(main)
    return {
      id: own.map(({ id }) => id).toSorted()[0]!,
      kind,
      name: nameGroup(own.map(({ name }) => name)),
      village: village.name ?? main.name,
      municipality: village.municipality,
      point: [...main.point],
      facilities: own.map(({ id, name, size, denomination }) => ({ id, name, ...(size !== undefined && { size }), ...(denomination !== undefined && { denomination }) })),
    }
  })
  return sites.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The same in every language. */
function nameGroup(names: readonly string[]): string {
  const shown = names.slice(0, MOST_GROUP_NAMES).join(' / ')
  return names.length > MOST_GROUP_NAMES ? `${shown} / +${names.length - MOST_GROUP_NAMES}` : shown
}

/**
 * A site that is the nearest for nobody, while the buurt around it goes to another close by, is one with that other: a buurt is a point on the map, and from there
 * nobody can say which of the two its people choose.
 * @param nearest for every home the number of the nearest site, −1 for none
 */
export function mergeUnchosen(sites: readonly SitingSite[], facilities: readonly Facility[], homes: readonly Point[], nearest: ArrayLike<number>, findVillage: FindVillage): SitingSite[] {
  const chosen = new Set(Array.from(nearest))
  const near = new NearbyPoints(homes.map(([x]) => x), homes.map(([, y]) => y))
  const receivers = sites.map(({ point }, at) => {
    const home = chosen.has(at) ? undefined : near.findNearest(point, FURTHEST_TWIN_METRES)
    const other = home === undefined ? -1 : nearest[home.at]!
    return other >= 0 && measureMetres(sites[other]!.point, point) <= FURTHEST_TWIN_METRES ? other : at
  })
  if (receivers.every((other, at) => other === at)) return [...sites]
  const byId = new Map(facilities.map((facility) => [facility.id, facility]))
  const groups = Map.groupBy(sites.keys(), (at) => receivers[at]!)
  return describeGroups([...groups.values()].map((members) => sortBySize(members.flatMap((at) => sites[at]!.facilities.map(({ id }) => byId.get(id)!)))), 'existing', findVillage)
}

/** Villages in the area that have no facility. */
export function makeCandidates(places: readonly Place[], includesPoint: (point: Point) => boolean, facilities: readonly Facility[]): SitingSite[] {
  const near = new NearbyPoints(facilities.map(({ point }) => point[0]), facilities.map(({ point }) => point[1]))
  return places
    .filter(({ point }) => includesPoint(point) && (facilities.length === 0 || near.findNearest(point, OWN_FACILITY_METRES) === undefined))
    .map(({ id, name, point, municipality }) => ({ id, kind: 'candidate', name, village: name, municipality, point: [...point], facilities: [] }))
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
