/** A named set of norms (sociale basisinfrastructuur), as a document that can be changed and kept. */
import { z } from 'zod'
import { describeIssue, limitFaults } from '#domain/describe-issue.ts'
import type { Fault } from '#domain/fault.ts'
import { listNormFaults } from '#domain/norm-faults.ts'
import { normSchema } from '#domain/norm.ts'

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
