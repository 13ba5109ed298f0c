/** OGC API Features, part 1 (core) and part 2 (reference systems): areas and places for GIS programs. */
import { AREA_LEVELS } from '#domain/area.ts'
import { findCollection, findFeature, listCollections, selectFeatures } from '#steps/see/features.ts'
import type { Collection } from '#steps/see/features.ts'
import type { Box } from '#steps/see/extent.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { z } from 'zod'
import { CRS84, CRS_LIST, boxToCrs84, toCrs } from '#api/crs.ts'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints } from '#api/endpoint.ts'
import { ApiError } from '#api/errors.ts'
import { GEOJSON_TYPE } from '#api/schemas/geojson.ts'
import {
  collectionSchema,
  collectionsSchema,
  conformanceSchema,
  itemQuery,
  itemSchema,
  itemsQuery,
  itemsSchema,
  landingSchema,
} from '#api/schemas/ogc.ts'
import { nothing } from '#api/schemas/queries.ts'

const CONFORMS_TO = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
]
const collectionParams = z.object({ collectionId: z.string().max(40) })
const itemParams = collectionParams.extend({ featureId: z.string().max(20) })

export function addOgcRoutes(endpoints: Endpoints): void {
  addDescriptionRoutes(endpoints)
  addItemRoutes(endpoints)
}

function addDescriptionRoutes(endpoints: Endpoints): void {
  const common = { tag: 'ogcFeatures', query: nothing, keep: true } as const
  endpoints.get({
    ...common,
    operationId: 'getOgcLanding',
    summary: 'Where OGC API Features begins',
    path: '/v1/ogc',
    params: nothing,
    answers: { [JSON_TYPE]: landingSchema },
    problems: [],
    answer: ({ origin }) => ({ body: describeLanding(`${origin}/v1`) }),
  })
  endpoints.get({
    ...common,
    operationId: 'getOgcConformance',
    summary: 'Which parts of the standard are there',
    path: '/v1/ogc/conformance',
    params: nothing,
    answers: { [JSON_TYPE]: conformanceSchema },
    problems: [],
    answer: () => ({ body: { conformsTo: CONFORMS_TO } }),
  })
  endpoints.get({
    ...common,
    operationId: 'listOgcCollections',
    summary: 'The collections: one for each level with shapes, and one of places',
    path: '/v1/ogc/collections',
    params: nothing,
    answers: { [JSON_TYPE]: collectionsSchema },
    problems: [],
    answer: ({ statistics, origin }) => {
      const collections = listCollections(statistics).map((collection) => describeCollection(collection, origin))
      return { body: { links: [link(`${origin}/v1/ogc/collections`, 'self')], crs: CRS_LIST, collections } }
    },
  })
  endpoints.get({
    ...common,
    operationId: 'getOgcCollection',
    summary: 'One collection',
    path: '/v1/ogc/collections/{collectionId}',
    params: collectionParams,
    answers: { [JSON_TYPE]: collectionSchema },
    problems: ['unknownCollection'],
    answer: ({ statistics, params, origin }) => ({ body: describeCollection(getCollection(statistics, params.collectionId), origin) }),
  })
}

function addItemRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listOgcItems',
    tag: 'ogcFeatures',
    summary: 'Features of a collection, by box and by the area they lie in',
    path: '/v1/ogc/collections/{collectionId}/items',
    params: collectionParams,
    query: itemsQuery,
    answers: { [GEOJSON_TYPE]: itemsSchema, [JSON_TYPE]: itemsSchema },
    problems: ['unknownCollection'],
    answer: ({ statistics, params, query, origin }) =>
      listItems(statistics, getCollection(statistics, params.collectionId), query, `${origin}/v1/ogc/collections/${params.collectionId}`),
  })
  endpoints.get({
    operationId: 'getOgcItem',
    tag: 'ogcFeatures',
    summary: 'One feature',
    path: '/v1/ogc/collections/{collectionId}/items/{featureId}',
    params: itemParams,
    query: itemQuery,
    answers: { [GEOJSON_TYPE]: itemSchema, [JSON_TYPE]: itemSchema },
    problems: ['unknownCollection', 'unknownFeature'],
    answer: ({ statistics, params: { collectionId, featureId }, query, origin }) => {
      const { id } = getCollection(statistics, collectionId)
      const feature = findFeature(statistics, id, featureId)
      if (feature === undefined) throw new ApiError('unknownFeature', featureId)
      const here = `${origin}/v1/ogc/collections/${id}`
      const links = [link(`${here}/items/${featureId}`, 'self', GEOJSON_TYPE), link(here, 'collection')]
      return { body: { ...toCrs(feature, query.crs), links }, headers: { 'content-crs': `<${query.crs}>` } }
    },
  })
}

function getCollection(statistics: Statistics, id: string): Collection {
  const collection = findCollection(statistics, id)
  if (collection === undefined) throw new ApiError('unknownCollection', id)
  return collection
}

function listItems(statistics: Statistics, collection: Collection, query: z.output<typeof itemsQuery>, here: string): Answer {
  const given = query as Readonly<Record<string, unknown>>
  const filters = AREA_LEVELS.filter((level) => given[level] !== undefined)
  const unknown = filters.filter((level) => !collection.filters.includes(level))
  if (unknown.length > 0) throw new ApiError('parameterUnknown', unknown.map((level) => `"${level}"`).join(', '))
  const page = selectFeatures(
    statistics,
    collection.id,
    {
      within: filters.map((level) => String(given[level])),
      ...(query.bbox !== undefined && { boxes: splitAtDateLine(boxToCrs84(query.bbox, query['bbox-crs'])) }),
    },
    query.offset,
    query.limit,
  )
  const pageLink = (rel: string, offset: number) => link(`${here}/items?${writeQuery(given, offset)}`, rel, GEOJSON_TYPE)
  const end = query.offset + query.limit
  return {
    body: {
      type: 'FeatureCollection',
      features: page.features.map((feature) => toCrs(feature, query.crs)),
      links: [
        pageLink('self', query.offset),
        ...(end < page.matched ? [pageLink('next', end)] : []),
        ...(query.offset > 0 ? [pageLink('prev', Math.max(0, query.offset - query.limit))] : []),
        link(here, 'collection'),
      ],
      numberMatched: page.matched,
      numberReturned: page.features.length,
    },
    headers: { 'content-crs': `<${query.crs}>` },
  }
}

function writeQuery(given: Readonly<Record<string, unknown>>, offset: number): string {
  const entries = Object.entries({ ...given, offset }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
}

/** A box whose west lies east of its east goes over the date line. */
function splitAtDateLine([west, south, east, north]: Box): Box[] {
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

function link(href: string, rel: string, type: string = JSON_TYPE, title?: string) {
  return { href, rel, type, ...(title !== undefined && { title }) }
}

function describeLanding(base: string): z.infer<typeof landingSchema> {
  return {
    title: 'Topdorp',
    description: 'Areas and places of the Netherlands, from country to neighbourhood, as OGC API Features.',
    links: [
      link(`${base}/ogc`, 'self'),
      link(`${base}/openapi.json`, 'service-desc', 'application/vnd.oai.openapi+json;version=3.1'),
      link(`${base}/ogc/conformance`, 'conformance'),
      link(`${base}/ogc/collections`, 'data'),
    ],
  }
}

function describeCollection({ id, title, description, extent }: Collection, origin: string): z.infer<typeof collectionSchema> {
  const here = `${origin}/v1/ogc/collections/${id}`
  return {
    id,
    title,
    description,
    itemType: 'feature',
    extent: { spatial: { bbox: [extent], crs: CRS84 } },
    crs: [...CRS_LIST],
    storageCrs: CRS84,
    links: [link(here, 'self'), link(`${here}/items`, 'items', GEOJSON_TYPE)],
  }
}

