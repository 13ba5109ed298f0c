/** The streets of the OpenStreetMap extracts in the package, as a network for one mode of travel. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import { findNumbers, type Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** Pieces with fewer nodes are bits that were cut off, parking places and mistakes; R5 (Conveyal) draws the line at the same number. */
export const FEWEST_NODES = 40

export interface StreetNetwork {
  readonly graph: RoadGraph
  /** Degrees, a node. */
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  /** Within a piece all can be reached from all; between pieces nothing can. */
  readonly pieceOfNode: Int32Array
  readonly pieceCount: number
  readonly sources: readonly SourceRecord[]
  /** Pieces too small to be used, and the crossings in them. */
  readonly smallPieces: { readonly pieces: number; readonly nodes: number }
}

interface Arcs {
  readonly tails: number[]
  readonly heads: number[]
  readonly ticks: number[]
}

export const isStreetFile = (location: string): boolean => location.endsWith('.pbf')

export const findStreetSources = (statistics: Statistics): readonly SourceRecord[] => statistics.sources.filter(({ files }) => files.some(({ location }) => isStreetFile(location)))

/** Undefined where the package has no extract, or none with a street that is open to this mode. Extracts that touch are joined at the crossings that they share. */
export async function readStreets(statistics: Statistics, mode: TravelMode['id']): Promise<StreetNetwork | undefined> {
  const nodes = new StreetNodes()
  const arcs: Arcs = { tails: [], heads: [], ticks: [] }
  const sources: SourceRecord[] = []
  for (const source of findStreetSources(statistics)) {
    const table = await statistics.readTable(source.resource)
    if (table !== undefined && addStreets(table, mode, sources.length, nodes, arcs)) sources.push(source)
  }
  return sources.length === 0 ? undefined : keepLargePieces(nodes, arcs, sources)
}

/** Numbers of OpenStreetMap as numbers from 0. */
class StreetNodes {
  readonly #numbers = new Map<number, number>()
  readonly longitudes: number[] = []
  readonly latitudes: number[] = []
  /** The extract it was first seen in. */
  readonly extracts: number[] = []

  add(id: number, longitude: number, latitude: number, extract: number): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.longitudes.length
    this.#numbers.set(id, number)
    this.longitudes.push(longitude)
    this.latitudes.push(latitude)
    this.extracts.push(extract)
    return number
  }
}

/** False for a table without streets for the mode. */
function addStreets(table: Table, mode: string, extract: number, nodes: StreetNodes, arcs: Arcs): boolean {
  const columns = ['fromNode', 'fromLongitude', 'fromLatitude', 'toNode', 'toLongitude', 'toLatitude', `${mode}SecondsThere`, `${mode}SecondsBack`].map((name) => findNumbers(table, name))
  if (columns.includes(undefined)) return false
  const [from, fromLongitude, fromLatitude, to, toLongitude, toLatitude, there, back] = columns as Float64Array[]
  const before = arcs.tails.length
  const add = (tail: number, head: number, seconds: number) => {
    if (!(seconds >= 0)) return
    arcs.tails.push(tail)
    arcs.heads.push(head)
    arcs.ticks.push(toTicks(seconds / 60))
  }
  for (let row = 0; row < table.rowCount; row++) {
    if (!(there![row]! >= 0) && !(back![row]! >= 0)) continue
    const tail = nodes.add(from![row]!, fromLongitude![row]!, fromLatitude![row]!, extract)
    const head = nodes.add(to![row]!, toLongitude![row]!, toLatitude![row]!, extract)
    add(tail, head, there![row]!)
    add(head, tail, back![row]!)
  }
  return arcs.tails.length > before
}

/** Leaves out pieces that are too small, but for the largest of every extract, and the one-way streets between pieces. */
function keepLargePieces(nodes: StreetNodes, arcs: Arcs, sources: readonly SourceRecord[]): StreetNetwork {
  const { pieceOfNode, sizes } = findStrongPieces(createRoadGraph(nodes.longitudes.length, arcs.tails, arcs.heads, arcs.ticks))
  // The largest piece has the lowest number.
  const largest = sources.map(() => Infinity)
  nodes.extracts.forEach((extract, node) => (largest[extract] = Math.min(largest[extract]!, pieceOfNode[node]!)))
  const isKept = (piece: number) => sizes[piece]! >= FEWEST_NODES || (sizes[piece]! > 1 && largest.includes(piece))
  const pieceNumbers = new Map([...sizes.keys()].filter(isKept).map((piece, at) => [piece, at]))
  const kept = [...pieceOfNode.keys()].filter((node) => isKept(pieceOfNode[node]!))
  const newNumbers = new Int32Array(pieceOfNode.length).fill(-1)
  kept.forEach((node, at) => (newNumbers[node] = at))
  const within = [...arcs.tails.keys()].filter((arc) => newNumbers[arcs.tails[arc]!]! >= 0 && pieceOfNode[arcs.tails[arc]!] === pieceOfNode[arcs.heads[arc]!])
  const renumber = (list: readonly number[]) => within.map((arc) => newNumbers[list[arc]!]!)
  return {
    graph: createRoadGraph(kept.length, renumber(arcs.tails), renumber(arcs.heads), within.map((arc) => arcs.ticks[arc]!)),
    longitudes: Float64Array.from(kept, (node) => nodes.longitudes[node]!),
    latitudes: Float64Array.from(kept, (node) => nodes.latitudes[node]!),
    pieceOfNode: Int32Array.from(kept, (node) => pieceNumbers.get(pieceOfNode[node]!)!),
    pieceCount: pieceNumbers.size,
    sources,
    smallPieces: { pieces: sizes.length - pieceNumbers.size, nodes: pieceOfNode.length - kept.length },
  }
}
