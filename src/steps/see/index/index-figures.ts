/** The figures of one indicator for the areas of an index. */
import type { AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { evaluateParts } from '#steps/see/evaluate-parts.ts'
import { memoize } from '#steps/see/memo.ts'
import { getPartsOfArea } from '#steps/see/parts-of-area.ts'
import { breaksWithin } from '#steps/see/year-parts.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** Figures of other years on the areas of an index: who moves a weight asks them again and again. At most 12 MB. */
const KEPT_COLUMNS = 100
const getKept = memoize(() => new Map<string, Float64Array>())

/**
 * Writes the figures of `year` for the areas at `positions`, which are all of `areaYear`; NaN where there is none.
 * Figures of another year are put on these areas as in a series of years, and are missing where boundaries changed
 * in a way that cannot be followed. Method: docs/methods/boundary-changes.md.
 */
export function fillFigures(
  statistics: Statistics, indicator: Indicator, level: AreaLevel, positions: Int32Array, areaYear: number, year: number, out: Float64Array,
): void {
  if (year === areaYear) {
    const column = statistics.findColumn(indicator.id, level, year)
    for (let at = 0; at < positions.length; at++) out[at] = column?.values[positions[at]!] ?? NaN
    return
  }
  const key = describeColumn(indicator, level, areaYear, year)
  const known = getKept(statistics).get(key) ?? Float64Array.from(positions, (position) => readOtherYear(statistics, indicator, level, position, areaYear, year))
  out.set(known)
  keep(statistics, key, known)
}

/** Areas that are looked up without others in between: some ten milliseconds. */
const AREAS_AT_ONCE = 3000

/** Finds and keeps what `fillFigures` writes, with others answered in between. */
export async function lookUpFigures(statistics: Statistics, indicator: Indicator, level: AreaLevel, positions: Int32Array, areaYear: number, year: number): Promise<void> {
  const key = describeColumn(indicator, level, areaYear, year)
  if (year === areaYear || getKept(statistics).has(key)) return
  const values = new Float64Array(positions.length)
  for (const [at, position] of positions.entries()) {
    if (at % AREAS_AT_ONCE === 0) await nextTurn()
    values[at] = readOtherYear(statistics, indicator, level, position, areaYear, year)
  }
  keep(statistics, key, values)
}

const describeColumn = ({ id }: Indicator, level: AreaLevel, areaYear: number, year: number): string => [id, level, areaYear, year].join('/')

/** The one that was used last comes last, and stays longest. */
function keep(statistics: Statistics, key: string, values: Float64Array): void {
  const kept = getKept(statistics)
  kept.delete(key)
  kept.set(key, values)
  for (const oldest of kept.keys()) if (kept.size > KEPT_COLUMNS) kept.delete(oldest)
}

function readOtherYear(statistics: Statistics, indicator: Indicator, level: AreaLevel, position: number, areaYear: number, year: number): number {
  const code = statistics.listAreas(level)[position]!.code
  const partsOf = getPartsOfArea(statistics, code)
  const now = partsOf(areaYear).parts
  // Series are on the boundaries of today; an area that has other boundaries by now cannot be followed from its own year.
  if (now?.length !== 1 || now[0]!.code !== code || now[0]!.share !== 1) return NaN
  if (breaksWithin(partsOf, Math.min(year, areaYear), Math.max(year, areaYear))) return NaN
  return evaluateParts(statistics, indicator, year, partsOf).value ?? NaN
}
