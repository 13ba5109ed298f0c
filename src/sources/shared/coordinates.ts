/** Whether coordinates are what GeoJSON prescribes: longitude and latitude in degrees (WGS84). */
import { findText, isObject } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** Extent of the Dutch national grid (RD, EPSG:28992) in metres, wide around the country. Source: NSGI. */
const RD_EXTENT = { west: -7_000, south: 289_000, east: 300_000, north: 650_000 }

/** Degrees in which longitude and latitude of the Benelux lie when they are swapped. */
const SWAPPED_EXTENT = { west: 49, south: 2, east: 54.5, north: 8 }

/** Longitude and latitude that exist. */
export function isDegrees(x: number, y: number): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90
}

/** Throws SourceError for coordinates in metres: the whole file is in another system then. Others that are no degrees pass. */
export function expectNoMetres(x: number, y: number, location: string): void {
  const { west, south, east, north } = RD_EXTENT
  if (x >= west && x <= east && y >= south && y <= north) throw createFailure('rd-coordinates', location, `${x}, ${y}`)
  if (Math.abs(x) > 1_000 && Math.abs(y) > 1_000) throw createFailure('projected-coordinates', location, `${x}, ${y}`)
}

/** Throws SourceError when a GeoJSON file says that it is in another system than WGS84. */
export function expectWgs84(document: unknown, location: string): void {
  const crs = isObject(document) ? document['crs'] : undefined
  const name = isObject(crs) && isObject(crs['properties']) ? (findText(crs['properties'], 'name') ?? '') : ''
  if (name === '' || /CRS:?84|EPSG:{0,2}(?:[\d.]*:)?4326|WGS ?84|EPSG:{0,2}(?:[\d.]*:)?4258/i.test(name)) return
  throw createFailure(/28992/.test(name) ? 'rd-coordinates' : 'projected-coordinates', location, name)
}

/** The box around all coordinates of a file, to see whether longitude and latitude are swapped. */
export class Extent {
  west = Infinity
  south = Infinity
  east = -Infinity
  north = -Infinity

  include(x: number, y: number): void {
    if (x < this.west) this.west = x
    if (x > this.east) this.east = x
    if (y < this.south) this.south = y
    if (y > this.north) this.north = y
  }

  /** Throws SourceError when everything lies where the Benelux lies with its axes swapped: in the Indian Ocean. */
  expectLongitudeFirst(location: string): void {
    const { west, south, east, north } = SWAPPED_EXTENT
    const isSwapped = this.west >= west && this.east <= east && this.south >= south && this.north <= north
    if (isSwapped && this.west <= this.east) throw createFailure('axes-swapped', location)
  }
}
