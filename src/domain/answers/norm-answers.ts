/** What users are told about norms for facilities. */
import { z } from 'zod'
import { facilityTypeSchema, travelModeSchema } from '#domain/answers/reach-answers.ts'
import { bilingualSchema, levelSchema } from '#domain/answers/shared.ts'
import { normSetDocumentSchema } from '#domain/norm-set.ts'

const count = z.number().int()
/** Ages are null where no table counts them by buurt. */
const peopleSchema = z.object({ all: count, age0to14: count.nullable(), age65Plus: count.nullable() })

/** GET /v1/norm-sets */
export const normSetListSchema = z.object({
  normSets: z.array(z.object({ id: z.string(), name: bilingualSchema, description: bilingualSchema, document: normSetDocumentSchema.describe('In the language that was asked for') })),
})

const sideSchema = z.object({ mostMinutes: z.number().optional(), leastSize: z.number().optional(), beyond: peopleSchema.optional(), tooSmall: count.optional() })

/** POST /v1/norm-runs */
export const normRunSchema = z.object({
  name: z.string(),
  version: z.string(),
  year: count,
  level: levelSchema,
  within: z.string().optional(),
  /** A line a norm, in the order of the set. */
  lines: z.array(
    z.object({
      facilityType: facilityTypeSchema,
      mode: travelModeSchema,
      mostMinutes: z.number().optional(),
      leastSize: z.number().optional(),
      basis: z.string(),
      source: z.string().optional(),
      url: z.string().optional(),
      missing: z.literal('noFacilities').optional().describe('The package has none of them: nothing could be measured'),
      inhabitants: count.optional().describe('Of the area, whose place is known'),
      beyond: peopleSchema.optional().describe('Of these, who need more than the most minutes'),
      timeUnknown: count.optional().describe('Of these, for whom no way to any is known, such as on an island: neither within the time nor beyond it'),
      withoutCar: z.object({ households: count, beyond: count }).optional().describe('Households without a car, an estimate, and how many of them are beyond the time'),
      facilityCount: count.optional().describe('In the area'),
      tooSmall: count.optional().describe('Of these, with fewer than the least size'),
      sizeUnknown: count.optional(),
      base: sideSchema.optional().describe('Without the scenario'),
    }),
  ),
  placeUnknown: count.describe('Inhabitants of buurten whose place is not known: in no count above'),
  areas: z.array(z.object({ code: z.string(), name: z.string(), inhabitants: count, beyond: z.array(count.nullable()).describe('For each line') })),
  villages: z
    .array(z.object({ id: z.string(), name: z.string(), minutes: z.array(z.number().nullable()), meets: z.array(z.boolean().nullable()).describe('For each line, from the point of the village; null where a line has no time, or no way is known') }))
    .optional()
    .describe('Villages in the area; absent for the country'),
  tooSmall: z.array(z.object({ line: count, id: z.string(), name: z.string(), size: z.number(), municipality: z.object({ code: z.string(), name: z.string() }).optional() })),
  remarks: z.array(bilingualSchema),
})

export type NormRunAnswer = z.infer<typeof normRunSchema>
export type NormSetListAnswer = z.infer<typeof normSetListSchema>
