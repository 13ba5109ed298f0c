/** Travel times on a thread of their own where they take long, and here where they do not. */
import type { LandGrid } from '#engines/geometry/land-grid.ts'
import type { PassableGrid } from '#engines/geometry/passable-grid.ts'
import { contractGraph } from '#engines/reach/contract-graph.ts'
import type { ContractionHierarchy } from '#engines/reach/contract-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { contractStreets, type ContractedStreets, type ExtractStreets } from '#steps/explore/reach/build-streets.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { createPassable, type Land } from '#steps/explore/reach/open-water.ts'
import type { NearestQuestion, ReachOrder, ReachOutput, RegionsOutput, RegionsQuestion, SentGround, SupplyOutput, SupplyQuestion } from '#steps/explore/reach/reach-task.ts'
import { shareArrays } from '#steps/explore/reach/share-arrays.ts'
import type { KnownPlaces } from '#steps/explore/reach/spread-homes.ts'
import type { Point, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { measureTravelMinutes } from '#steps/explore/reach/travel-minutes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { runSplit } from '#steps/workers/run-split.ts'

const TASK = new URL('./reach-task.ts', import.meta.url)
/** Below this, starting a thread takes longer than the work. */
const [FEW_NODES, FEW_TIMES, FEW_CELLS] = [1000, 500_000, 100_000]

export type Grounds = Readonly<Partial<Record<TravelMode['id'], TravelGround>>>

export async function contractBeside(graph: RoadGraph): Promise<ContractionHierarchy> {
  return graph.nodeCount < FEW_NODES ? contractGraph(graph) : (run({ kind: 'contract', graph }) as Promise<ContractionHierarchy>)
}

/** As `contractStreets`. */
export async function contractStreetsBeside(extracts: readonly ExtractStreets[], land: Land | undefined): Promise<ContractedStreets | undefined> {
  const rows = extracts.reduce((sum, { fromNode }) => sum + fromNode.length, 0)
  if (rows < FEW_NODES) return contractStreets(extracts, land)
  return run({ kind: 'streets', extracts: shareArrays(extracts), land }) as Promise<ContractedStreets | undefined>
}

export async function createPassableBeside(land: LandGrid): Promise<PassableGrid> {
  return land.land.length < FEW_CELLS ? createPassable(land) : (run({ kind: 'passable', land }) as Promise<PassableGrid>)
}

/** As `findNearestFacilities`, for several questions at once. */
export async function findNearestBeside(questions: readonly NearestQuestion[], grounds: Grounds): Promise<NearestFacilities[]> {
  const work = questions.reduce((sum, { points, sites, mode }) => sum + points.length * sites.length + countNodes(grounds[mode.id]), 0)
  if (work >= FEW_TIMES) return run({ kind: 'nearest', questions, grounds: sendGrounds(grounds) }) as Promise<NearestFacilities[]>
  return questions.map(({ sites, mode, k, ...places }) => findNearestFacilities(places, sites, mode, grounds[mode.id], k))
}

/** As `measureTravelMinutes`. */
export async function measureMinutesBeside(places: KnownPlaces, sites: readonly Point[], mode: TravelMode, ground: TravelGround): Promise<Float64Array> {
  const { points } = places
  if (points.length * sites.length + countNodes(ground) < FEW_TIMES && points.length * (ground.roads?.part.spotCount ?? 0) < FEW_TIMES) return measureTravelMinutes(places, sites, mode, ground)
  return run({ kind: 'matrix', places, sites, mode, ground: sendGround(ground) }) as Promise<Float64Array>
}

/** Always on a thread: seconds for a whole country. */
export async function findRegionsBeside(question: RegionsQuestion, ground: TravelGround): Promise<RegionsOutput> {
  return run({ kind: 'regions', question, ground: sendGround(ground), kernel: readKernel('reach') }) as Promise<RegionsOutput>
}

/** What is within reach of every point, on a thread. */
export async function findSupplyBeside(question: SupplyQuestion, ground: TravelGround): Promise<SupplyOutput> {
  return run({ kind: 'supply', question, ground: sendGround(ground), kernel: readKernel('reach') }) as Promise<SupplyOutput>
}

const countNodes = (ground: TravelGround | undefined): number => 10 * ((ground?.roads?.part.spotCount ?? 0) + (ground?.streets?.hierarchy.nodeCount ?? 0))

const sendGrounds = (grounds: Grounds): Readonly<Partial<Record<TravelMode['id'], SentGround>>> =>
  Object.fromEntries(Object.entries(grounds).map(([mode, ground]) => [mode, sendGround(ground)]))

const sendGround = ({ roads, streets, land }: TravelGround): SentGround => ({ ...(roads && { roads: withoutIndex(roads) }), ...(streets && { streets: withoutIndex(streets) }), ...(land && { land }) })

const withoutIndex = <Own extends { readonly nodes: unknown }>({ nodes: _, ...rest }: Own): Omit<Own, 'nodes'> => rest

async function run(input: ReachOrder): Promise<ReachOutput> {
  const [output] = await runSplit<ReachOrder, ReachOutput>({ module: TASK, input, parts: 1 })
  return output
}
