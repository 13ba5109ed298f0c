/**
 * Districts and neighbourhoods over the years. They are followed by code and name; where codes were given anew, by name
 * within the municipalities that the present one was made of. What cannot be followed breaks the series.
 * Method: docs/methods/boundary-changes.md.
 */
import { getMunicipalityCode, type Area, type AreaCode, type AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFigure } from '#steps/see/figures.ts'
import { memoize } from '#steps/see/memo.ts'
import { describeChange, describeFormerCode, describeRename, describeReturn, type Words } from '#steps/see/series-words.ts'

/** An area with the same name must have a number of inhabitants within this share of the later one. */
export const ALLOWED_GROWTH_SHARE = 0.1

export interface Followed {
  /** Its code that year; undefined where it was not there. */
  readonly code: AreaCode | undefined
  readonly breakBefore?: Words
  readonly remark?: Words
}

/** The area in each year for which its level has figures, as it is called today. */
export function followArea(statistics: Statistics, area: Area): ReadonlyMap<number, Followed> {
  const years = statistics.listYears('population', area.level)
  const followed = new Map<number, Followed>()
  const last = years.findLast((year) => area.years.includes(year))
  if (last === undefined) return followed
  let current = area
  let later = last
  followed.set(last, { code: area.code })
  for (const year of years.filter((candidate) => candidate < last).toReversed()) {
    const step = stepBack(statistics, current, later, year)
    if (step.breakBefore) followed.set(later, { ...followed.get(later), code: current.code, breakBefore: step.breakBefore })
    if (step.former === undefined) {
      followed.set(year, { code: undefined })
      continue
    }
    const isOtherCode = step.former.code !== area.code
    followed.set(year, { code: step.former.code, ...(isOtherCode ? { remark: describeFormer(statistics, step.former, year) } : {}) })
    current = step.former
    later = year
  }
  return followed
}

interface Step {
  readonly former: Area | undefined
  readonly breakBefore?: Words
}

/** The area of `year` that is the same as `current` in `later`; `breakBefore` tells why figures on both sides do not compare. */
function stepBack(statistics: Statistics, current: Area, later: number, year: number): Step {
  const name = getName(current, later)
  const mark = findComparability(statistics, current, later)
  const isThere = current.years.includes(year)
  const isSameName = isThere && simplify(getName(current, year)) === simplify(name)
  if (isSameName && mark !== 2 && mark !== 3) return { former: current }
  const byName = mark === 3 ? undefined : findByName(statistics, current, later, year)
  if (byName) return { former: byName }
  if (!isThere) return { former: undefined, breakBefore: describeReturn(name, later) }
  return { former: current, breakBefore: isSameName ? describeChange(name, later) : describeRename(getName(current, year), name, later) }
}

/** The only area of that name, about as large, in the municipality or one of those it was made of. */
function findByName(statistics: Statistics, current: Area, later: number, year: number): Area | undefined {
  const own = getMunicipalityCode(current.code)
  const givers = statistics.boundaryChanges.filter(({ to, firstYear }) => to === own && firstYear > year && firstYear <= later).map(({ from }) => from)
  const key = simplify(getName(current, later))
  const named = [...new Set([own, ...givers])].flatMap((municipality) => getNameIndex(statistics)(current.level, year).get(`${municipality} ${key}`) ?? [])
  const [only] = named
  if (only === undefined || named.length > 1 || only.code === current.code) return undefined
  const goesOnUnderItsCode = only.years.includes(later) && simplify(getName(only, later)) === key
  if (goesOnUnderItsCode) return undefined
  const before = getFigure(statistics, 'population', only.code, year).value
  const after = getFigure(statistics, 'population', current.code, later).value
  if (before === undefined || after === undefined) return undefined
  return Math.abs(after - before) <= ALLOWED_GROWTH_SHARE * Math.max(before, after) ? only : undefined
}

/** Areas of a level and year by municipality and simplified name. */
const getNameIndex = memoize((statistics: Statistics) => {
  const indexes = new Map<string, Map<string, Area[]>>()
  return (level: AreaLevel, year: number): ReadonlyMap<string, readonly Area[]> => {
    const known = indexes.get(`${level} ${year}`)
    if (known) return known
    const index = new Map<string, Area[]>()
    for (const area of statistics.listAreas(level)) {
      if (!area.years.includes(year)) continue
      const key = `${getMunicipalityCode(area.code)} ${simplify(getName(area, year))}`
      const same = index.get(key)
      if (same) same.push(area)
      else index.set(key, [area])
    }
    indexes.set(`${level} ${year}`, index)
    return index
  }
})

function getName(area: Area, year: number): string {
  return area.namesByYear?.[year] ?? area.name
}

/** Names without what publishers spell differently from year to year: capitals, accents, dots, the number of the district. */
function simplify(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replace(/^wijk \d+ /, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** What CBS says about the area against the year before: 1 the same, 2 another code, 3 another boundary. */
function findComparability(statistics: Statistics, area: Area, year: number): number | undefined {
  return getFigure(statistics, 'boundaryComparability', area.code, year).value
}

function describeFormer(statistics: Statistics, former: Area, year: number): Words {
  const municipality = getMunicipalityCode(former.code)
  return describeFormerCode(getName(former, year), former.code, statistics.findArea(municipality)?.name ?? municipality)
}
