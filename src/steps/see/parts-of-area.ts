/** What an area consisted of over the years, found once: following an area back takes time, and many indicators ask. */
import type { AreaCode } from '#domain/area.ts'
import { memoize } from '#steps/see/memo.ts'
import { findParts } from '#steps/see/subject-parts.ts'
import type { PartsByYear } from '#steps/see/year-parts.ts'
import type { Statistics } from '#statistics/statistics.ts'

const getKnown = memoize((_statistics: Statistics) => new Map<AreaCode, PartsByYear>())

/** RangeError on an unknown code. */
export function getPartsOfArea(statistics: Statistics, code: AreaCode): PartsByYear {
  const known = getKnown(statistics)
  const found = known.get(code)
  if (found !== undefined) return found
  const area = statistics.findArea(code)
  if (area === undefined) throw new RangeError(`no area has code "${code}"`)
  const parts = findParts(statistics, [area])
  known.set(code, parts)
  return parts
}
