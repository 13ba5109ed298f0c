/** How sure the ranks of an index are: what is drawn, how often, and what is said of it. Method: docs/methods/index-engine.md. */
import { z } from 'zod'
import { levelSchema } from '#domain/answers/shared.ts'
import { indexDocumentSchema } from '#domain/index-document.ts'

/** More makes an interval no surer, only slower. */
const MOST_DRAWS = 20_000
const FEWEST_DRAWS = 100

const varySchema = z.strictObject({
  weights: z.boolean().default(true).describe('Weights within every dimension, from a Dirichlet distribution around the chosen ones'),
  concentration: z.number().min(1).max(10_000).default(50).describe('A share s of the weight has variance s (1 − s) ÷ (concentration + 1): more is nearer to the chosen weights'),
  normalisation: z.boolean().default(true).describe('Which scale the indicators are brought on: any of the four'),
  aggregation: z.boolean().default(true).describe('Arithmetic or geometric mean, for the whole index'),
  leftOut: z.boolean().default(true).describe('One of the indicators left out, or none'),
})

/** POST /v1/rank-uncertainty-runs */
export const rankUncertaintyRequestSchema = z.strictObject({
  document: indexDocumentSchema,
  draws: z.number().int().min(FEWEST_DRAWS).max(MOST_DRAWS).default(2000),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1).describe('The same seed gives the same answer, on any machine'),
  vary: varySchema.prefault({}),
})

/** What can be read of a request in which something is wrong. Never fails. */
export const rankUncertaintySketchSchema = z
  .object({ document: z.unknown(), vary: z.object({ leftOut: z.boolean().default(true).catch(false) }).prefault({}).catch({ leftOut: false }) })
  .catch({ document: {}, vary: { leftOut: false } })

const numbers = z.array(z.number().nullable())
const byChoice = <T extends z.ZodType>(schema: T) => z.object({ weights: schema, normalisation: schema, aggregation: schema, leftOut: schema })

/** GET /v1/rank-uncertainty-runs/{id}: columns in the order of /v1/areas for that level and year; null where there is no rank. */
export const rankUncertaintySchema = z.object({
  document: indexDocumentSchema,
  version: z.string(),
  level: levelSchema,
  year: z.number().int(),
  draws: z.number().int(),
  seed: z.number().int(),
  vary: varySchema,
  rankedCount: z.number().int(),
  ranks: numbers.describe('With the choices of the document; 1 for the worst'),
  medianRanks: numbers,
  lowRanks: numbers.describe('At most 5 percent of the draws are below'),
  highRanks: numbers.describe('At most 5 percent of the draws are above'),
  rankStep: z.number().int().describe('The interval is wider than the draws by less than this on either side'),
  exactRanks: z.number().int().describe('Up to this rank the interval is exact'),
  worstTenthShares: numbers.describe('Share of the draws with a rank in the worst tenth'),
  unrankedDraws: z.array(z.number().int()).describe('Draws in which the area has no rank, because all it has is left out'),
  sensitivities: byChoice(numbers).describe('First-order share of the variance of the rank that a choice explains; rough for one area'),
  overallSensitivities: byChoice(z.number()).describe('The same of all areas together'),
})

export type RankUncertaintyRequest = z.output<typeof rankUncertaintyRequestSchema>
export type RankUncertaintyOrder = z.input<typeof rankUncertaintyRequestSchema>
export type RankUncertaintyAnswer = z.infer<typeof rankUncertaintySchema>
