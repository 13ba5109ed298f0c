/** Every reader of the outside world. To add one: a folder here, a line below; the conformance tests then cover it. */
import type { Reader } from '#domain/reader.ts'
import { cbsODataV3 } from '#sources/cbs-odata-v3/read.ts'
import { cbsODataV4 } from '#sources/cbs-odata-v4/read.ts'
import { csv } from '#sources/csv/read.ts'
import { geoJsonAreas } from '#sources/geojson-areas/read.ts'
import { geoJsonPoints } from '#sources/geojson-points/read.ts'
import { geoNames } from '#sources/geonames/read.ts'
import { osmPbf } from '#sources/osm-pbf/read.ts'
import { topoJsonAreas } from '#sources/topojson-areas/read.ts'
import { xlsx } from '#sources/xlsx/read.ts'

export const readers: readonly Reader[] = [cbsODataV3, cbsODataV4, csv, geoJsonAreas, topoJsonAreas, geoJsonPoints, geoNames, xlsx, osmPbf]

/** The reader that a resource in a data package names, or undefined. */
export function findReader(id: string): Reader | undefined {
  return readers.find((reader) => reader.id === id)
}
