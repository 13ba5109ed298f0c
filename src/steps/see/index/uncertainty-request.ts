/** From anything to a request to draw how sure ranks are, or everything that is wrong with it. */
import { describeIssue, limitFaults } from '#domain/describe-issue.ts'
import { makeFault, placeFaults, type Fault } from '#domain/fault.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { listIndexIndicators } from '#domain/index-indicators.ts'
import { rankUncertaintyRequestSchema, rankUncertaintySketchSchema, type RankUncertaintyRequest } from '#domain/rank-uncertainty.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { checkIndexDocument } from '#steps/see/index/index-input.ts'
import { SeeError } from '#steps/see/problems.ts'
import { z } from 'zod'

/** The document within has words of its own. */
const aroundDocumentSchema = rankUncertaintyRequestSchema.extend({ document: z.unknown() })

/** Throws SeeError with everything that is wrong at once: `indexInvalid` for the form of the request or the document, else as `checkIndexDocument` has it. */
export function getUncertaintyRequest(statistics: Statistics, raw: unknown): RankUncertaintyRequest {
  const around = aroundDocumentSchema.safeParse(raw)
  const sketch = rankUncertaintySketchSchema.parse(raw)
  const checked = checkIndexDocument(statistics, sketch.document)
  const form = around.success ? [] : around.error.issues.map((issue) => describeIssue(issue, raw))
  const leftOut = 'document' in checked && sketch.vary.leftOut ? listLeftOutFaults(checked.document) : []
  if (around.success && 'document' in checked && leftOut.length === 0) return { ...around.data, document: checked.document }
  const within = 'document' in checked ? [] : placeFaults(checked.faults, 'document')
  throw new SeeError(form.length > 0 || 'document' in checked ? 'indexInvalid' : checked.problem, '', limitFaults([...form, ...leftOut, ...within]))
}

/** Leaving out one of one leaves nothing. */
function listLeftOutFaults(document: IndexDocument): Fault[] {
  if (listIndexIndicators(document).filter(({ entry }) => entry.weight > 0).length > 1) return []
  return [makeFault('vary.leftOut', 'Er telt maar één cijfer mee, dus er kan er geen wegvallen. Zet "leftOut" op false.', 'Only one indicator counts, so none can be left out. Set "leftOut" to false.')]
}
