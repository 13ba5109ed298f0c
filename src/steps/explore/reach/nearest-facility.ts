/** For every buurt the nearest facility of a type, over main roads and small ones. */
import type { Facility } from '#domain/facility.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import { contractGraph } from '#engines/reach/contract-graph.ts'
import { findNearestSites } from '#engines/reach/nearest-sites.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import type { RoadNetwork } from '#steps/explore/reach/read-roads.ts'
import { toMinutes, toTicks } from '#steps/explore/reach/ticks.ts'
import { localMinutes } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

type Point = readonly [number, number]

export interface NearestFacilities {
  /** Minutes to the nearest facility; NaN where there is no point, or nothing within reach. */
  readonly minutes: Float64Array
  /** Its number in the list, −1 where there is none. */
  readonly facilities: Int32Array
  /** How many of these times lead over main roads; the others are over small roads only. */
  readonly overMainRoads: number
}

/** A network that is ready to be asked: every node can be entered and left. */
export interface PreparedRoads {
  readonly network: RoadNetwork
  readonly part: RestrictedHierarchy
  readonly nodes: NearbyPoints
}

export function prepareRoads(network: RoadNetwork): PreparedRoads {
  const all = Array.from({ length: network.graph.nodeCount }, (_, node) => node)
  return { network, part: restrictHierarchy(contractGraph(network.graph), all), nodes: new NearbyPoints(network.longitudes, network.latitudes) }
}

/** The faster of the way over small roads all along, and the way over main roads where these are used. */
export function findNearestFacilities(points: readonly (Point | undefined)[], facilities: readonly Facility[], mode: TravelMode, roads?: PreparedRoads): NearestFacilities {
  const sites = facilities.map(({ point }) => point)
  const near = new NearbyPoints(sites.map(([longitude]) => longitude), sites.map(([, latitude]) => latitude))
  const result = { minutes: new Float64Array(points.length).fill(Number.NaN), facilities: new Int32Array(points.length).fill(-1), overMainRoads: 0 }
  for (const [at, point] of points.entries()) {
    const found = point && near.findNearest(point, mode.directMetres)
    if (found === undefined) continue
    result.minutes[at] = localMinutes(mode, found.metres)
    result.facilities[at] = found.at
  }
  if (roads === undefined || !mode.onMainRoads) return result
  const nearest = findNearestSites(roads.part, enterRoads(points, mode, roads), enterRoads(sites, mode, roads))
  for (const at of points.keys()) {
    if (nearest.ticks[at]! >= UNREACHABLE) continue
    const minutes = toMinutes(nearest.ticks[at]!)
    if (minutes >= result.minutes[at]!) continue
    result.minutes[at] = minutes
    result.facilities[at] = nearest.sites[at]!
    result.overMainRoads++
  }
  return result
}

/** Points enter the network at every node within reach, not only at the nearest: the nearest may lie on the wrong side of a motorway. */
function enterRoads(points: readonly (Point | undefined)[], mode: TravelMode, { nodes }: PreparedRoads): AccessPoints {
  const firstNodes = new Int32Array(points.length + 1)
  const [found, accessTicks]: [number[], number[]] = [[], []]
  for (const [at, point] of points.entries()) {
    for (const near of point === undefined ? [] : nodes.listWithin(point, mode.accessMetres)) {
      found.push(near.at)
      accessTicks.push(toTicks(localMinutes(mode, near.metres)))
    }
    firstNodes[at + 1] = found.length
  }
  return { count: points.length, firstNodes, nodes: Int32Array.from(found), accessTicks: Int32Array.from(accessTicks) }
}
