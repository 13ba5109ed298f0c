/** GeoJSON features that are points, as records with their position in degrees. */
import { expectNoMetres, isDegrees, type Extent } from '#sources/shared/coordinates.ts'
import { findText, isObject, type JsonObject } from '#sources/shared/read-json.ts'

interface Refusal {
  readonly code: 'row-not-a-feature' | 'row-without-place'
  readonly message: { readonly nl: string; readonly en: string }
}

export type ParsedPoint = { readonly record: JsonObject; readonly refused?: undefined } | { readonly refused: Refusal }

/** The names of the position; a property that has one of them is kept under "… (property)". */
const POSITION = ['lon', 'lat'] as const

/** The properties of a point with `lon` and `lat` added, or why it cannot be used. Throws SourceError for metres. */
export function parsePoint(feature: unknown, location: string, extent: Extent): ParsedPoint {
  const properties = isObject(feature) ? (feature['properties'] ?? {}) : undefined
  if (!isObject(feature) || !isObject(properties))
    return {
      refused: {
        code: 'row-not-a-feature',
        message: { nl: 'Dit is geen punt met eigenschappen; het is weggelaten.', en: 'This is no point with properties; it was left out.' },
      },
    }
  const position = findPosition(feature['geometry'])
  if (position !== undefined && !isDegrees(...position)) expectNoMetres(...position, location)
  if (position === undefined || !isDegrees(...position))
    return {
      refused: {
        code: 'row-without-place',
        message: {
          nl: 'Dit punt heeft geen plaats in lengte- en breedtegraden; het is weggelaten.',
          en: 'This point has no position in longitude and latitude; it was left out.',
        },
      },
    }
  extent.include(...position)
  const id = findText(feature, 'id')
  const own = Object.entries(properties).map(([name, value]) => [POSITION.some((taken) => taken === name) ? `${name} (property)` : name, value])
  const record = Object.fromEntries(own) as JsonObject
  return { record: { ...(id === undefined || 'id' in record ? {} : { id }), ...record, lon: position[0], lat: position[1] } }
}

/** The coordinates of a point, or of the only point of a multipoint. */
function findPosition(geometry: unknown): [number, number] | undefined {
  if (!isObject(geometry)) return undefined
  let coordinates = geometry['coordinates']
  if (geometry['type'] === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1) coordinates = coordinates[0] as unknown
  else if (geometry['type'] !== 'Point') return undefined
  if (!Array.isArray(coordinates)) return undefined
  const [x, y] = coordinates as unknown[]
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined
}
