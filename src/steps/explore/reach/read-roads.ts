/** The main roads of the package, as a network with travel times by car. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import type { RoadClass } from '#domain/scenario-facilities.ts'
import { findColumn, findNumbers } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import { nextTurn } from '#steps/shared/turns.ts'

export interface RoadNetwork {
  readonly graph: RoadGraph
  /** Degrees, a node. */
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  readonly source: SourceRecord
  /** Roads that could not be used: an end that is not in the list of nodes, or no time. */
  readonly roadsLeftOut: number
  /** Pieces that are not joined to the largest, and the nodes in them: left out, as nothing can be reached over them. */
  readonly smallPieces: { readonly pieces: number; readonly nodes: number }
}

interface Arcs {
  readonly tails: number[]
  readonly heads: number[]
  readonly ticks: number[]
}

const [NODES, EDGES] = ['roads-main-nodes', 'roads-main-edges'] as const
export const ROAD_TABLES: readonly string[] = [NODES, EDGES]

/** Motorways are numbered A, provincial roads N; all others, and the links between roads, have no such number. */
const classifyRoad = (road: unknown): RoadClass => (/^A\d/.test(String(road ?? '')) ? 'motorway' : /^N\d/.test(String(road ?? '')) ? 'provincial' : 'other')

/** `getFactor`: how many times as fast one goes on a class of road. Others are answered in between. Undefined where the package has no main roads. */
export async function readRoads(statistics: Statistics, getFactor: (roadClass: RoadClass) => number = () => 1): Promise<RoadNetwork | undefined> {
  const source = statistics.sources.find(({ resource }) => resource === EDGES)
  const [nodes, edges] = await Promise.all([statistics.readTable(NODES), statistics.readTable(EDGES)])
  if (source === undefined || nodes === undefined || edges === undefined) return undefined
  await nextTurn()
  const [ids, longitudes, latitudes] = ['id', 'lon', 'lat'].map((name) => findNumbers(nodes, name))
  const [from, to, minutes] = ['from', 'to', 'minutes'].map((name) => findNumbers(edges, name))
  if (!ids || !longitudes || !latitudes || !from || !to || !minutes) return undefined
  const names = findColumn(edges, 'road')
  const nodeOfId = new Map([...ids].map((id, node) => [id, node]))
  const arcs: Arcs = { tails: [], heads: [], ticks: [] }
  let roadsLeftOut = 0
  for (const [road, time] of minutes.entries()) {
    const [tail, head] = [nodeOfId.get(from[road]!), nodeOfId.get(to[road]!)]
    if (tail === undefined || head === undefined || !(time >= 0)) {
      roadsLeftOut++
      continue
    }
    const ticks = toTicks(time / getFactor(classifyRoad(names?.values[road])))
    arcs.tails.push(tail, head)
    arcs.heads.push(head, tail)
    arcs.ticks.push(ticks, ticks)
  }
  await nextTurn()
  return { ...keepLargestPiece(arcs, longitudes, latitudes), source, roadsLeftOut }
}

/** Parking places beside a motorway and other bits lie nearer to some homes than the network does, and lead nowhere. */
function keepLargestPiece({ tails, heads, ticks }: Arcs, longitudes: Float64Array, latitudes: Float64Array): Pick<RoadNetwork, 'graph' | 'longitudes' | 'latitudes' | 'smallPieces'> {
  const { pieceOfNode, sizes } = findStrongPieces(createRoadGraph(longitudes.length, tails, heads, ticks))
  const isKept = (_: number, node: number) => pieceOfNode[node] === 0
  const newNumbers = new Int32Array(pieceOfNode.length).fill(-1)
  pieceOfNode.keys().filter((node) => pieceOfNode[node] === 0).forEach((node, at) => (newNumbers[node] = at))
  const within = [...tails.keys()].filter((arc) => newNumbers[tails[arc]!]! >= 0)
  const renumber = (list: readonly number[]) => within.map((arc) => newNumbers[list[arc]!]!)
  return {
    graph: createRoadGraph(sizes[0] ?? 0, renumber(tails), renumber(heads), within.map((arc) => ticks[arc]!)),
    longitudes: longitudes.filter(isKept),
    latitudes: latitudes.filter(isKept),
    smallPieces: { pieces: Math.max(0, sizes.length - 1), nodes: pieceOfNode.length - (sizes[0] ?? 0) },
  }
}
