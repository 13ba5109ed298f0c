/** What colours the map under a scenario: the base, the scenario, or what it changes. */
import { useQuery } from '@tanstack/react-query'
import type { ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { keptScenarioQuery, reachRunQuery } from '#web/api/scenarios.ts'
import type { ReachChoice } from '#web/reach-page/reach-choice.ts'

/** As they stand in the address. */
export const SIDES = ['scenario', 'verschil', 'basis'] as const
export type Side = (typeof SIDES)[number]

const EMPTY: ScenarioDocument = { name: '', patches: [] }

/** Undefined until the scenario of the address has been worked out. */
export function useReachRun({ facilityType, mode, level, normMinutes, rank, year }: ReachChoice, reference: string | undefined): ReachScenarioAnswer | undefined {
  const kept = useQuery({ ...keptScenarioQuery(reference ?? ''), enabled: reference !== undefined, retry: false })
  const run = useQuery({ ...reachRunQuery({ facilityType, mode, level, normMinutes, rank, year }, kept.data?.document ?? EMPTY), enabled: reference !== undefined && kept.data !== undefined, retry: false })
  return reference === undefined ? undefined : run.data
}
