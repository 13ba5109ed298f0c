/** The village or town that a facility stands in. Method: docs/methods/siting.md. */
import type { Facility } from '#domain/facility.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import { normaliseName } from '#domain/names.ts'
import type { Place } from '#domain/place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { memoize } from '#steps/see/memo.ts'

/** Of a place whose inhabitants its source does not have: those of a village. */
const FEWEST_PEOPLE = 1000
/** Outside every municipality a village is no further than this. */
const FURTHEST_VILLAGE_METRES = 5000
/** What the register adds to a name that is there twice: "Haren Gn", "Rijswijk (GLD)". */
const PROVINCE_SUFFIX = / (?:gn|fr|dr|ov|gld|ut|nh|zh|zld|nb|l|lb)$/

interface FacilityVillage {
  readonly name: string | undefined
  /** Empty for a facility far from all of them. */
  readonly municipality: string
}

/**
 * What the address of the facility says; else of the woonplaatsen, in which a municipality is divided, one whose name stands in that of the facility, else the nearest for its size.
 * The reach of a town grows with the fourth root of its inhabitants: of 0, ¼, ½ that power puts most schools in the town of their address.
 */
export const getFacilityVillageFinder = memoize((statistics: Statistics): ((facility: Pick<Facility, 'name' | 'point' | 'town'>) => FacilityVillage) => {
  const places = statistics.listPlaces()
  const ofMunicipality = Map.groupBy(places, ({ municipality }) => municipality)
  const findMunicipality = getMunicipalityFinder(statistics)
  const findAnywhere = createVillageFinder(places)
  return ({ name, point, town }) => {
    const municipality = findMunicipality(point)
    const own = municipality === undefined ? [] : keepWoonplaatsen(ofMunicipality.get(municipality) ?? [])
    const found = findInName(own, name) ?? findNearestForItsSize(own, point) ?? findAnywhere(point)
    return { name: town ?? found?.name, municipality: municipality ?? found?.municipality ?? '' }
  }
})

/** Hamlets are no woonplaats of their own; a package without woonplaatsen has only names on the map. */
function keepWoonplaatsen(places: readonly Place[]): readonly Place[] {
  const official = places.filter(({ id }) => id.startsWith('WP'))
  return official.length > 0 ? official : places
}

/** As words of their own, the longest first: of "Station Delfzijl West" that is Delfzijl. */
function findInName(places: readonly Place[], name: string): Place | undefined {
  const words = ` ${normaliseName(name)} `
  const isIn = (place: Place) => words.includes(` ${normaliseName(place.name).replace(PROVINCE_SUFFIX, '')} `)
  return places.filter(isIn).toSorted((a, b) => b.name.length - a.name.length)[0]
}

function findNearestForItsSize(places: readonly Place[], point: Place['point']): Place | undefined {
  const distances = places.map((place) => measureMetres(place.point, point) / Math.max(place.population ?? 0, FEWEST_PEOPLE) ** 0.25)
  return places[distances.indexOf(Math.min(...distances))]
}

function createVillageFinder(places: readonly Place[]): (point: Place['point']) => Place | undefined {
  if (places.length === 0) return () => undefined
  const near = new NearbyPoints(places.map(({ point }) => point[0]), places.map(({ point }) => point[1]))
  return (point) => places[near.findNearest(point, FURTHEST_VILLAGE_METRES)?.at ?? -1]
}
