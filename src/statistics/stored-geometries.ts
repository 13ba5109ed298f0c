/** Shapes as the bytes they are stored as (WKB), each decoded when it is asked for: a quarter of the memory. */
import type { Geometry } from 'geojson'
import { wkbToGeojson } from 'hyparquet/src/wkb.js'
import type { GeometryList } from '#statistics/statistics.ts'

/** Copies the bytes together, so that the file they were read from can be let go. */
export function storeGeometries(encoded: readonly Uint8Array[]): GeometryList {
  const starts = new Uint32Array(encoded.length + 1)
  encoded.forEach((bytes, index) => (starts[index + 1] = (starts[index] ?? 0) + bytes.length))
  const all = new Uint8Array(starts[encoded.length] ?? 0)
  encoded.forEach((bytes, index) => all.set(bytes, starts[index]))

  const at = (index: number): Geometry | undefined => {
    const start = starts[index]
    const end = starts[index + 1]
    if (start === undefined || end === undefined) return undefined
    return wkbToGeojson({ view: new DataView(all.buffer, start, end - start), offset: 0 }) as Geometry
  }
  return {
    length: encoded.length,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < encoded.length; index++) yield at(index) as Geometry
    },
  }
}
