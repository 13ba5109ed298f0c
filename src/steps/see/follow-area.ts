/** A district or neighbourhood in each year, with every break and former code in words. Method: docs/methods/boundary-changes.md. */
import { getMunicipalityCode, getNameIn, type Area, type AreaCode, type AreaLevel } from '#domain/area.ts'
import { createStepBackwards, type StepBack } from '#domain/follow-area.ts'
import { remember } from '#domain/remember.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFigure } from '#steps/see/figures.ts'
import { memoize } from '#steps/see/memo.ts'
import { describeChange, describeFormerCode, describeRename, describeReturn } from '#steps/see/series-words.ts'

export interface Followed {
  /** Its code that year; undefined where it was not there. */
  readonly code: AreaCode | undefined
  readonly breakBefore?: Words
  readonly remark?: Words
}

/** The area in each year for which its level has figures, as it is called today. */
export function followArea(statistics: Statistics, area: Area): ReadonlyMap<number, Followed> {
  const stepBackwards = getStepBackwards(statistics)(area.level)
  const years = statistics.listYears('population', area.level)
  const followed = new Map<number, Followed>()
  const last = years.findLast((year) => area.years.includes(year))
  if (last === undefined) return followed
  let current = area
  let later = last
  followed.set(last, { code: area.code })
  for (const year of years.filter((candidate) => candidate < last).toReversed()) {
    const { former, breakBefore } = stepBackwards(current, later, year)
    if (breakBefore) followed.set(later, { ...followed.get(later), code: current.code, breakBefore: describeBreak(breakBefore, current, later, year) })
    if (former === undefined) {
      followed.set(year, { code: undefined })
      continue
    }
    const isOtherCode = former.code !== area.code
    followed.set(year, { code: former.code, ...(isOtherCode ? { remark: describeFormer(statistics, former, year) } : {}) })
    current = former
    later = year
  }
  return followed
}

const getStepBackwards = memoize((statistics: Statistics) => {
  const readFigure = (indicator: string) => (code: AreaCode, year: number) => getFigure(statistics, indicator, code, year).value ?? NaN
  const [getPopulation, getComparability] = [readFigure('population'), readFigure('boundaryComparability')]
  const changes = statistics.boundaryChanges
  return remember((level: AreaLevel) => createStepBackwards({ areas: statistics.listAreas(level), changes, getPopulation, getComparability }))
})

function describeBreak(kind: NonNullable<StepBack['breakBefore']>, current: Area, later: number, earlier: number): Words {
  const name = getNameIn(current, later)
  if (kind === 'renamed') return describeRename(getNameIn(current, earlier), name, later)
  return kind === 'changed' ? describeChange(name, later) : describeReturn(name, later)
}

function describeFormer(statistics: Statistics, former: Area, year: number): Words {
  const municipality = getMunicipalityCode(former.code)
  return describeFormerCode(getNameIn(former, year), former.code, statistics.findArea(municipality)?.name ?? municipality)
}
