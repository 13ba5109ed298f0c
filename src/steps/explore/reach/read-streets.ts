/** The streets of the OpenStreetMap extracts in the package, as a network for one mode of travel. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import { findNumbers, type Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** Pieces with fewer nodes are bits that were cut off by the edge of an extract, parking places and mistakes; R5 (Conveyal) draws the line at the same number. */
export const FEWEST_NODES = 40

export interface StreetNetwork {
  readonly graph: RoadGraph
  /** Degrees, a node. */
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  /** Within a piece all can be reached from all; between pieces nothing can. */
  readonly pieceOfNode: Int32Array
  readonly pieceCount: number
}

/** What the extracts have for one mode. */
export interface FoundStreets {
  /** Undefined where all pieces are too small, or abroad. */
  readonly network: StreetNetwork | undefined
  /** Pieces too small to be used, and the crossings in them. */
  readonly smallPieces: PieceCount
  /** Pieces that are large enough, of which no crossing lies in this country. */
  readonly abroad: PieceCount
}

interface PieceCount {
  readonly pieces: number
  readonly nodes: number
}

type Point = readonly [longitude: number, latitude: number]

interface Arcs {
  readonly tails: number[]
  readonly heads: number[]
  readonly ticks: number[]
}

export const isStreetFile = (location: string): boolean => location.endsWith('.pbf')

export const findStreetSources = (statistics: Statistics): readonly SourceRecord[] => statistics.sources.filter(({ files }) => files.some(({ location }) => isStreetFile(location)))

/**
 * Undefined where the package has no extract, or none with a street that is open to this mode. Extracts that touch are joined at the crossings that they share.
 * `isHere` tells whether a place lies in the country that people set out in.
 */
export async function readStreets(statistics: Statistics, mode: TravelMode['id'], isHere: (point: Point) => boolean = () => true): Promise<FoundStreets | undefined> {
  const nodes = new StreetNodes()
  const arcs: Arcs = { tails: [], heads: [], ticks: [] }
  for (const source of findStreetSources(statistics)) {
    const table = await statistics.readTable(source.resource)
    if (table !== undefined) addStreets(table, mode, nodes, arcs)
  }
  return nodes.longitudes.length === 0 ? undefined : keepUsefulPieces(nodes, arcs, isHere)
}

/** Numbers of OpenStreetMap as numbers from 0. */
class StreetNodes {
  readonly #numbers = new Map<number, number>()
  readonly longitudes: number[] = []
  readonly latitudes: number[] = []

  add(id: number, longitude: number, latitude: number): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.longitudes.length
    this.#numbers.set(id, number)
    this.longitudes.push(longitude)
    this.latitudes.push(latitude)
    return number
  }
}

function addStreets(table: Table, mode: string, nodes: StreetNodes, arcs: Arcs): void {
  const columns = ['fromNode', 'fromLongitude', 'fromLatitude', 'toNode', 'toLongitude', 'toLatitude', `${mode}SecondsThere`, `${mode}SecondsBack`].map((name) => findNumbers(table, name))
  if (columns.includes(undefined)) return
  const [from, fromLongitude, fromLatitude, to, toLongitude, toLatitude, there, back] = columns as Float64Array[]
  const add = (tail: number, head: number, seconds: number) => {
    if (!(seconds >= 0)) return
    arcs.tails.push(tail)
    arcs.heads.push(head)
    arcs.ticks.push(toTicks(seconds / 60))
  }
  for (let row = 0; row < table.rowCount; row++) {
    if (!(there![row]! >= 0) && !(back![row]! >= 0)) continue
    const tail = nodes.add(from![row]!, fromLongitude![row]!, fromLatitude![row]!)
    const head = nodes.add(to![row]!, toLongitude![row]!, toLatitude![row]!)
    add(tail, head, there![row]!)
    add(head, tail, back![row]!)
  }
}

/** Leaves out pieces that are too small, those that lie abroad, and the one-way streets between pieces. */
function keepUsefulPieces(nodes: StreetNodes, arcs: Arcs, isHere: (point: Point) => boolean): FoundStreets {
  const { pieceOfNode, sizes } = findStrongPieces(createRoadGraph(nodes.longitudes.length, arcs.tails, arcs.heads, arcs.ticks))
  const large = new Set([...sizes.keys()].filter((piece) => sizes[piece]! >= FEWEST_NODES))
  const here = findPiecesHere(nodes, pieceOfNode, large, isHere)
  const abroad = [...large].filter((piece) => !here.has(piece))
  const count = (pieces: readonly number[]): PieceCount => ({ pieces: pieces.length, nodes: pieces.reduce((sum, piece) => sum + sizes[piece]!, 0) })
  return {
    network: here.size === 0 ? undefined : selectPieces(nodes, arcs, pieceOfNode, here),
    smallPieces: count([...sizes.keys()].filter((piece) => !large.has(piece))),
    abroad: count(abroad),
  }
}

function findPiecesHere({ longitudes, latitudes }: StreetNodes, pieceOfNode: Int32Array, among: ReadonlySet<number>, isHere: (point: Point) => boolean): Set<number> {
  const found = new Set<number>()
  for (const [node, piece] of pieceOfNode.entries()) {
    if (among.has(piece) && !found.has(piece) && isHere([longitudes[node]!, latitudes[node]!])) found.add(piece)
  }
  return found
}

function selectPieces({ longitudes, latitudes }: StreetNodes, arcs: Arcs, pieceOfNode: Int32Array, pieces: ReadonlySet<number>): StreetNetwork {
  const pieceNumbers = new Map([...pieces].toSorted((a, b) => a - b).map((piece, at) => [piece, at]))
  const kept = [...pieceOfNode.keys()].filter((node) => pieces.has(pieceOfNode[node]!))
  const newNumbers = new Int32Array(pieceOfNode.length).fill(-1)
  kept.forEach((node, at) => (newNumbers[node] = at))
  const within = [...arcs.tails.keys()].filter((arc) => newNumbers[arcs.tails[arc]!]! >= 0 && pieceOfNode[arcs.tails[arc]!] === pieceOfNode[arcs.heads[arc]!])
  const renumber = (list: readonly number[]) => within.map((arc) => newNumbers[list[arc]!]!)
  return {
    graph: createRoadGraph(kept.length, renumber(arcs.tails), renumber(arcs.heads), within.map((arc) => arcs.ticks[arc]!)),
    longitudes: Float64Array.from(kept, (node) => longitudes[node]!),
    latitudes: Float64Array.from(kept, (node) => latitudes[node]!),
    pieceOfNode: Int32Array.from(kept, (node) => pieceNumbers.get(pieceOfNode[node]!)!),
    pieceCount: pieces.size,
  }
}
