/** What an area, or an own village, as it is today consisted of in each year. */
import { COUNTRY_CODE, type Area } from '#domain/area.ts'
import { remember } from '#domain/remember.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findBridgedParts } from '#steps/see/bridged-parts.ts'
import { followArea, type Followed } from '#steps/see/follow-area.ts'
import { NOT_THERE_YET, joinWords } from '#steps/see/series-words.ts'
import type { PartsByYear, YearParts } from '#steps/see/year-parts.ts'

/** The parts by year. `areas` is one area, or the buurten of an own village; RangeError when empty. */
export function findParts(statistics: Statistics, areas: readonly Area[]): PartsByYear {
  const [first] = areas
  if (first === undefined) throw new RangeError('a series needs at least one area')
  if (first.code === COUNTRY_CODE) return () => ({ parts: [{ code: COUNTRY_CODE, share: 1 }], bridged: 'asPublished' })
  if (first.level !== 'district' && first.level !== 'neighbourhood') return remember((year) => findBridgedParts(statistics, first, year))
  return followMembers(statistics, areas)
}

const NEVER: YearParts = { parts: undefined, bridged: 'asPublished', remark: NOT_THERE_YET }

/** There are many of these: years in which nothing differs from today are one object. */
function followMembers(statistics: Statistics, areas: readonly Area[]): PartsByYear {
  const followed = areas.map((area) => ({ area, years: followArea(statistics, area) }))
  const today = gather(areas.map((area) => ({ area, past: { code: area.code } })))
  const years = followed.flatMap((member) => [...member.years.keys()])
  const first = Math.min(...years)
  const known = Array.from({ length: years.length === 0 ? 0 : Math.max(...years) - first + 1 }, (_, at) => {
    const members = followed.map(({ area, years: own }) => ({ area, past: own.get(first + at) }))
    return members.every(isAsToday) ? today : gather(members)
  })
  return (year) => known[year - first] ?? NEVER
}

interface Member {
  readonly area: Area
  readonly past: Followed | undefined
}

const isAsToday = ({ area, past }: Member): boolean => past?.code === area.code && past.breakBefore === undefined && past.remark === undefined

/** Districts and neighbourhoods of that year that today's area, or own village, consists of. */
function gather(members: readonly Member[]): YearParts {
  if (members.every(({ past }) => past?.code === undefined)) return NEVER
  const breaks = members.flatMap(({ past }) => past?.breakBefore ?? [])
  const remark = joinWords([...breaks, ...members.map(({ past }) => past?.remark)])
  return {
    parts: members.map(({ area, past }) => ({ code: past?.code ?? area.code, share: 1, ...(past?.code === undefined ? { isAbsent: true } : {}) })),
    bridged: members.length > 1 ? 'addedUp' : 'asPublished',
    ...(breaks.length > 0 ? { breakBefore: true } : {}),
    ...(remark ? { remark } : {}),
  }
}
