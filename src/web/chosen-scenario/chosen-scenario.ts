/** The scenario that the address asks for under `scenario`: growth, shrink, or the reference of one that is kept. Without it the base. */
import { useQuery } from '@tanstack/react-query'
import type { KeptScenarioAnswer } from '#domain/answers/scenario-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { keptScenarioQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { GROWTH, makeScenario, SCENARIO_ADDRESS, SHRINK } from '#web/outlook-page/scenarios.ts'

/** Where growth and shrink are, and from when. */
export interface ScenarioGround {
  /** Municipalities or larger; none is the whole country. */
  readonly areas: readonly string[]
  /** Of these, for people; undefined for the country. */
  readonly name: string | undefined
  /** The first year of the projection. */
  readonly jumpOff: number
}

export interface ChosenScenario {
  /** As it stands in the address; undefined for the base. */
  readonly value: string | undefined
  /** One that comes along. */
  readonly builtIn: 'growth' | 'shrink' | undefined
  readonly ground: ScenarioGround | undefined
  /** Undefined for the base, and as long as it is not known. */
  readonly document: ScenarioDocument | undefined
  /** Where it is one that is kept. */
  readonly kept: KeptScenarioAnswer | undefined
  /** Why a kept one did not come. */
  readonly error: Error | null
}

const BUILT_IN = { growth: GROWTH, shrink: SHRINK } as const

/** `ground` may be undefined as long as it is not known. */
export function useChosenScenario(value: string | undefined, ground: ScenarioGround | undefined): ChosenScenario {
  const { t } = useLanguage()
  const builtIn = (['growth', 'shrink'] as const).find((id) => SCENARIO_ADDRESS[id] === value)
  const isKept = value !== undefined && builtIn === undefined
  const { data: kept, error } = useQuery({ ...keptScenarioQuery(value ?? ''), enabled: isKept, retry: false })
  const made = builtIn && ground && makeScenario(t.outlook.scenarioNames[builtIn], BUILT_IN[builtIn], ground.jumpOff, ground.areas)
  return { value, builtIn, ground, document: isKept ? kept?.document : made, kept: isKept ? kept : undefined, error: isKept ? error : null }
}
