/** Streets of extracts as a network for one mode of travel. Arrays in and arrays out, so that a thread can do it. */
import { contractGraph } from '#engines/reach/contract-graph.ts'
import type { ContractionHierarchy } from '#engines/reach/contract-graph.ts'
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import { plantTree } from '#steps/explore/reach/nearby-points.ts'
import { countPieces, FEWEST_NODES, selectPieces } from '#steps/explore/reach/network-pieces.ts'
import type { Arcs, NetworkInPieces, PieceCount } from '#steps/explore/reach/network-pieces.ts'
import { isOnLand, type Land } from '#steps/explore/reach/open-water.ts'
import { toTicks } from '#steps/explore/reach/ticks.ts'

/** The pieces of road of an extract: between which crossings, and how many seconds they take each way, NaN where they may not be taken. */
export interface ExtractStreets {
  readonly fromNode: Float64Array
  readonly fromLongitude: Float64Array
  readonly fromLatitude: Float64Array
  readonly toNode: Float64Array
  readonly toLongitude: Float64Array
  readonly toLatitude: Float64Array
  readonly secondsThere: Float64Array
  readonly secondsBack: Float64Array
}

export type StreetNetwork = NetworkInPieces

export interface BuiltStreets {
  /** Undefined where all pieces are too small, or abroad. */
  readonly network: StreetNetwork | undefined
  /** Extracts that a crossing of the network comes from, by position; where they overlap, the first. */
  readonly usedExtracts: readonly number[]
  /** Pieces too small to be used, and the crossings in them. */
  readonly smallPieces: PieceCount
  /** Pieces that are large enough, of which no crossing lies in this country. */
  readonly abroad: PieceCount
}

export interface ContractedStreets extends BuiltStreets {
  /** Of the network, where there is one; so is the tree that its crossings are searched by. */
  readonly hierarchy: ContractionHierarchy | undefined
  readonly tree: Uint8Array | undefined
}

type Point = readonly [longitude: number, latitude: number]

/** As `buildStreets`, with the hierarchy of the network and the tree of its crossings. */
export function contractStreets(extracts: readonly ExtractStreets[], land: Land | undefined): ContractedStreets | undefined {
  const built = buildStreets(extracts, (point) => isOnLand(land, point))
  const network = built?.network
  return built && { ...built, hierarchy: network && contractGraph(network.graph), tree: network && plantTree(network.longitudes, network.latitudes) }
}

/**
 * Undefined where no street is open to this mode. Extracts that touch are joined at the crossings that they share.
 * `isHere` tells whether a place lies in the country that people set out in.
 */
export function buildStreets(extracts: readonly ExtractStreets[], isHere: (point: Point) => boolean = () => true): BuiltStreets | undefined {
  const nodes = new StreetNodes()
  const arcs = new StreetArcs(2 * extracts.reduce((sum, { fromNode }) => sum + fromNode.length, 0))
  const parts = extracts.map((extract): ExtractPart => {
    const first = nodes.longitudes.length
    addStreets(extract, nodes, arcs)
    return { first, end: nodes.longitudes.length }
  })
  return nodes.longitudes.length === 0 ? undefined : keepUsefulPieces(nodes, arcs.finish(), parts, isHere)
}

/** The nodes that an extract added to those of the former. */
interface ExtractPart {
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

/** In typed arrays: as objects the streets of a country would not fit on the heap of a thread. */
class StreetArcs {
  readonly #tails: Int32Array
  readonly #heads: Int32Array
  readonly #ticks: Int32Array
  #count = 0

  constructor(most: number) {
    this.#tails = new Int32Array(most)
    this.#heads = new Int32Array(most)
    this.#ticks = new Int32Array(most)
  }

  /** Nothing where the street may not be taken that way. */
  add(tail: number, head: number, seconds: number): void {
    if (!(seconds >= 0)) return
    this.#tails[this.#count] = tail
    this.#heads[this.#count] = head
    this.#ticks[this.#count++] = toTicks(seconds / 60)
  }

  finish(): Arcs {
    return { tails: this.#tails.subarray(0, this.#count), heads: this.#heads.subarray(0, this.#count), ticks: this.#ticks.subarray(0, this.#count) }
  }
}

function addStreets({ fromNode, fromLongitude, fromLatitude, toNode, toLongitude, toLatitude, secondsThere, secondsBack }: ExtractStreets, nodes: StreetNodes, arcs: StreetArcs): void {
  for (let row = 0; row < fromNode.length; row++) {
    if (!(secondsThere[row]! >= 0) && !(secondsBack[row]! >= 0)) continue
    const tail = nodes.add(fromNode[row]!, fromLongitude[row]!, fromLatitude[row]!)
    const head = nodes.add(toNode[row]!, toLongitude[row]!, toLatitude[row]!)
    arcs.add(tail, head, secondsThere[row]!)
    arcs.add(head, tail, secondsBack[row]!)
  }
}

/** Leaves out pieces that are too small, those that lie abroad, and the one-way streets between pieces. */
function keepUsefulPieces(nodes: StreetNodes, arcs: Arcs, parts: readonly ExtractPart[], isHere: (point: Point) => boolean): BuiltStreets {
  const { pieceOfNode, sizes } = findStrongPieces(createRoadGraph(nodes.longitudes.length, arcs.tails, arcs.heads, arcs.ticks))
  const large = new Set([...sizes.keys()].filter((piece) => sizes[piece]! >= FEWEST_NODES))
  const here = findPiecesHere(nodes, pieceOfNode, large, isHere)
  const abroad = [...large].filter((piece) => !here.has(piece))
  return {
    usedExtracts: [...parts.keys()].filter((at) => pieceOfNode.subarray(parts[at]!.first, parts[at]!.end).some((piece) => here.has(piece))),
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
