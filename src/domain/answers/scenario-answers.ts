/** What users are told about scenarios. */
import { z } from 'zod'
import { bilingualSchema } from '#domain/answers/shared.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'

const count = z.number().int()

/** POST /v1/scenario-checks */
export const scenarioCheckSchema = z.object({
  name: z.string(),
  version: z.string(),
  parts: z.array(
    z.object({
      part: z.enum(['patches', 'newHomes', 'closed', 'moved', 'opened', 'speeds', 'norms']),
      at: count.describe('Position in its list, from 0'),
      name: z.string().describe('Of the facility or municipality; else as in the document: the figure, the mode, or facility and mode of a norm'),
      touched: count.describe('0 where it changes nothing'),
      unit: z.enum(['figures', 'neighbourhoods', 'norms']).describe('Of what: figures of the projection over all years, or buurten that go elsewhere or take another time (by car, for facilities)'),
    }),
  ),
  remarks: z.array(bilingualSchema),
})

/** POST /v1/scenarios */
export const scenarioReceiptSchema = z.object({
  id: z.string().describe('Hard to guess: whoever has it can open the scenario'),
  version: count,
  secret: z.string().describe('With this it can be changed and erased. Kept nowhere here'),
})

/** POST /v1/scenarios/{id}/versions */
export const scenarioSavedSchema = z.object({ id: z.string(), version: count })

/** GET /v1/scenarios/{id}/versions/{version} */
export const keptScenarioSchema = z.object({
  id: z.string(),
  version: count,
  savedAt: z.string(),
  /** Whether the figures are still those on which it was made; others give other numbers. */
  sameFigures: z.boolean(),
  latestVersion: count,
  document: scenarioDocumentSchema,
})

export type KeptScenarioAnswer = z.infer<typeof keptScenarioSchema>
export type ScenarioReceipt = z.infer<typeof scenarioReceiptSchema>
export type ScenarioCheckAnswer = z.infer<typeof scenarioCheckSchema>
