/** What the page shows of travel times: the base, the scenario, or what it changes; as rows for the map and the table. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { ReachAnswer, ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { SupplyAnswer, SupplyScenarioAnswer } from '#domain/answers/supply-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { areasQuery, reachQuery, reachSupplyQuery } from '#web/api/queries.ts'
import { reachRunQuery, supplyRunQuery } from '#web/api/scenarios.ts'
import { MOST_SUPPLY_MINUTES, type ReachChoice } from '#web/reach-page/reach-choice.ts'
import { joinReach, subtractRows, type ReachRow } from '#web/reach-page/reach-rows.ts'

/** As they stand in the address. */
export const SIDES = ['scenario', 'verschil', 'basis'] as const
export type Side = (typeof SIDES)[number]

const EMPTY: ScenarioDocument = { name: '', patches: [] }

export interface ReachSides {
  readonly areas: AreaListAnswer | undefined
  readonly base: ReachAnswer | undefined
  /** Under the scenario, once it has been worked out. */
  readonly under: ReachScenarioAnswer | undefined
  /** Of what is shown, where that is how much there is within a time. */
  readonly supply: SupplyAnswer | undefined
  readonly supplyUnder: SupplyScenarioAnswer | undefined
  readonly side: Side
  /** Undefined until everything that is shown is there. */
  readonly rows: readonly ReachRow[] | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/** `asked`: the side of the address. `document`: the scenario, where there is one and it is known. */
export function useReachSides(choice: ReachChoice, year: number, document: ScenarioDocument | undefined, asked: string | undefined): ReachSides {
  const { facilityType, mode, level, normMinutes, shown, rank } = choice
  const wish = { facilityType, mode, level, normMinutes, rank, year: choice.year }
  const supplyWish = { facilityType, mode, level, minutes: Math.max(1, Math.min(MOST_SUPPLY_MINUTES, normMinutes)) }
  const needsSupply = shown === 'keuze' || shown === 'plekken'
  const hasScenario = document !== undefined
  const areas = useQuery(areasQuery(level, year))
  const reach = useQuery(reachQuery(wish))
  const supply = useQuery({ ...reachSupplyQuery(supplyWish), enabled: needsSupply })
  const run = useQuery({ ...reachRunQuery(wish, document ?? EMPTY), enabled: hasScenario, retry: false })
  const supplyRun = useQuery({ ...supplyRunQuery(supplyWish, document ?? EMPTY), enabled: hasScenario && needsSupply, retry: false })
  const under = hasScenario && run.data?.level === level && (!needsSupply || supplyRun.data !== undefined) ? run.data : undefined
  const supplyUnder = under && needsSupply ? supplyRun.data : undefined
  const ofSupply = needsSupply && supply.data?.level === level ? supply.data : undefined
  const side = under ? (SIDES.find((own) => own === asked) ?? 'scenario') : 'basis'
  const rows = useMemo(() => {
    if (areas.data?.level !== level || reach.data?.level !== level || (needsSupply && ofSupply === undefined)) return undefined
    if (!under || side === 'basis') return joinReach(areas.data, reach.data, shown, ofSupply)
    const then = joinReach(areas.data, under, shown, supplyUnder)
    return side === 'verschil' ? subtractRows(then, joinReach(areas.data, under.base, shown, supplyUnder?.base)) : then
  }, [areas.data, reach.data, level, needsSupply, ofSupply, under, supplyUnder, side, shown])
  return {
    areas: areas.data,
    base: reach.data,
    under,
    supply: side === 'basis' ? ofSupply : supplyUnder,
    supplyUnder,
    side,
    rows,
    error: areas.error ?? reach.error ?? (needsSupply ? supply.error : null),
    retry: () => [areas, reach, ...(needsSupply ? [supply] : [])].forEach((query) => void query.refetch()),
  }
}
