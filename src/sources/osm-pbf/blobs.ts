/**
 * The blocks of an OpenStreetMap file in PBF: a length, a header and a blob, again and again (wiki.openstreetmap.org/wiki/PBF_Format).
 * Read one at a time, so that a whole country does not have to fit in memory.
 */
import type { ObtainedFile } from '#domain/reader.ts'
import { createFailure } from '#sources/shared/source-failures.ts'
import { PbfReader } from 'pbf'
import { closeSync, openSync, readSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

/** The most that the format allows. */
const MOST_HEADER_BYTES = 64 * 1024
const MOST_BLOB_BYTES = 32 * 1024 * 1024

export interface Block {
  readonly type: string
  readonly bytes: Uint8Array
}

/** Every block in its order. Throws SourceError for a file that is no PBF, or ends half-way. */
export function* readBlocks(file: ObtainedFile): Generator<Block> {
  if (file.bytes === 0) throw createFailure('file-empty', file.location)
  const descriptor = openFile(file)
  try {
    let at = 0
    const take = (length: number): Buffer => {
      const bytes = Buffer.alloc(length)
      if (readSync(descriptor, bytes, 0, length, at) < length) throw createFailure('osm-truncated', file.location)
      at += length
      return bytes
    }
    while (at < file.bytes) {
      const headerBytes = take(4).readUInt32BE()
      if (headerBytes > MOST_HEADER_BYTES) throw createFailure(at === 4 ? nameStart(headerBytes) : 'osm-unreadable', file.location)
      const header = understand(file, () => new PbfReader(take(headerBytes)).readFields(readHeader, { type: '', blobBytes: -1 }))
      if (header.blobBytes < 0 || header.blobBytes > MOST_BLOB_BYTES) throw createFailure('osm-unreadable', file.location)
      const blob = take(header.blobBytes)
      yield { type: header.type, bytes: understand(file, () => unpack(blob)) }
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Does work on bytes of the file; whatever goes wrong in it is a file that cannot be read. */
export function understand<Result>(file: ObtainedFile, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceError') throw error
    throw createFailure('osm-unreadable', file.location, undefined, error)
  }
}

function openFile(file: ObtainedFile): number {
  try {
    return openSync(file.path, 'r')
  } catch (error) {
    throw createFailure('file-unreadable', file.location, undefined, error)
  }
}

/** A web page begins with "<", which makes a header of more than a billion bytes. */
function nameStart(headerBytes: number): 'page-instead-of-data' | 'osm-unreadable' {
  return headerBytes >>> 24 === 0x3c ? 'page-instead-of-data' : 'osm-unreadable'
}

function readHeader(tag: number, header: { type: string; blobBytes: number }, pbf: PbfReader): void {
  if (tag === 1) header.type = pbf.readString()
  else if (tag === 3) header.blobBytes = pbf.readVarint()
}

interface Blob {
  raw?: Uint8Array
  zlib?: Uint8Array
}

function unpack(bytes: Uint8Array): Uint8Array {
  const { raw, zlib } = new PbfReader(bytes).readFields<Blob>(
    (tag, blob, pbf) => {
      if (tag === 1) blob.raw = pbf.readBytes()
      else if (tag === 3) blob.zlib = pbf.readBytes()
    },
    {},
  )
  if (raw !== undefined) return raw
  if (zlib === undefined) throw new Error('a blob that is packed neither plainly nor by zlib')
  return inflateSync(zlib, { maxOutputLength: MOST_BLOB_BYTES })
}
