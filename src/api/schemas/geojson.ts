/** GeoJSON (RFC 7946) as far as the API promises it. */
import { z } from 'zod'

export const GEOJSON_TYPE = 'application/geo+json'

export const geometrySchema = z.object({
  type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()),
})
const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])
export const featureSchema = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]),
  bbox: bboxSchema.optional(),
  geometry: geometrySchema,
  properties: z.record(z.string(), z.unknown()),
})
export const linkSchema = z.object({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
})
