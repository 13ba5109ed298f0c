/** Answers and parameters of OGC API Features. */
import { AREA_LEVELS } from '#domain/area.ts'
import { codeSchema } from '#domain/answers/shared.ts'
import { z } from 'zod'
import { CRS84, CRS_LIST } from '#api/crs.ts'
import { featureSchema, linkSchema } from '#api/schemas/geojson.ts'

const links = z.array(linkSchema)

export const landingSchema = z.object({ title: z.string(), description: z.string(), links })
export const conformanceSchema = z.object({ conformsTo: z.array(z.string()) })
export const collectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  itemType: z.literal('feature'),
  extent: z.object({ spatial: z.object({ bbox: z.array(z.array(z.number())), crs: z.string() }) }),
  crs: z.array(z.string()),
  storageCrs: z.string(),
  links,
})
export const collectionsSchema = z.object({ links, crs: z.array(z.string()), collections: z.array(collectionSchema) })
export const itemsSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(featureSchema),
  links,
  numberMatched: z.number().int(),
  numberReturned: z.number().int(),
})
export const itemSchema = featureSchema.extend({ links })

const crs = z.enum(CRS_LIST).default(CRS84)

const numberList = z
  .string()
  .max(200)
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}((,-?\d+(\.\d+)?){2})?$/)
  .transform((text) => text.split(',').map(Number))
  .transform((numbers): [number, number, number, number] => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers
    return numbers.length === 6 ? [a, b, d, e] : [a, b, c, d]
  })

const LARGEST_PAGE = 1000

const MOMENT = String.raw`\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?`

export const itemsQuery = z.object({
  bbox: numberList.optional().describe('Four numbers (or six, heights are ignored), in the order of bbox-crs'),
  'bbox-crs': crs.describe('Reference system of bbox'),
  crs: crs.describe('Reference system of the answer'),
  datetime: z
    .string()
    .regex(new RegExp(`^(${MOMENT}|(${MOMENT}|\\.\\.)?/(${MOMENT}|\\.\\.)?)$`))
    .optional()
    .describe('Accepted as the standard asks; the features have no moment of their own, so all of them fit'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(100)
    .transform((limit) => Math.min(limit, LARGEST_PAGE))
    .describe(`At most ${LARGEST_PAGE}; more is taken as that`),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  ...Object.fromEntries(AREA_LEVELS.map((level) => [level, codeSchema.optional().describe(`Only features in this ${level}`)])),
})
export const itemQuery = z.object({ crs: crs.describe('Reference system of the answer') })
