/** The main roads of the package, as a network with travel times by car. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import type { RoadClass } from '#domain/scenario-facilities.ts'
import { findColumn, findNumbers } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { countPieces, FEWEST_NODES, selectPieces } from '#steps/explore/reach/network-pieces.ts'
import type { Arcs, NetworkInPieces, PieceCount } from '#steps/explore/reach/network-pieces.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import { nextTurn } from '#steps/shared/turns.ts'

export interface RoadNetwork extends NetworkInPieces {
  readonly source: SourceRecord
  /** Roads that could not be used: an end that is not in the list of nodes, or no time. */
  readonly roadsLeftOut: number
  /** Pieces too small to be used, and the nodes in them: hardly anything can be reached over them. */
  readonly smallPieces: PieceCount
  /** Where the nodes of these lie. */
  readonly smallNodes: { readonly longitudes: Float64Array; readonly latitudes: Float64Array }
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
  if (!ids?.length || !longitudes || !latitudes || !from || !to || !minutes) return undefined
  const names = findColumn(edges, 'road')
  const nodeOfId = new Map([...ids].map((id, node) => [id, node]))
  const arcs: Record<keyof Arcs, number[]> = { tails: [], heads: [], ticks: [] }
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
  return { ...keepLargePieces(arcs, longitudes, latitudes), source, roadsLeftOut }
}

/** Leaves out parking places beside a motorway and other bits: they lie nearer to some homes than the network does, and lead nowhere. The largest piece stays, however small. */
function keepLargePieces(arcs: Arcs, longitudes: Float64Array, latitudes: Float64Array): NetworkInPieces & Pick<RoadNetwork, 'smallPieces' | 'smallNodes'> {
  const { pieceOfNode, sizes } = findStrongPieces(createRoadGraph(longitudes.length, arcs.tails, arcs.heads, arcs.ticks))
  const kept = new Set([...sizes.keys()].filter((piece) => piece === 0 || sizes[piece]! >= FEWEST_NODES))
  const small = [...pieceOfNode.keys()].filter((node) => !kept.has(pieceOfNode[node]!))
  return {
    ...selectPieces(arcs, { longitudes, latitudes }, pieceOfNode, kept),
    smallPieces: countPieces([...sizes.keys()].filter((piece) => !kept.has(piece)), sizes),
    smallNodes: { longitudes: Float64Array.from(small, (node) => longitudes[node]!), latitudes: Float64Array.from(small, (node) => latitudes[node]!) },
  }
}
