/** How wrong the inhabitants of buurten would have been, projected as now from earlier years: their intervals come from it. */
import type { AreaCode } from '#domain/area.ts'
import { readBuildingSigns, type BuurtHistory } from '#steps/explore/buurt-history.ts'
import { fitErrorSizes, type ErrorSizes, type PastError } from '#steps/explore/error-sizes.ts'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import type { PastProjection } from '#steps/explore/past-projections.ts'

/** Smaller buurten are mostly rounding to five. */
export const LEAST_INHABITANTS = 50
/** A municipality counts when the buurten that could be followed hold at least this part of its inhabitants. */
const LEAST_FOLLOWED = 0.97

export interface MunicipalHistory {
  readonly municipality: number
  readonly history: BuurtHistory
  /** The wijk of each buurt. */
  readonly districts: readonly AreaCode[]
}

/** A buurt or wijk that could be followed from a moment to a later year: its inhabitants then and later, and as projected from that moment. */
export interface SmallAreaOutcome {
  readonly base: number
  readonly counted: number
  readonly projected: number
  /** As projected if every buurt had grown as its municipality was projected to grow. */
  readonly sharedOut: number
}

/** Of buurten with enough inhabitants. */
export const listBuurtOutcomes = (...window: Parameters<typeof projectBuurten>): SmallAreaOutcome[] =>
  projectBuurten(...window).filter(({ base, counted }) => base >= LEAST_INHABITANTS && counted > 0)

/** Of wijken, as the sum of their buurten; without those of which a buurt could not be followed. */
export function listDistrictOutcomes(...window: Parameters<typeof projectBuurten>): SmallAreaOutcome[] {
  const districts = new Map<AreaCode, SmallAreaOutcome>()
  for (const { district, base, counted, projected, sharedOut } of projectBuurten(...window)) {
    const sum = districts.get(district) ?? { base: 0, counted: 0, projected: 0, sharedOut: 0 }
    districts.set(district, { base: sum.base + base, counted: sum.counted + counted, projected: sum.projected + projected, sharedOut: sum.sharedOut + sharedOut })
  }
  return [...districts.values()].filter(({ base, counted }) => base >= LEAST_INHABITANTS && counted > 0)
}

/** All buurten of the municipalities that could be followed; what was counted later is NaN where it is not known. */
function projectBuurten(histories: readonly MunicipalHistory[], { population }: PastProjection, moment: number, year: number): (SmallAreaOutcome & { readonly district: AreaCode })[] {
  return histories.flatMap(({ municipality, history, districts }) => {
    const base = history.get(moment)!.inhabitants.map((people) => (people > 0 ? people : 0))
    const totals = population.slice(0, year - moment + 1).map((people) => people[municipality]!)
    const followed = base.reduce((sum, people) => sum + people, 0)
    if (followed < LEAST_FOLLOWED * totals[0]!) return []
    const projected = projectSmallAreaTotals(base, readBuildingSigns(history, moment), totals).at(-1)!
    const counted = history.get(year)!.inhabitants
    return [...base].map((people, at) => ({ district: districts[at]!, base: people, counted: counted[at]!, projected: projected[at]!, sharedOut: (people * totals.at(-1)!) / followed }))
  })
}

/** Years from which buurten can be projected with a year before them, oldest first, and those that can be held against counts. */
export function listSmallAreaWindows(histories: readonly MunicipalHistory[], data: ProjectionData, jumpOff: number): { readonly moment: number; readonly year: number }[] {
  const years = [...new Set(histories.flatMap(({ history }) => [...history.keys()]))].sort((a, b) => a - b)
  const moments = years.filter((year) => year < jumpOff && years.includes(year - 1) && data.sexes.has(year))
  return moments.flatMap((moment) => years.filter((year) => year > moment && year <= jumpOff).map((year) => ({ moment, year })))
}

/** Undefined where fewer than two past projections could be held against counts. */
export function measureSmallAreaErrors(data: ProjectionData, histories: readonly MunicipalHistory[], projectPast: (jumpOff: number) => PastProjection, jumpOff: number): ErrorSizes | undefined {
  const errors = listSmallAreaWindows(histories, data, jumpOff).flatMap(({ moment, year }): PastError[] => {
    const outcomes = listBuurtOutcomes(histories, projectPast(moment), moment, year)
    if (outcomes.length === 0) return []
    return [{ jumpOff: moment, horizon: year - moment, national: 0, own: Float64Array.from(outcomes, ({ counted, projected }) => Math.log(counted / projected)), inhabitants: Float64Array.from(outcomes, ({ base }) => base) }]
  })
  return fitErrorSizes(errors)
}
