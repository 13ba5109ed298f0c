/** The scenario of the address for a question about sites: growth and shrink are in the municipalities of its area. */
import { useQueries } from '@tanstack/react-query'
import { placeQuery } from '#web/api/queries.ts'
import { useChosenScenario, type ChosenScenario, type ScenarioGround } from '#web/chosen-scenario/chosen-scenario.ts'
import { findScenarioArea } from '#web/chosen-scenario/scenario-area.ts'
import type { SitingDraft } from '#web/siting-page/siting-state.ts'

/** Of a drawn area the municipalities are not known before it is asked: there they are in the whole country. */
export function useSitingScenario(value: string | undefined, { area }: SitingDraft, jumpOff: number): ChosenScenario {
  const codes = 'codes' in area ? area.codes : []
  const places = useQueries({ queries: codes.map((id) => ({ ...placeQuery({ id }), enabled: value !== undefined })) })
  const known = places.flatMap(({ data }) => (data ? [findScenarioArea(data)] : []))
  const municipalities = [...new Map(known.map((own) => [own.code, own.name])).entries()]
  const ground: ScenarioGround | undefined =
    known.length < codes.length ? undefined : { areas: municipalities.map(([code]) => code), name: municipalities.length === 0 ? undefined : municipalities.map(([, name]) => name).join(', '), jumpOff }
  return useChosenScenario(value, ground)
}
