/** Coordinate reference systems of OGC API Features part 2: the one of GeoJSON, WGS84 by its own axis order, and that of Dutch maps. */
import type { Feature, Geometry, Position } from 'geojson'
import proj4 from 'proj4'

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const WGS84 = 'http://www.opengis.net/def/crs/EPSG/0/4326'
const AMERSFOORT_RD = 'http://www.opengis.net/def/crs/EPSG/0/28992'
export const CRS_LIST = [CRS84, WGS84, AMERSFOORT_RD] as const
type Crs = (typeof CRS_LIST)[number]

/** EPSG:28992 with the seven parameters of Kadaster; within 25 cm of RDNAPTRANS. */
const RD_DEFINITION =
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs'

const rd = proj4('EPSG:4326', RD_DEFINITION)
/** Millimetres. */
const RD_DECIMALS = 3

const FROM_CRS84: Readonly<Record<Crs, (position: Position) => Position>> = {
  [CRS84]: (position) => position,
  [WGS84]: ([longitude = NaN, latitude = NaN]) => [latitude, longitude],
  [AMERSFOORT_RD]: ([x = NaN, y = NaN]) => rd.forward([x, y]).map((value) => Number(value.toFixed(RD_DECIMALS))),
}

const TO_CRS84: Readonly<Record<Crs, (position: Position) => Position>> = {
  [CRS84]: (position) => position,
  [WGS84]: ([latitude = NaN, longitude = NaN]) => [longitude, latitude],
  [AMERSFOORT_RD]: ([x = NaN, y = NaN]) => rd.inverse([x, y]),
}

/** The feature in another reference system; its bbox is left out there, since GeoJSON has it in CRS84. */
export function toCrs(feature: Feature, crs: Crs): Feature {
  if (crs === CRS84) return feature
  const { bbox: _bbox, ...rest } = feature
  return { ...rest, geometry: mapGeometry(feature.geometry, FROM_CRS84[crs]) }
}

/** A box given in some reference system, as west, south, east, north in CRS84. */
export function boxToCrs84([a, b, c, d]: readonly [number, number, number, number], crs: Crs): [number, number, number, number] {
  if (crs === CRS84) return [a, b, c, d]
  const corners = [[a, b], [a, d], [c, b], [c, d]].map(TO_CRS84[crs])
  const xs = corners.map(([x = NaN]) => x)
  const ys = corners.map(([, y = NaN]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function mapGeometry(geometry: Geometry, change: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: change(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(change) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(change)) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((line) => line.map(change))) }
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => mapGeometry(part, change)) }
  }
}
