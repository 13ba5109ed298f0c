/** The thread that works out travel times, so that whoever answers requests does not wait for it. Started by `reach-thread.ts`. */
import type { LandGrid } from '#engines/geometry/land-grid.ts'
import type { PassableGrid } from '#engines/geometry/passable-grid.ts'
import { contractGraph } from '#engines/reach/contract-graph.ts'
import type { ContractionHierarchy } from '#engines/reach/contract-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { createExponentialDecay } from '#engines/reach/decays/exponential-decay.ts'
import { createGaussianDecay } from '#engines/reach/decays/gaussian-decay.ts'
import { createStepDecay } from '#engines/reach/decays/step-decay.ts'
import { createFastSweepers } from '#engines/reach/fast-sweeper.ts'
import { computeFloatingCatchment } from '#engines/reach/floating-catchment.ts'
import { computeGravityFlows } from '#engines/reach/gravity-flows.ts'
import { sumOpportunities } from '#engines/reach/opportunities.ts'
import { findFunctionalRegions } from '#engines/regions/find-functional-regions.ts'
import type { Validity } from '#engines/regions/find-functional-regions.ts'
import { makeContiguous, sumRegions } from '#engines/regions/make-contiguous.ts'
import type { RegionSums } from '#engines/regions/make-contiguous.ts'
import { contractStreets, type ContractedStreets, type ExtractStreets } from '#steps/explore/reach/build-streets.ts'
import { listReachable } from '#steps/explore/reach/list-reachable.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { createPassable, type Land } from '#steps/explore/reach/open-water.ts'
import { shareArrays } from '#steps/explore/reach/share-arrays.ts'
import type { Site } from '#steps/explore/reach/site-doors.ts'
import type { KnownPlaces, Places } from '#steps/explore/reach/spread-homes.ts'
import type { Point, PreparedRoads, PreparedStreets, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { measureTravelMinutes } from '#steps/explore/reach/travel-minutes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** A ground as it can be sent: arrays in shared memory, without the index of points: that of main roads is planted again, that of streets stands on their tree. */
export interface SentGround {
  readonly roads?: Omit<PreparedRoads, 'nodes'>
  readonly streets?: Omit<PreparedStreets, 'nodes'>
  readonly land?: Land
}

export interface NearestQuestion extends Places {
  readonly sites: readonly Site[]
  readonly mode: TravelMode
  readonly k: number
}

export interface RegionsQuestion {
  readonly points: readonly Point[]
  readonly people: Float64Array
  /** What draws people to each point. */
  readonly mass: Float64Array
  readonly mode: TravelMode
  readonly maximumMinutes: number
  readonly halfMinutes: number
  readonly counts: readonly number[]
  /** For every point those next to it. */
  readonly neighbours: readonly (readonly number[])[]
  readonly validity: Validity
}

/** Regions in one piece each, with what goes on in them. */
export interface FoundRegions extends RegionSums {
  readonly regionOfUnit: Int32Array
  readonly islands: readonly number[]
  /** Points that were moved so that their region is in one piece. */
  readonly moved: readonly number[]
}

export interface RegionsOutput {
  /** For each of the counts. */
  readonly regions: readonly FoundRegions[]
  /** Points from which nothing can be reached that draws people. */
  readonly stranded: readonly number[]
}

export type ReachOrder =
  | { readonly kind: 'contract'; readonly graph: RoadGraph }
  | { readonly kind: 'streets'; readonly extracts: readonly ExtractStreets[]; readonly land: Land | undefined }
  | { readonly kind: 'passable'; readonly land: LandGrid }
  | { readonly kind: 'regions'; readonly question: RegionsQuestion; readonly ground: SentGround; readonly kernel: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'supply'; readonly question: SupplyQuestion; readonly ground: SentGround; readonly kernel: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'nearest'; readonly questions: readonly NearestQuestion[]; readonly grounds: Readonly<Partial<Record<TravelMode['id'], SentGround>>> }
  | { readonly kind: 'matrix'; readonly places: KnownPlaces; readonly sites: readonly Point[]; readonly mode: TravelMode; readonly ground: SentGround }

export interface SupplyQuestion extends Places {
  readonly sites: readonly Site[]
  readonly mode: TravelMode
  readonly minutes: number
  /** Who uses the sites, a point; how much there is at each site, NaN where that is not known. */
  readonly people: Float64Array
  readonly places: Float64Array
}

export interface SupplyOutput {
  /** A point: how many sites are within the time, how many of these have a known number of places, and places a person. */
  readonly reached: Float64Array
  readonly sized: Float64Array
  readonly supply: Float64Array
  readonly unreachedSites: readonly number[]
}

/** Undefined: no street is open. */
export type ReachOutput = ContractionHierarchy | ContractedStreets | undefined | PassableGrid | NearestFacilities[] | RegionsOutput | SupplyOutput | Float64Array

await serveTask<ReachOrder, ReachOutput | undefined>((order) => {
  let output: ReachOutput | undefined
  return { run: () => (output = carryOut(order)), finish: () => output }
})

function carryOut(order: ReachOrder): ReachOutput {
  if (order.kind === 'contract') return shareArrays(contractGraph(order.graph))
  if (order.kind === 'streets') return shareArrays(contractStreets(order.extracts, order.land))
  if (order.kind === 'passable') return shareArrays(createPassable(order.land))
  if (order.kind === 'regions') return findRegions(order.question, receiveGround(order.ground), order.kernel)
  if (order.kind === 'matrix') return measureTravelMinutes(order.places, order.sites, order.mode, receiveGround(order.ground))
  if (order.kind === 'supply') return findSupply(order.question, receiveGround(order.ground), order.kernel)
  const grounds = new Map(Object.entries(order.grounds).map(([mode, sent]) => [mode, receiveGround(sent)]))
  return order.questions.map(({ sites, mode, k, ...places }) => findNearestFacilities(places, sites, mode, grounds.get(mode.id), k))
}

function findRegions({ points, people, mass, mode, maximumMinutes, halfMinutes, counts, neighbours, validity }: RegionsQuestion, ground: TravelGround, kernel: Uint8Array<ArrayBuffer>): RegionsOutput {
  const reachable = listReachable({ points }, points.map((point) => ({ point })), mode, ground, maximumMinutes, createFastSweepers(compileKernel(kernel)))
  const { amounts, stranded } = computeGravityFlows(reachable, people, mass, createExponentialDecay(toTicks(halfMinutes), toTicks(maximumMinutes)))
  const flows = { unitCount: points.length, firstFlows: reachable.firstPairs, toUnits: reachable.sites, amounts }
  const regions = findFunctionalRegions(flows, counts, validity).map((found): FoundRegions => {
    const whole = makeContiguous(flows, found.regionOfUnit, neighbours, validity.leastSize)
    return { ...whole, islands: found.islands, ...sumRegions(flows, whole.regionOfUnit, found.regionCount) }
  })
  return { regions, stranded }
}

function findSupply({ points, radii, sites, mode, minutes, people, places }: SupplyQuestion, ground: TravelGround, kernel: Uint8Array<ArrayBuffer>): SupplyOutput {
  const reachable = listReachable({ points, radii }, sites, mode, ground, minutes, createFastSweepers(compileKernel(kernel)))
  const maximumTicks = toTicks(minutes)
  const { supplyPerPerson, unreachedSites } = computeFloatingCatchment(reachable, people, places.map((own) => own || 0), createGaussianDecay(maximumTicks))
  const countWithin = (amounts: ArrayLike<number>) => sumOpportunities(reachable, amounts, createStepDecay(maximumTicks))
  return { reached: countWithin(new Uint8Array(sites.length).fill(1)), sized: countWithin(Uint8Array.from(places, (own) => Number(!Number.isNaN(own)))), supply: supplyPerPerson, unreachedSites }
}

function receiveGround({ roads, streets, land }: SentGround): TravelGround {
  const plant = <Own extends { readonly network: { readonly longitudes: Float64Array; readonly latitudes: Float64Array }; readonly tree?: Uint8Array }>(own: Own) => ({ ...own, nodes: new NearbyPoints(own.network.longitudes, own.network.latitudes, own.tree) })
  return { roads: roads && plant(roads), streets: streets && plant(streets), land }
}
