/** Shapes as the bytes they are stored as (WKB), each decoded when it is asked for: a quarter of the memory. */
import type { Geometry } from 'geojson'
import { wkbToGeojson } from 'hyparquet/src/wkb.js'
import type { GeometryList } from '#statistics/statistics.ts'

/** Shapes behind each other, in memory that threads share, and where each begins (with the end as the last). */
export interface EncodedGeometries {
  readonly bytes: Uint8Array<SharedArrayBuffer>
  readonly starts: Uint32Array<SharedArrayBuffer>
}

/** Copies the bytes together, so that the file they were read from can be let go. */
export function storeGeometries(encoded: readonly Uint8Array[]): GeometryList {
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (encoded.length + 1)))
  encoded.forEach((bytes, index) => (starts[index + 1] = (starts[index] ?? 0) + bytes.length))
  const bytes = new Uint8Array(new SharedArrayBuffer(starts[encoded.length] ?? 0))
  encoded.forEach((shape, index) => bytes.set(shape, starts[index]))
  return viewGeometries({ bytes, starts })
}

/** The shapes in these bytes. */
export function viewGeometries(encoded: EncodedGeometries): GeometryList {
  const { bytes, starts } = encoded
  const length = starts.length - 1
  const at = (index: number): Geometry | undefined => {
    const start = starts[index]
    const end = starts[index + 1]
    if (start === undefined || end === undefined) return undefined
    return wkbToGeojson({ view: new DataView(bytes.buffer, start, end - start), offset: 0 }) as Geometry
  }
  return {
    length,
    at,
    encoded,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index++) yield at(index) as Geometry
    },
  }
}
