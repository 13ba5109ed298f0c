/** What is wrong with a document, as the API says it. */
import { ApiError } from '#web/api/client.ts'
import { describeError } from '#web/components/page-states.tsx'
import type { Messages } from '#web/messages/nl/index.ts'

/** A sentence for each part that is wrong, or one for the whole. */
export function listFaults(error: unknown, t: Messages): string[] {
  const fields = error instanceof ApiError ? error.problem?.fields : undefined
  return fields !== undefined && fields.length > 0 ? [...new Set(fields.map(({ message }) => message))] : [describeError(error, t)]
}

/** Whether the question is what is wrong, so that asking it again cannot help. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429
}
