/** The village that a point lies in or near. */
import type { Place } from '#domain/place.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'

/** A village is no further from what stands in it than this. */
const FURTHEST_VILLAGE_METRES = 5000

/** Undefined for a point far from every village. */
export function createVillageFinder(places: readonly Place[]): (point: Place['point']) => Place | undefined {
  if (places.length === 0) return () => undefined
  const near = new NearbyPoints(places.map(({ point }) => point[0]), places.map(({ point }) => point[1]))
  return (point) => {
    const found = near.findNearest(point, FURTHEST_VILLAGE_METRES)
    return found && places[found.at]
  }
}
