/** The streets of the OpenStreetMap extracts in the package, as a network for one mode of travel. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import { findNumbers, type Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { countPieces, FEWEST_NODES, selectPieces } from '#steps/explore/reach/network-pieces.ts'
import type { Arcs, NetworkInPieces, PieceCount } from '#steps/explore/reach/network-pieces.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

export type StreetNetwork = NetworkInPieces

/** What the extracts have for one mode. */
export interface FoundStreets {
  /** Undefined where all pieces are too small, or abroad. */
  readonly network: StreetNetwork | undefined
  /** Extracts that a crossing of the network comes from; where they overlap, from the first. */
  readonly sources: readonly SourceRecord[]
  /** Pieces too small to be used, and the crossings in them. */
  readonly smallPieces: PieceCount
  /** Pieces that are large enough, of which no crossing lies in this country. */
  readonly abroad: PieceCount
}

type Point = readonly [longitude: number, latitude: number]

export const isStreetFile = (location: string): boolean => location.endsWith('.pbf')

export const findStreetSources = (statistics: Statistics): readonly SourceRecord[] => statistics.sources.filter(({ files }) => files.some(({ location }) => isStreetFile(location)))

/**
 * Undefined where the package has no extract, or none with a street that is open to this mode. Extracts that touch are joined at the crossings that they share.
 * `isHere` tells whether a place lies in the country that people set out in.
 */
export async function readStreets(statistics: Statistics, mode: TravelMode['id'], isHere: (point: Point) => boolean = () => true): Promise<FoundStreets | undefined> {
  const nodes = new StreetNodes()
  const arcs: Arcs = { tails: [], heads: [], ticks: [] }
  const parts: ExtractPart[] = []
  for (const source of findStreetSources(statistics)) {
    const table = await statistics.readTable(source.resource)
    const first = nodes.longitudes.length
    if (table !== undefined) addStreets(table, mode, nodes, arcs)
    parts.push({ source, first, end: nodes.longitudes.length })
  }
  return nodes.longitudes.length === 0 ? undefined : keepUsefulPieces(nodes, arcs, parts, isHere)
}

/** The nodes that an extract added to those of the former. */
interface ExtractPart {
  readonly source: SourceRecord
  readonly first: number
  readonly end: number
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
function keepUsefulPieces(nodes: StreetNodes, arcs: Arcs, parts: readonly ExtractPart[], isHere: (point: Point) => boolean): FoundStreets {
  const { pieceOfNode, sizes } = findStrongPieces(createRoadGraph(nodes.longitudes.length, arcs.tails, arcs.heads, arcs.ticks))
  const large = new Set([...sizes.keys()].filter((piece) => sizes[piece]! >= FEWEST_NODES))
  const here = findPiecesHere(nodes, pieceOfNode, large, isHere)
  const abroad = [...large].filter((piece) => !here.has(piece))
  return {
    sources: parts.filter(({ first, end }) => pieceOfNode.subarray(first, end).some((piece) => here.has(piece))).map(({ source }) => source),
    network: here.size === 0 ? undefined : selectPieces(arcs, nodes, pieceOfNode, here),
    smallPieces: countPieces([...sizes.keys()].filter((piece) => !large.has(piece)), sizes),
    abroad: countPieces(abroad, sizes),
  }
}

function findPiecesHere({ longitudes, latitudes }: StreetNodes, pieceOfNode: Int32Array, among: ReadonlySet<number>, isHere: (point: Point) => boolean): Set<number> {
  const found = new Set<number>()
  for (const [node, piece] of pieceOfNode.entries()) {
    if (among.has(piece) && !found.has(piece) && isHere([longitudes[node]!, latitudes[node]!])) found.add(piece)
  }
  return found
}
