/** A named set of norms (sociale basisinfrastructuur), as a document that can be changed and kept. */
import { z } from 'zod'
import { describeIssue, limitFaults } from '#domain/describe-issue.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { normSchema, USUAL_MODE, type Norm } from '#domain/norm.ts'

const NORM_SET_FORMAT = 'topdorp-norms/1'

export const normSetDocumentSchema = z.strictObject({
  format: z.literal(NORM_SET_FORMAT).optional(),
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2000).optional(),
  norms: z.array(normSchema).min(1).max(40),
})

export type NormSetDocument = z.infer<typeof normSetDocumentSchema>

/** The document, or everything that is wrong with it, in words. Never throws. */
export function readNormSet(raw: unknown): { readonly document: NormSetDocument } | { readonly faults: readonly Fault[] } {
  const result = normSetDocumentSchema.safeParse(raw)
  const faults = result.success ? listNormFaults(result.data.norms) : result.error.issues.map((issue) => describeIssue(issue, raw))
  return result.success && faults.length === 0 ? { document: result.data } : { faults: limitFaults(faults) }
}

/** What a schema cannot see: norms that say nothing, and two about the same. */
export function listNormFaults(norms: readonly Norm[]): Fault[] {
  return norms.flatMap(({ facilityType, mode = USUAL_MODE, mostMinutes, leastSize }, at) => {
    const field = `norms.${at}`
    if (mostMinutes === undefined && leastSize === undefined) return [makeFault(field, `Norm ${at + 1} (${facilityType}) zegt niets. Geef "mostMinutes" of "leastSize".`, `Norm ${at + 1} (${facilityType}) says nothing. Give "mostMinutes" or "leastSize".`)]
    const earlier = norms.findIndex((other) => other.facilityType === facilityType && (other.mode ?? USUAL_MODE) === mode)
    return earlier === at ? [] : [makeFault(field, `Norm ${earlier + 1} en ${at + 1} gaan over hetzelfde (${facilityType}, ${mode}). Laat er één staan.`, `Norms ${earlier + 1} and ${at + 1} are about the same (${facilityType}, ${mode}). Keep one.`)]
  })
}
