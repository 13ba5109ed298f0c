/** What users are told about our distances beside published ones. */
import { z } from 'zod'
import { facilityTypeSchema } from '#domain/answers/reach-answers.ts'
import { bilingualSchema } from '#domain/answers/shared.ts'

const kilometres = z.number().describe('Over the road, one way: the mean of the inhabitants')

/** GET /v1/distance-comparisons: municipality by municipality. A correlation is no proof. */
export const distanceComparisonListSchema = z.object({
  comparisons: z.array(
    z.object({
      facilityType: facilityTypeSchema,
      name: bilingualSchema,
      /** Why there is nothing to compare: the package lacks the facilities, or the published distances. */
      missing: z.enum(['noFacilities', 'noDistances']).optional(),
      facilitiesYear: z.number().int().optional().describe('Of which year our facilities are'),
      publishedYear: z.number().int().optional(),
      source: z.object({ publisher: z.string(), title: bilingualSchema, licence: z.string() }).optional().describe('Of the published distances'),
      pearson: z.number().nullable().describe('Of kilometres; null for fewer than three municipalities'),
      spearman: z.number().nullable().describe('Of the ranks'),
      medianRatio: z.number().nullable().describe('Ours divided by the published one, in the middle municipality'),
      areas: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          ours: kilometres,
          published: kilometres,
          contradicts: z.enum(['nearer', 'farther']).optional().describe('Ours is less than half or more than twice the published one, and 5 km or more from it: one of the lists probably has a facility that the other has not'),
        }),
      ),
      leftOut: z.array(z.object({ code: z.string(), name: z.string(), why: z.enum(['noDistance', 'noTime']) })).describe('Municipalities without a published distance (such as a new one), or without a known way'),
    }),
  ),
})

export type DistanceComparisonListAnswer = z.infer<typeof distanceComparisonListSchema>
export type DistanceComparison = DistanceComparisonListAnswer['comparisons'][number]
