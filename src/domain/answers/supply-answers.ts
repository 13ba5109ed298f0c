/** What users are told about how much there is within reach. */
import { z } from 'zod'
import { facilityTypeSchema, travelModeSchema } from '#domain/answers/reach-answers.ts'
import { bilingualSchema, levelSchema } from '#domain/answers/shared.ts'

const column = z.array(z.number().nullable())

/** GET /v1/reach-supplies: columns, in the order of /v1/areas for that level and year. */
export const supplySchema = z.object({
  facilityType: facilityTypeSchema,
  mode: travelModeSchema,
  level: levelSchema,
  minutes: z.number(),
  year: z.number().int(),
  version: z.string(),
  facilityCount: z.number().int(),
  within: column.describe('How many can be reached within the time: the mean of the inhabitants from whom a way to any is known; null where there are none'),
  shareWithAny: column.describe('Percent of these inhabitants who can reach at least one'),
  perThousand: column.describe('Places (see `measure`) for every thousand of `users`, with neighbours who use them too: the enhanced two-step floating catchment method with a Gaussian decay'),
  perThousandMissing: z
    .array(z.enum(['noUsers', 'timeUnknown', 'sizeUnknown']).nullable())
    .describe('Why `perThousand` is null: none of `users` live there or their place is not known, no way to any is known, or nothing within reach has a known size. A 0 is nothing within the time'),
  measure: z.enum(['size', 'location']).describe('What places are: pupils or beds as the source gives them, or a location as one'),
  users: z.enum(['population', 'age0to14']).describe('Over whom places are divided'),
  unreachedFacilities: z.array(z.object({ id: z.string(), name: z.string() })).describe('That no inhabitants can reach within the time'),
  sizeUnknown: z.array(z.object({ id: z.string(), name: z.string() })).describe('Of which the source does not say how large they are: they have no places here. None where a location is one place'),
})

/** POST /v1/reach-supply-runs: as /v1/reach-supplies, in a scenario, with the base beside it. */
export const supplyScenarioSchema = supplySchema.extend({
  base: supplySchema.describe('The same without the scenario'),
  scenario: z.object({ name: z.string(), remarks: z.array(bilingualSchema).describe('That nothing changes, and what of the scenario is not used here') }),
})

export type SupplyScenarioAnswer = z.infer<typeof supplyScenarioSchema>
export type SupplyAnswer = z.infer<typeof supplySchema>
