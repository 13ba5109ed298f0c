/** What users are told about scenarios. */
import { z } from 'zod'
import { bilingualSchema } from '#domain/answers/shared.ts'

const count = z.number().int()

/** POST /v1/scenario-checks */
export const scenarioCheckSchema = z.object({
  name: z.string(),
  version: z.string(),
  parts: z.array(
    z.object({
      part: z.enum(['patches', 'newHomes', 'closed', 'moved', 'opened', 'speeds', 'norms']),
      at: count.describe('Position in its list, from 0'),
      name: z.string(),
      touched: count.describe('0 where it changes nothing'),
      unit: z.enum(['figures', 'neighbourhoods', 'norms']).describe('Of what: figures of the projection over all years, or buurten that go elsewhere or take another time (by car, for facilities)'),
    }),
  ),
  remarks: z.array(bilingualSchema),
})

export type ScenarioCheckAnswer = z.infer<typeof scenarioCheckSchema>
