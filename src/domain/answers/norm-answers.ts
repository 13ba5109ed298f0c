/** What users are told about norms for facilities. */
import { z } from 'zod'
import { facilityTypeSchema, travelModeSchema } from '#domain/answers/reach-answers.ts'
import { bilingualSchema, levelSchema } from '#domain/answers/shared.ts'
import { normSetDocumentSchema } from '#domain/norm-set.ts'

const count = z.number().int()
/** Ages are null where no table counts them by buurt. */
const peopleSchema = z.object({ all: count, age0to14: count.nullable(), age15to24: count.nullable(), age25to44: count.nullable(), age45to64: count.nullable(), age65Plus: count.nullable() })
const carlessSchema = z.object({ households: count, beyond: count }).describe('Households without a car, an estimate, and how many of them are beyond the time')

/** GET /v1/norm-sets */
export const normSetListSchema = z.object({
  normSets: z.array(z.object({ id: z.string(), name: bilingualSchema, description: bilingualSchema, document: normSetDocumentSchema.describe('In the language that was asked for') })),
})

/** A norm held against the area otherwise than asked, to put beside it. */
const sideSchema = z.object({
  mostMinutes: z.number().optional(),
  leastSize: z.number().optional(),
  inhabitants: count.optional(),
  beyond: peopleSchema.optional(),
  timeUnknown: count.optional(),
  withoutCar: carlessSchema.optional(),
  facilityCount: count.optional(),
  tooSmall: count.optional(),
  sizeUnknown: count.optional(),
  justBegun: count.optional(),
})
const IN_BASE = 'In the year that was asked, without the scenario; only where there is one'
const NOW = 'As counted, without a scenario; only where a year was asked'

/** What a village is like: the times of its own point, and who lives beyond them. */
const villageSideSchema = z.object({
  minutes: z.array(z.number().nullable()),
  meets: z.array(z.boolean().nullable()).describe('For each line, from the point of the village; null where a line has no time, or no way is known'),
  people: z
    .object({ inhabitants: count, beyond: z.array(z.object({ all: count, age0to14: count.nullable(), age65Plus: count.nullable(), withoutCar: count.nullable() }).nullable()) })
    .optional()
    .describe('Of the buurt or wijk that the village lies in; absent where only its municipality is known'),
})
const placeSideSchema = z.object({ inhabitants: count, beyond: z.array(count.nullable()).describe('For each line') })

/** POST /v1/norm-runs */
export const normRunSchema = z.object({
  name: z.string(),
  version: z.string(),
  year: count.describe('Of areas and facilities'),
  peopleYear: count.describe('Of the people, and of the pupils of primary schools where they are projected: 1 January'),
  peopleFrom: z.enum(['counted', 'projected']),
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
      withoutCar: carlessSchema.optional(),
      facilityCount: count.optional().describe('In the area'),
      tooSmall: count.optional().describe('Of these, with fewer than the least size'),
      sizeUnknown: count.optional(),
      justBegun: count.optional().describe('Schools that have just begun and still grow, so that nobody knows how large they will be: neither too small nor large enough'),
      base: sideSchema.optional().describe(IN_BASE),
      now: sideSchema.optional().describe(NOW),
    }),
  ),
  scenario: z.object({ name: z.string() }).optional().describe('That was asked for; the base stands beside it'),
  placeUnknown: count.describe('Inhabitants of buurten whose place is not known: in no count above'),
  areas: z.array(placeSideSchema.extend({ code: z.string(), name: z.string(), base: placeSideSchema.optional().describe(IN_BASE), now: placeSideSchema.optional().describe(NOW) })),
  villages: z
    .array(villageSideSchema.extend({ id: z.string(), name: z.string(), sharesArea: z.boolean().describe('Whether another village lies in the same buurt or wijk: the people are those of both'), base: villageSideSchema.optional().describe(IN_BASE), now: villageSideSchema.optional().describe(NOW) }))
    .optional()
    .describe('Villages in the area; absent for the country'),
  tooSmall: z.array(z.object({ line: count, id: z.string(), name: z.string(), size: z.number(), sizeNow: z.number().optional().describe('As counted; only where a year was asked'), municipality: z.object({ code: z.string(), name: z.string() }).optional() })),
  remarks: z.array(bilingualSchema),
})

export type NormRunAnswer = z.infer<typeof normRunSchema>
export type NormSetListAnswer = z.infer<typeof normSetListSchema>
