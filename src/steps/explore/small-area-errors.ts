/** How wrong the inhabitants of buurten would have been, projected as now from earlier years: their intervals come from it. */
import type { Area } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { fitErrorSizes, type ErrorSizes, type PastError } from '#steps/explore/error-sizes.ts'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import type { PastProjection } from '#steps/explore/past-projections.ts'
import { followArea } from '#steps/see/follow-area.ts'

/** Smaller buurten are mostly rounding to five. */
export const LEAST_INHABITANTS = 50
/** A municipality counts when the buurten that could be followed hold at least this part of its inhabitants. */
const LEAST_FOLLOWED = 0.97
/** Years of growth before a moment that say where building goes on. */
const GROWTH_YEARS = 3

/** Inhabitants by year of every buurt of a municipality that is there at the jump-off; NaN where not known, or before a break. */
export type BuurtHistory = ReadonlyMap<number, Float64Array>

export function readBuurtHistory(statistics: Statistics, buurten: readonly Area[]): BuurtHistory {
  const years = statistics.listYears('population', 'neighbourhood')
  const history = new Map(years.map((year) => [year, new Float64Array(buurten.length).fill(NaN)]))
  buurten.forEach((buurt, at) => {
    const followed = followArea(statistics, buurt)
    for (const year of years.toReversed()) {
      const code = followed.get(year)?.code
      if (code === undefined) break
      history.get(year)![at] = statistics.findColumn('population', 'neighbourhood', year)?.values[statistics.getPosition(code)] ?? NaN
      if (followed.get(year)?.breakBefore) break
    }
  })
  return history
}

/** People a year that each buurt gained in the last years before a moment, as far back as it is known; NaN where it is not. */
export function measureGrowth(history: BuurtHistory, moment: number): Float64Array {
  const now = history.get(moment)
  if (now === undefined) return new Float64Array(0)
  return now.map((people, at) => {
    for (let back = GROWTH_YEARS; back >= 1; back--) {
      const then = history.get(moment - back)?.[at] ?? NaN
      if (!Number.isNaN(then)) return (people - then) / back
    }
    return NaN
  })
}

/** Undefined where fewer than two past projections could be held against counts. */
export function measureSmallAreaErrors(
  data: ProjectionData,
  histories: readonly { readonly municipality: number; readonly history: BuurtHistory }[],
  projectPast: (jumpOff: number) => PastProjection,
  jumpOff: number,
): ErrorSizes | undefined {
  const years = [...new Set(histories.flatMap(({ history }) => [...history.keys()]))].sort((a, b) => a - b)
  const errors: PastError[] = []
  for (const moment of years.filter((year) => year < jumpOff && years.includes(year - 1) && data.sexes.has(year))) {
    const { population } = projectPast(moment)
    const own = years.filter((year) => year > moment && year <= jumpOff).map((year) => ({ horizon: year - moment, errors: [] as number[], inhabitants: [] as number[] }))
    for (const { municipality, history } of histories) addErrors(own, history, moment, population.map((people) => people[municipality]!))
    errors.push(...own.map(({ horizon, errors: sizes, inhabitants }) => ({ jumpOff: moment, horizon, own: Float64Array.from(sizes), national: 0, inhabitants: Float64Array.from(inhabitants) })))
  }
  return fitErrorSizes(errors.filter(({ own }) => own.length > 0))
}

interface Errors {
  readonly horizon: number
  readonly errors: number[]
  readonly inhabitants: number[]
}

function addErrors(own: readonly Errors[], history: BuurtHistory, moment: number, municipality: readonly number[]): void {
  const base = history.get(moment)!.map((people) => (people > 0 ? people : 0))
  const followed = base.reduce((sum, people) => sum + people, 0)
  if (followed < LEAST_FOLLOWED * municipality[0]!) return
  const projected = projectSmallAreaTotals(base, measureGrowth(history, moment), municipality)
  for (const { horizon, errors, inhabitants } of own) {
    const counted = history.get(moment + horizon)!
    base.forEach((people, at) => {
      if (people < LEAST_INHABITANTS || !(counted[at]! > 0)) return
      errors.push(Math.log(counted[at]! / projected[horizon]![at]!))
      inhabitants.push(people)
    })
  }
}
