/** A scenario as a document: changes to people, homes, facilities, norms and speeds, on a base that itself never changes. */
import { z } from 'zod'
import { describeIssue, limitFaults } from '#domain/describe-issue.ts'
import type { Fault } from '#domain/fault.ts'
import { normSchema } from '#domain/norm.ts'
import { introduceScenarioPlace } from '#domain/scenario-place.ts'
import { scenarioFacilitiesSchema, scenarioSpeedSchema } from '#domain/scenario-facilities.ts'

/** What of a projection can be changed, by the name it has in the document. */
export const SCENARIO_FIGURES = ['population', 'survivalRatios', 'fertilityRates', 'internalOutRates', 'arrivalWeights', 'emigrationRates', 'immigrationCounts', 'netMigrationCounts', 'headshipRates'] as const
/** Kinds of household, in the order of the projection. */
export const SCENARIO_HOUSEHOLDS = ['onePerson', 'withoutChildren', 'withChildren'] as const

const spanOf = (lowest: number, highest: number) => z.strictObject({ from: z.int().min(lowest).max(highest), to: z.int().min(lowest).max(highest) })
const factor = z.number().min(0).max(1000)
const amount = z.number().min(-1e9).max(1e9)

const patchSchema = z.strictObject({
  figure: z.enum(SCENARIO_FIGURES).describe('What changes. Rates are a person a year, counts are people a year; population is that of the jump-off; headshipRates are the households of a kind a person'),
  years: spanOf(1900, 2200).describe('Both included; not before the jump-off'),
  areas: z.array(z.string().regex(/^((NL|LD|PV|CR)\d{2}|GM\d{4}|WK\d{6}|BU\d{8})$/)).min(1).max(500).optional().describe('Municipalities or larger areas, or wijken and buurten of one municipality; without it all'),
  sexes: z.array(z.enum(['women', 'men'])).min(1).max(2).optional(),
  ages: spanOf(0, 100).optional().describe('Both included; 100 is 100 and over'),
  household: z.enum(SCENARIO_HOUSEHOLDS).optional().describe('For headshipRates: the kind of household; without it all'),
  change: z.union([z.strictObject({ multiplyBy: factor }), z.strictObject({ add: amount }), z.strictObject({ setTo: amount })]),
})

const newHomesSchema = z.strictObject({
  municipality: z.string().regex(/^GM\d{4}$/),
  within: z.string().regex(/^(WK\d{6}|BU\d{8})$/).optional().describe('The wijk or buurt of that municipality in which they are built. Who moves within the municipality then comes to it from the other buurten'),
  years: spanOf(1900, 2200).describe('Both included; in each so many homes are finished'),
  homesPerYear: z.number().min(-100_000).max(100_000).describe('Below 0 for homes that are pulled down'),
  peoplePerHome: z.number().min(0).max(20),
  shareFromElsewhere: z.number().min(0).max(1).describe('Of these people the share that did not live in the municipality already. Who moves within leaves a home to others'),
})

export const SCENARIO_FORMAT = 'topdorp-scenario/1'

export const scenarioDocumentSchema = z.strictObject({
  format: z.literal(SCENARIO_FORMAT).optional(),
  name: z.string().min(1).max(200),
  description: z.string().max(5000).optional(),
  patches: z.array(patchSchema).max(200).default([]).describe('On the figures of the projection, in order; each works on what the former left'),
  newHomes: z.array(newHomesSchema).max(50).optional().describe('After the patches: people who come to live in new homes, at the ages of those who come anyway, and are missing where they came from'),
  facilities: scenarioFacilitiesSchema.optional().describe('What closes, moves or opens, for how far people travel'),
  norms: z.array(normSchema).max(40).optional().describe('In place of the norm for the same facility'),
  speeds: z.array(scenarioSpeedSchema).max(20).optional(),
})

export type ScenarioDocument = z.infer<typeof scenarioDocumentSchema>
export type PlannedHomes = NonNullable<ScenarioDocument['newHomes']>[number]
export type ScenarioDocumentPatch = ScenarioDocument['patches'][number]

const SCENARIO_PARTS = ['patches', 'newHomes', 'facilities', 'norms', 'speeds'] as const
export type ScenarioPart = (typeof SCENARIO_PARTS)[number]

/** What a question can use of a scenario; the other parts change nothing in its answer. Travel times in a later year use all of it. */
const USES = {
  projection: ['patches', 'newHomes'],
  reach: ['facilities', 'norms', 'speeds'],
  supply: ['facilities', 'speeds'],
  schools: ['patches', 'newHomes', 'facilities'],
  /** Of plans that are held against no norms. */
  siting: ['patches', 'newHomes', 'facilities', 'speeds'],
} as const satisfies Readonly<Record<string, readonly ScenarioPart[]>>
export type ScenarioUse = keyof typeof USES

/** Parts that hold something and that such a question does not look at. */
export function listUnusedParts(document: ScenarioDocument, use: ScenarioUse): ScenarioPart[] {
  const used: readonly ScenarioPart[] = USES[use]
  return SCENARIO_PARTS.filter((part) => !used.includes(part) && countEntries(document[part]) > 0)
}

/** Whether nothing in it can change anything. */
export const isEmptyScenario = (document: ScenarioDocument): boolean => SCENARIO_PARTS.every((part) => countEntries(document[part]) === 0)

function countEntries(part: ScenarioDocument[ScenarioPart]): number {
  if (part === undefined) return 0
  return Array.isArray(part) ? part.length : Object.values(part).reduce((count, list) => count + (list?.length ?? 0), 0)
}

/** The document, or everything that is wrong with it, in words. Never throws. */
export function readScenarioDocument(raw: unknown): { readonly document: ScenarioDocument } | { readonly faults: readonly Fault[] } {
  const result = scenarioDocumentSchema.safeParse(raw)
  if (result.success) return { document: result.data }
  return { faults: limitFaults(result.error.issues.map((issue) => describeIssue(issue, raw, introduceScenarioPlace))) }
}
