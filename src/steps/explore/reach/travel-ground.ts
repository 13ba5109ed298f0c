/** What is travelled over: main roads, streets of OpenStreetMap where the package has them, and straight lines with a detour elsewhere, but not over open water. */
import type { AccessPoints } from '#engines/reach/access-points.ts'
import type { ContractionHierarchy } from '#engines/reach/contract-graph.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import type { NearbyPoints, NearPoint } from '#steps/explore/reach/nearby-points.ts'
import type { RoadNetwork } from '#steps/explore/reach/read-roads.ts'
import type { StreetNetwork } from '#steps/explore/reach/build-streets.ts'
import { crossesOpenWater, type Land } from '#steps/explore/reach/open-water.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import { FURTHEST_STRAIGHT_METRES, localMinutes } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

export type Point = readonly [longitude: number, latitude: number]

/** A network that is ready to be asked: every node can be entered and left. */
export interface PreparedRoads {
  readonly network: RoadNetwork
  readonly part: RestrictedHierarchy
  readonly nodes: NearbyPoints
}

/** Streets for one mode of travel. */
export interface PreparedStreets {
  readonly network: StreetNetwork
  readonly hierarchy: ContractionHierarchy
  /** That `nodes` are searched by: of the crossings of a country too large to be made for every question. */
  readonly tree: Uint8Array
  readonly nodes: NearbyPoints
}

export interface TravelGround {
  readonly roads?: PreparedRoads | undefined
  readonly streets?: PreparedStreets | undefined
  /** Undefined where no shapes are known: then all is land. */
  readonly land?: Land | undefined
}

/** Over what the way leads; a code in arrays. Append only. */
export const NETWORKS = ['none', 'straightLine', 'mainRoads', 'streets'] as const
export type Network = (typeof NETWORKS)[number]

/** Places with a crossing so near lie on streets, and enter them at every one; two that are no further apart go straight. */
export const SNAP_METRES = 300
/** Where no crossing is so near they may get to the nearest one up to here. Streets are then one way to go; what is further has no streets. */
export const FURTHEST_SNAP_METRES = 1000

/** Points have at least so many nodes to enter a piece of the main roads by, up to the furthest straight line: enough for every direction. */
const FEWEST_ENTRANCES = 8

/**
 * Points enter every piece of the network at every node within reach, not only at the nearest: the nearest may lie on the wrong side of a motorway. Where few are within reach, at the nearest beyond it too.
 * Never over open water.
 */
export function enterRoads(points: readonly (Point | undefined)[], mode: TravelMode, { nodes, network }: PreparedRoads, land: Land | undefined): AccessPoints {
  const pieces = Array.from({ length: network.pieceCount }, (_, piece) => piece)
  return collectAccess(points, mode, (point) => {
    const isDry = ({ at, metres }: NearPoint) => !crossesOpenWater(land, point, [network.longitudes[at]!, network.latitudes[at]!], metres)
    const near = nodes.listWithin(point, mode.accessMetres).filter(isDry)
    return pieces.flatMap((piece) => {
      const isOfPiece = ({ at }: NearPoint) => network.pieceOfNode[at] === piece
      const own = near.filter(isOfPiece)
      return own.length >= FEWEST_ENTRANCES ? own : nodes.listNearest(point, FURTHEST_STRAIGHT_METRES, FEWEST_ENTRANCES, (found) => isOfPiece(found) && isDry(found))
    })
  })
}

export interface PointsOnStreets {
  readonly access: AccessPoints
  /** The piece of the network that each point can get to, −1 where there is no street near by. */
  readonly pieces: Int32Array
  /** The same where a crossing is so near that the point lies on its streets, and −1 where it has to get to them first. */
  readonly ownPieces: Int32Array
}

/** Points enter streets at every crossing near by that is of the same piece as the nearest one. */
export function enterStreets(points: readonly (Point | undefined)[], mode: TravelMode, { nodes, network }: PreparedStreets): PointsOnStreets {
  const [pieces, ownPieces] = [new Int32Array(points.length).fill(-1), new Int32Array(points.length).fill(-1)]
  const access = collectAccess(points, mode, (point, at) => {
    const nearest = nodes.findNearest(point, FURTHEST_SNAP_METRES)
    if (nearest === undefined) return []
    const piece = network.pieceOfNode[nearest.at]!
    pieces[at] = piece
    if (nearest.metres > SNAP_METRES) return [nearest]
    ownPieces[at] = piece
    return nodes.listWithin(point, SNAP_METRES).filter((near) => network.pieceOfNode[near.at] === piece)
  })
  return { access, pieces, ownPieces }
}

function collectAccess(points: readonly (Point | undefined)[], mode: TravelMode, listNodes: (point: Point, at: number) => readonly NearPoint[]): AccessPoints {
  const firstNodes = new Int32Array(points.length + 1)
  const [found, accessTicks]: [number[], number[]] = [[], []]
  for (const [at, point] of points.entries()) {
    for (const near of point === undefined ? [] : listNodes(point, at)) {
      found.push(near.at)
      accessTicks.push(toTicks(localMinutes(mode, near.metres)))
    }
    firstNodes[at + 1] = found.length
  }
  return { count: points.length, firstNodes, nodes: Int32Array.from(found), accessTicks: Int32Array.from(accessTicks) }
}
