/** GeoJSON documents: the features in them, and what OGC API Features adds to page through them. */
import { isObject, writeJson } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** The features of a collection, or the single feature a document is. Throws SourceError for anything else. */
export function getFeatures(document: unknown, location: string): readonly unknown[] {
  if (isObject(document)) {
    if (document['type'] === 'FeatureCollection' && Array.isArray(document['features'])) return document['features']
    if (document['type'] === 'Feature') return [document]
    if (typeof document['status'] === 'number' && typeof document['title'] === 'string')
      throw createFailure('service-answered-error', location, `${document['status']} ${document['title']}`)
  }
  throw createFailure('shape-of-file', location, 'GeoJSON: FeatureCollection')
}

/** The link to the next page (OGC API Features, `links` with `rel: next`), or undefined on the last. */
export function findNextFeatures(document: unknown): string | undefined {
  if (!isObject(document) || !Array.isArray(document['links'])) return undefined
  for (const link of document['links'] as unknown[]) {
    if (isObject(link) && link['rel'] === 'next' && typeof link['href'] === 'string' && link['href'] !== '') return link['href']
  }
  return undefined
}

/** How many features the service says there are, or undefined where it does not say. */
export function findNumberMatched(document: unknown): number | undefined {
  const matched = isObject(document) ? document['numberMatched'] : undefined
  return typeof matched === 'number' ? matched : undefined
}

/** What tells whether a followed page brings anything new. */
export function identifyFeature(feature: unknown): unknown {
  const id = isObject(feature) ? feature['id'] : undefined
  if (typeof id === 'string' || typeof id === 'number') return id
  return writeJson(isObject(feature) ? (feature['properties'] ?? feature) : feature)
}
