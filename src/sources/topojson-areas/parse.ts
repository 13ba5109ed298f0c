/** TopoJSON: boundaries shared between neighbours, taken apart into one polygon an area. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import { isObject, type JsonObject } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

interface AreaObject {
  readonly name: string
  readonly geometries: readonly unknown[]
}

export interface TopologyFeatures {
  /** GeoJSON features; the geometry is null where its arcs are not right. */
  readonly features: readonly unknown[]
  readonly object: string
  /** Other objects in the file, which are not read. */
  readonly others: readonly string[]
}

/** The features of the object with the most areas: files often hold provinces beside municipalities. */
export function parseTopology(document: unknown, location: string): TopologyFeatures {
  if (!isObject(document) || document['type'] !== 'Topology' || !isObject(document['objects']) || !Array.isArray(document['arcs']))
    throw createFailure('shape-of-file', location, 'TopoJSON: Topology')
  const objects = listObjects(document['objects'])
  const [largest, ...others] = objects.sort((a, b) => countPolygons(b) - countPolygons(a))
  if (largest === undefined) throw createFailure('shape-of-file', location, 'TopoJSON: objects')
  return {
    features: largest.geometries.map((geometry) => toFeature(document, geometry)),
    object: largest.name,
    others: others.map(({ name }) => name),
  }
}

function listObjects(objects: JsonObject): AreaObject[] {
  const list: AreaObject[] = []
  for (const [name, object] of Object.entries(objects)) {
    if (!isObject(object)) continue
    const geometries: unknown = object['geometries']
    list.push({ name, geometries: Array.isArray(geometries) ? geometries : [object] })
  }
  return list
}

function countPolygons({ geometries }: AreaObject): number {
  return geometries.filter((geometry) => isObject(geometry) && (geometry['type'] === 'Polygon' || geometry['type'] === 'MultiPolygon')).length
}

/** A feature; what is no object stays what it is, to be refused as a row. */
function toFeature(topology: JsonObject, geometry: unknown): unknown {
  if (!isObject(geometry)) return geometry
  const id = geometry['id']
  return {
    type: 'Feature',
    ...(id === undefined ? {} : { id }),
    properties: geometry['properties'] ?? {},
    geometry: unfold(topology, geometry),
  }
}

/** The geometry with its arcs written out; topojson-client does not check them, so anything may go wrong in it. */
function unfold(topology: JsonObject, geometry: JsonObject): Geometry | null {
  try {
    const unfolded: Feature | FeatureCollection = feature(topology as never, geometry as never)
    return unfolded.type === 'Feature' ? unfolded.geometry : null
  } catch {
    return null
  }
}
