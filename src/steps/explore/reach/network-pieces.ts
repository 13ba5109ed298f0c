/** A network in pieces: which of them are used. Within a piece all can be reached from all; between pieces nothing can. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'

/** Pieces with fewer nodes are parking places, mistakes, and bits that the edge of an extract cut off; R5 (Conveyal) draws the line at the same number. */
export const FEWEST_NODES = 40

export interface Arcs {
  readonly tails: ArrayLike<number>
  readonly heads: ArrayLike<number>
  readonly ticks: ArrayLike<number>
}

export interface PieceCount {
  readonly pieces: number
  readonly nodes: number
}

export interface NetworkInPieces {
  readonly graph: RoadGraph
  /** Degrees, a node. */
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  readonly pieceOfNode: Int32Array
  readonly pieceCount: number
}

/** What these pieces are together. */
export const countPieces = (pieces: readonly number[], sizes: Int32Array): PieceCount => ({ pieces: pieces.length, nodes: pieces.reduce((sum, piece) => sum + sizes[piece]!, 0) })

const countUp = (length: number): Int32Array => new Int32Array(length).map((_, at) => at)

/** The network of some pieces, numbered in their order, without the one-way roads between them. Nodes keep their order. */
export function selectPieces({ tails, heads, ticks }: Arcs, places: Readonly<Record<'longitudes' | 'latitudes', ArrayLike<number>>>, pieceOfNode: Int32Array, pieces: ReadonlySet<number>): NetworkInPieces {
  const pieceNumbers = new Map([...pieces].toSorted((a, b) => a - b).map((piece, at) => [piece, at]))
  const kept = countUp(pieceOfNode.length).filter((node) => pieces.has(pieceOfNode[node]!))
  const newNumbers = new Int32Array(pieceOfNode.length).fill(-1)
  kept.forEach((node, at) => (newNumbers[node] = at))
  const within = countUp(tails.length).filter((arc) => newNumbers[tails[arc]!]! >= 0 && pieceOfNode[tails[arc]!] === pieceOfNode[heads[arc]!])
  const renumber = (list: ArrayLike<number>) => within.map((arc) => newNumbers[list[arc]!]!)
  return {
    graph: createRoadGraph(kept.length, renumber(tails), renumber(heads), within.map((arc) => ticks[arc]!)),
    longitudes: Float64Array.from(kept, (node) => places.longitudes[node]!),
    latitudes: Float64Array.from(kept, (node) => places.latitudes[node]!),
    pieceOfNode: kept.map((node) => pieceNumbers.get(pieceOfNode[node]!)!),
    pieceCount: pieces.size,
  }
}
