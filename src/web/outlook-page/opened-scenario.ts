/** The scenario that the address brings along under `eigen`: a whole document, or the reference of one that is kept. */
import { useQuery } from '@tanstack/react-query'
import type { KeptScenarioAnswer } from '#domain/answers/scenario-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { keptScenarioQuery } from '#web/api/scenarios.ts'
import { readOpened } from '#web/outlook-page/scenarios.ts'

export interface OpenedScenario {
  readonly document: ScenarioDocument | undefined
  /** Where it is one that is kept. */
  readonly kept: KeptScenarioAnswer | undefined
  /** It is on its way. */
  readonly isPending: boolean
  /** What stands in the address is no scenario. */
  readonly isUnreadable: boolean
  /** Why a kept one did not come. */
  readonly error: Error | null
}

/** Identifier and version, as in `bekijk` on the page of scenarios; a document begins with a brace. */
const REFERENCE = /^\w+\.\d+$/

export function useOpenedScenario(text: string | undefined): OpenedScenario {
  const isReference = text !== undefined && REFERENCE.test(text)
  const { data: kept, error, isLoading } = useQuery({ ...keptScenarioQuery(text ?? ''), retry: false, enabled: isReference })
  if (isReference) return { document: kept?.document, kept, isPending: isLoading, isUnreadable: false, error }
  const read = readOpened(text)
  return { document: read === 'unreadable' ? undefined : read, kept: undefined, isPending: false, isUnreadable: read === 'unreadable', error: null }
}
