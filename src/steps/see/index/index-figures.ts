/** The figures of one indicator for the areas of an index. */
import type { AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { evaluateParts } from '#steps/see/evaluate-parts.ts'
import { memoize } from '#steps/see/memo.ts'
import { findParts } from '#steps/see/subject-parts.ts'
import { breaksWithin, type PartsByYear } from '#steps/see/year-parts.ts'

/** What every area of a level consisted of over the years; following an area back takes time, and many indicators ask. */
const getParts = memoize((statistics: Statistics) => {
  const known = new Map<string, PartsByYear>()
  return (level: AreaLevel, position: number): PartsByYear => {
    const area = statistics.listAreas(level)[position]
    if (area === undefined) throw new RangeError(`no area at position ${position} of ${level}`)
    const parts = known.get(area.code) ?? findParts(statistics, [area])
    known.set(area.code, parts)
    return parts
  }
})

/**
 * Writes the figures of `year` for the areas at `positions`, which are those of `areaYear`; NaN where there is none.
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
  for (let at = 0; at < positions.length; at++) out[at] = readOtherYear(statistics, indicator, level, positions[at]!, areaYear, year)
}

function readOtherYear(statistics: Statistics, indicator: Indicator, level: AreaLevel, position: number, areaYear: number, year: number): number {
  const partsOf = getParts(statistics)(level, position)
  const code = statistics.listAreas(level)[position]!.code
  const now = partsOf(areaYear).parts
  // Series are on the boundaries of today; an area that has other boundaries by now cannot be followed from its own year.
  if (now?.length !== 1 || now[0]!.code !== code || now[0]!.share !== 1) return NaN
  if (breaksWithin(partsOf, Math.min(year, areaYear), Math.max(year, areaYear))) return NaN
  return evaluateParts(statistics, indicator, year, partsOf).value ?? NaN
}
