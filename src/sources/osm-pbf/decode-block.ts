/** Nodes and ways of one block of an OpenStreetMap file. Relations are passed over: roads are ways. */
import { PbfReader } from 'pbf'

export interface Way {
  readonly id: number
  readonly tags: Tags
  /** Numbers of its nodes, in order. */
  readonly nodes: readonly number[]
}

export type Tags = ReadonlyMap<string, string>

export interface BlockHandlers {
  /** Degrees. `tags` only where it has any. */
  onNode?(id: number, longitude: number, latitude: number, tags?: Tags): void
  onWay?(way: Way): void
}

interface Group {
  readonly kind: 'dense' | 'way' | 'node'
  readonly from: number
  readonly to: number
}

interface BlockParts {
  readonly strings: string[]
  readonly groups: Group[]
  granularity: number
  latitudeOffset: number
  longitudeOffset: number
}

const NANO = 1e-9

/** Calls the handlers for what is in the block. Throws for bytes that are no block. */
export function decodeBlock(bytes: Uint8Array, handlers: BlockHandlers): void {
  const pbf = new PbfReader(bytes)
  const parts = pbf.readFields<BlockParts>(readBlockField, { strings: [], groups: [], granularity: 100, latitudeOffset: 0, longitudeOffset: 0 })
  for (const { kind, from, to } of parts.groups) {
    pbf.pos = from
    if (kind === 'way') {
      if (handlers.onWay) handlers.onWay(readWay(pbf, to, parts.strings))
    } else if (handlers.onNode) {
      if (kind === 'dense') readDenseNodes(pbf, to, parts, handlers.onNode)
      else readNode(pbf, to, parts, handlers.onNode)
    }
  }
}

function readBlockField(tag: number, parts: BlockParts, pbf: PbfReader): void {
  if (tag === 1) pbf.readMessage((own, strings: string[], inner) => void (own === 1 && strings.push(inner.readString())), parts.strings)
  else if (tag === 2) pbf.readMessage(readGroupField, parts.groups)
  else if (tag === 17) parts.granularity = pbf.readVarint()
  else if (tag === 19) parts.latitudeOffset = pbf.readVarint(true)
  else if (tag === 20) parts.longitudeOffset = pbf.readVarint(true)
}

const KIND_OF_TAG = { 1: 'node', 2: 'dense', 3: 'way' } as const

/** Where each node and way stands; they are read after the table of strings is whole. */
function readGroupField(tag: number, groups: Group[], pbf: PbfReader): void {
  if (tag !== 1 && tag !== 2 && tag !== 3) return
  const from = pbf.readVarint() + pbf.pos
  groups.push({ kind: KIND_OF_TAG[tag], from: pbf.pos, to: from })
  pbf.pos = from
}

function readWay(pbf: PbfReader, end: number, strings: readonly string[]): Way {
  const way = { id: 0, keys: [] as number[], values: [] as number[], nodes: [] as number[] }
  pbf.readFields((tag, own, inner) => {
    if (tag === 1) own.id = inner.readVarint(true)
    else if (tag === 2) inner.readPackedVarint(own.keys)
    else if (tag === 3) inner.readPackedVarint(own.values)
    else if (tag === 8) inner.readPackedSVarint(own.nodes)
  }, way, end)
  return { id: way.id, tags: readTags(way.keys, way.values, strings), nodes: addUp(way.nodes) }
}

/** Positions in the table of strings. */
function readTags(keys: readonly number[], values: readonly number[], strings: readonly string[]): Tags {
  return new Map(keys.map((key, at) => [strings[key] ?? '', strings[values[at] ?? -1] ?? '']))
}

function readDenseNodes(pbf: PbfReader, end: number, parts: BlockParts, onNode: NonNullable<BlockHandlers['onNode']>): void {
  const nodes = { ids: [] as number[], latitudes: [] as number[], longitudes: [] as number[], tags: [] as number[] }
  pbf.readFields((tag, own, inner) => {
    if (tag === 1) inner.readPackedSVarint(own.ids)
    else if (tag === 8) inner.readPackedSVarint(own.latitudes)
    else if (tag === 9) inner.readPackedSVarint(own.longitudes)
    else if (tag === 10) inner.readPackedVarint(own.tags)
  }, nodes, end)
  for (const column of [nodes.ids, nodes.latitudes, nodes.longitudes]) addUp(column)
  const tags = new DenseTags(nodes.tags, parts.strings)
  for (const [at, id] of nodes.ids.entries()) {
    onNode(id, toDegrees(nodes.longitudes[at]!, parts.longitudeOffset, parts.granularity), toDegrees(nodes.latitudes[at]!, parts.latitudeOffset, parts.granularity), tags.next())
  }
}

/** Keys and values of dense nodes stand in one list, a nought after those of each node; where no node has any the list is empty. */
class DenseTags {
  readonly #all: readonly number[]
  readonly #strings: readonly string[]
  #at = 0

  constructor(all: readonly number[], strings: readonly string[]) {
    this.#all = all
    this.#strings = strings
  }

  next(): Tags | undefined {
    const [keys, values]: [number[], number[]] = [[], []]
    for (; this.#at < this.#all.length && this.#all[this.#at] !== 0; this.#at += 2) {
      keys.push(this.#all[this.#at]!)
      values.push(this.#all[this.#at + 1] ?? -1)
    }
    this.#at++
    return keys.length === 0 ? undefined : readTags(keys, values, this.#strings)
  }
}

function readNode(pbf: PbfReader, end: number, parts: BlockParts, onNode: NonNullable<BlockHandlers['onNode']>): void {
  const node = pbf.readFields((tag, own, inner) => {
    if (tag === 1) own.id = inner.readSVarint()
    else if (tag === 2) inner.readPackedVarint(own.keys)
    else if (tag === 3) inner.readPackedVarint(own.values)
    else if (tag === 8) own.latitude = inner.readSVarint()
    else if (tag === 9) own.longitude = inner.readSVarint()
  }, { id: 0, latitude: 0, longitude: 0, keys: [] as number[], values: [] as number[] }, end)
  const tags = node.keys.length === 0 ? undefined : readTags(node.keys, node.values, parts.strings)
  onNode(node.id, toDegrees(node.longitude, parts.longitudeOffset, parts.granularity), toDegrees(node.latitude, parts.latitudeOffset, parts.granularity), tags)
}

const toDegrees = (own: number, offset: number, granularity: number): number => NANO * (offset + granularity * own)

/** Numbers are stored as differences from the one before; some writers pack them into one field, others give a field each. */
function addUp(differences: number[]): number[] {
  for (let at = 1; at < differences.length; at++) differences[at]! += differences[at - 1]!
  return differences
}
