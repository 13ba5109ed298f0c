/** The thread that works out travel times, so that whoever answers requests does not wait for it. Started by `reach-thread.ts`. */
import { contractGraph } from '#engines/reach/contract-graph.ts'
import type { ContractionHierarchy } from '#engines/reach/contract-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { shareArrays } from '#steps/explore/reach/share-arrays.ts'
import type { Point, PreparedRoads, PreparedStreets, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** A ground as it can be sent: arrays in shared memory, without the index of points, which is planted again. */
export interface SentGround {
  readonly roads?: Omit<PreparedRoads, 'nodes'>
  readonly streets?: Omit<PreparedStreets, 'nodes'>
}

export interface NearestQuestion {
  readonly points: readonly (Point | undefined)[]
  readonly sites: readonly Point[]
  readonly mode: TravelMode
  readonly k: number
}

export type ReachOrder =
  | { readonly kind: 'contract'; readonly graph: RoadGraph }
  | { readonly kind: 'nearest'; readonly questions: readonly NearestQuestion[]; readonly grounds: Readonly<Partial<Record<TravelMode['id'], SentGround>>> }

export type ReachOutput = ContractionHierarchy | NearestFacilities[]

await serveTask<ReachOrder, ReachOutput | undefined>((order) => {
  let output: ReachOutput | undefined
  return { run: () => (output = carryOut(order)), finish: () => output }
})

function carryOut(order: ReachOrder): ReachOutput {
  if (order.kind === 'contract') return shareArrays(contractGraph(order.graph))
  const grounds = new Map(Object.entries(order.grounds).map(([mode, sent]) => [mode, receiveGround(sent)]))
  return order.questions.map(({ points, sites, mode, k }) => findNearestFacilities(points, sites.map((point) => ({ point })), mode, grounds.get(mode.id), k))
}

function receiveGround({ roads, streets }: SentGround): TravelGround {
  const plant = <Own extends { readonly network: { readonly longitudes: Float64Array; readonly latitudes: Float64Array } }>(own: Own) => ({ ...own, nodes: new NearbyPoints(own.network.longitudes, own.network.latitudes) })
  return { roads: roads && plant(roads), streets: streets && plant(streets) }
}
