/** Writes small OpenStreetMap files in PBF, for tests. */
import { PbfWriter } from 'pbf'
import { deflateSync } from 'node:zlib'

export interface SmallMap {
  /** [number, longitude, latitude, tags] */
  readonly nodes: readonly (readonly [number, number, number, Readonly<Record<string, string>>?])[]
  readonly ways: readonly { readonly id: number; readonly tags: Readonly<Record<string, string>>; readonly nodes: readonly number[] }[]
}

const differences = (numbers: readonly number[]): number[] => numbers.map((own, at) => own - (at === 0 ? 0 : numbers[at - 1]!))

function frame(type: string, bytes: Uint8Array): Buffer {
  const blob = new PbfWriter()
  blob.writeVarintField(2, bytes.length)
  blob.writeBytesField(3, deflateSync(bytes))
  const blobBytes = blob.finish()
  const header = new PbfWriter()
  header.writeStringField(1, type)
  header.writeVarintField(3, blobBytes.length)
  const headerBytes = header.finish()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(headerBytes.length)
  return Buffer.concat([length, headerBytes, blobBytes])
}

/** What a file begins with. */
export const encodeHeader = (): Uint8Array => frame('OSMHeader', new Uint8Array(0))

/** A whole file. */
export const encodeOsm = (map: SmallMap, options?: Parameters<typeof encodeBlock>[1]): Uint8Array => Buffer.concat([encodeHeader(), encodeBlock(map, options)])

/** One block of a file. Dense nodes, as files of today have them, or one by one. */
export function encodeBlock({ nodes, ways }: SmallMap, { dense = true } = {}): Uint8Array {
  const strings = ['', ...new Set([...ways.map(({ tags }) => tags), ...nodes.map(([, , , tags = {}]) => tags)].flatMap((tags) => Object.entries(tags).flat()))]
  const scale = (degrees: number) => Math.round(degrees * 1e7)
  const block = new PbfWriter()
  block.writeMessage(1, (own: readonly string[], pbf) => own.forEach((text) => pbf.writeStringField(1, text)), strings)
  block.writeMessage(2, (_, pbf) => {
    if (dense) {
      pbf.writeMessage(2, (own: SmallMap['nodes'], inner) => {
        inner.writePackedSVarint(1, differences(own.map(([id]) => id)))
        inner.writePackedSVarint(8, differences(own.map(([, , latitude]) => scale(latitude))))
        inner.writePackedSVarint(9, differences(own.map(([, longitude]) => scale(longitude))))
        if (own.some(([, , , tags]) => tags)) inner.writePackedVarint(10, own.flatMap(([, , , tags = {}]) => [...Object.entries(tags).flat().map((text) => strings.indexOf(text)), 0]))
      }, nodes)
    } else {
      for (const node of nodes) {
        pbf.writeMessage(1, ([id, longitude, latitude, tags = {}]: SmallMap['nodes'][number], inner) => {
          inner.writeSVarintField(1, id)
          inner.writePackedVarint(2, Object.keys(tags).map((key) => strings.indexOf(key)))
          inner.writePackedVarint(3, Object.values(tags).map((value) => strings.indexOf(value)))
          inner.writeSVarintField(8, scale(latitude))
          inner.writeSVarintField(9, scale(longitude))
        }, node)
      }
    }
  }, null)
  block.writeMessage(2, (_, pbf) => {
    for (const way of ways) {
      pbf.writeMessage(3, (own: SmallMap['ways'][number], inner) => {
        inner.writeVarintField(1, own.id)
        inner.writePackedVarint(2, Object.keys(own.tags).map((key) => strings.indexOf(key)))
        inner.writePackedVarint(3, Object.values(own.tags).map((value) => strings.indexOf(value)))
        inner.writePackedSVarint(8, differences(own.nodes))
      }, way)
    }
  }, null)
  return frame('OSMData', block.finish())
}
