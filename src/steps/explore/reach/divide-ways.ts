/**
 * Which pairs of a place and a site are joined by streets that are known, and which are not. Both ends on the same piece of the network: over its streets.
 * Otherwise over main roads and straight lines. Where an end has to get to that piece first, either way may be the faster: a small extract near by is no network of what lies around it.
 */
import { enterStreets } from '#steps/explore/reach/travel-ground.ts'
import type { Point, PointsOnStreets, PreparedStreets } from '#steps/explore/reach/travel-ground.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** Positions in the list of places and in that of sites: every one of these places may go to every one of these sites. */
export interface WayGroup {
  readonly places: readonly number[]
  readonly sites: readonly number[]
}

/** A pair may be in both: then the faster way counts. */
export interface DividedWays {
  readonly elsewhere: readonly WayGroup[]
  /** Undefined where no place and site can get to the same piece. */
  readonly onStreets?: { readonly streets: PreparedStreets; readonly places: PointsOnStreets; readonly sites: PointsOnStreets; readonly groups: readonly WayGroup[] }
}

export function divideWays(points: readonly (Point | undefined)[], sites: readonly Point[], mode: TravelMode, streets: PreparedStreets | undefined): DividedWays {
  const known = [...points.keys()].filter((at) => points[at] !== undefined)
  const everywhere = [...sites.keys()]
  if (streets === undefined) return { elsewhere: [{ places: known, sites: everywhere }] }
  const [ofPlaces, ofSites] = [enterStreets(points, mode, streets), enterStreets(sites, mode, streets)]
  const elsewhere = [...Map.groupBy(known, (at) => ofPlaces.ownPieces[at]!)].map(([piece, places]): WayGroup => ({
    places,
    sites: piece < 0 ? everywhere : everywhere.filter((at) => ofSites.ownPieces[at] !== piece),
  }))
  const sitesOfPiece = Map.groupBy(everywhere, (at) => ofSites.pieces[at]!)
  const groups = [...Map.groupBy(known, (at) => ofPlaces.pieces[at]!)].flatMap(([piece, places]): WayGroup[] => {
    const own = piece < 0 ? undefined : sitesOfPiece.get(piece)
    return own === undefined ? [] : [{ places, sites: own }]
  })
  return { elsewhere, ...(groups.length > 0 && { onStreets: { streets, places: ofPlaces, sites: ofSites, groups } }) }
}
