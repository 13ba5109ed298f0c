/** Figures over the years on the boundaries of today, with every break, gap and estimate named. Method: docs/methods/boundary-changes.md. */
import type { SeriesAnswer, SeriesPoint } from '#domain/answers/answers.ts'
import { COUNTRY_CODE, type Area, type AreaCode } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findBridgedParts } from '#steps/see/bridged-parts.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { evaluateParts, isArea, type WholeFigure } from '#steps/see/evaluate-parts.ts'
import { followArea, type Followed } from '#steps/see/follow-area.ts'
import { AREA_NOT_DIVIDED, CHANGE_OVER_BREAK, NOT_PUT_TOGETHER, NOT_THERE_YET, describeWithout, joinWords, type Words } from '#steps/see/series-words.ts'
import type { YearParts } from '#steps/see/year-parts.ts'

type PartsOf = (year: number) => YearParts

/**
 * One series an indicator. `codes` is one area, or the buurten of an own village (RangeError when empty or unknown).
 * Unknown indicators give a series without points.
 */
export function getSeries(statistics: Statistics, codes: readonly AreaCode[], indicatorIds: readonly string[]): SeriesAnswer['series'] {
  const areas = codes.map((code) => {
    const area = statistics.findArea(code)
    if (area === undefined) throw new RangeError(`no area has code "${code}"`)
    return area
  })
  const [first] = areas
  if (first === undefined) throw new RangeError('a series needs at least one area')
  const partsOf = preparePartsOf(statistics, areas, first)
  return indicatorIds.map((indicator) => ({ indicator, points: listPoints(statistics, indicator, areas, partsOf) }))
}

function preparePartsOf(statistics: Statistics, areas: readonly Area[], first: Area): PartsOf {
  const find = chooseFinder(statistics, areas, first)
  const known = new Map<number, YearParts>()
  return (year) => {
    const parts = known.get(year) ?? find(year)
    known.set(year, parts)
    return parts
  }
}

function chooseFinder(statistics: Statistics, areas: readonly Area[], first: Area): PartsOf {
  if (first.code === COUNTRY_CODE) return () => ({ parts: [{ code: COUNTRY_CODE, share: 1 }], bridged: 'asPublished' })
  if (first.level !== 'district' && first.level !== 'neighbourhood') return (year) => findBridgedParts(statistics, first, year)
  const followed = areas.map((area) => ({ area, years: followArea(statistics, area) }))
  return (year) => gather(followed.map(({ area, years }) => ({ area, past: years.get(year) })))
}

/** Districts and neighbourhoods of that year that today's area, or own village, consists of. */
function gather(members: readonly { readonly area: Area; readonly past: Followed | undefined }[]): YearParts {
  if (members.every(({ past }) => past?.code === undefined)) return { parts: undefined, bridged: 'asPublished', remark: NOT_THERE_YET }
  const breaks = members.flatMap(({ past }) => past?.breakBefore ?? [])
  const remark = joinWords([...breaks, ...members.map(({ past }) => past?.remark)])
  return {
    parts: members.map(({ area, past }) => ({ code: past?.code ?? area.code, share: 1, ...(past?.code === undefined ? { isAbsent: true } : {}) })),
    bridged: members.length > 1 ? 'addedUp' : 'asPublished',
    ...(breaks.length > 0 ? { breakBefore: true } : {}),
    ...(remark ? { remark } : {}),
  }
}

function listPoints(statistics: Statistics, id: string, areas: readonly Area[], partsOf: PartsOf): SeriesPoint[] {
  const indicator = findIndicator(statistics, id)
  if (indicator === undefined) return []
  const years = [...new Set(areas.flatMap(({ level }) => statistics.listYears(id, level)))].sort((a, b) => a - b)
  return years.map((year, at) => makePoint(statistics, indicator, year, years[at - 1], partsOf))
}

/** `earlier` is the point before it in the series, undefined for the first. */
function makePoint(statistics: Statistics, indicator: Indicator, year: number, earlier: number | undefined, partsOf: PartsOf): SeriesPoint {
  const now = partsOf(year)
  if (indicator.formula?.kind === 'change' && breaksWithin(partsOf, year - indicator.formula.years, year)) {
    return { year, missing: 'noSuchArea', remark: joinWords([CHANGE_OVER_BREAK, now.remark]) ?? CHANGE_OVER_BREAK }
  }
  const figure = evaluateParts(statistics, indicator, year, (at) => partsOf(at).parts)
  const breaks = earlier !== undefined && breaksWithin(partsOf, earlier, year)
  const remark = joinWords(listRemarks(statistics, indicator, now, figure))
  return {
    year,
    ...describeFigure(indicator, now, figure),
    ...(breaks ? { breakBefore: true } : {}),
    ...(remark ? { remark } : {}),
  }
}

/** Whether figures of both years cannot be compared because of what happened after the first, up to and including the last. */
function breaksWithin(partsOf: PartsOf, first: number, last: number): boolean {
  for (let year = first + 1; year <= last; year++) {
    const { breakBefore, parts } = partsOf(year)
    if (parts !== undefined && breakBefore === true) return true
    if (parts !== undefined && partsOf(year - 1).parts === undefined && year - 1 > first) return true
  }
  return partsOf(first).parts === undefined && partsOf(last).parts !== undefined
}

/** The value, and how it came about. Counts of part of a municipality are rounded to whole people. */
function describeFigure(indicator: Indicator, { bridged }: YearParts, { value, missing, without }: WholeFigure): Pick<SeriesPoint, 'value' | 'missing' | 'bridged'> {
  if (value === undefined) return { missing: missing ?? 'notInTable' }
  const how = without.length > 0 ? 'estimated' : bridged
  return { value: how === 'estimated' && indicator.kind === 'count' ? Math.round(value) : value, bridged: how }
}

function listRemarks(statistics: Statistics, indicator: Indicator, now: YearParts, { value, missing, without }: WholeFigure): (Words | undefined)[] {
  const isBridged = now.bridged !== 'asPublished' && now.parts !== undefined
  if (value === undefined && isBridged && missing === 'notForLevel') return [NOT_PUT_TOGETHER]
  if (missing === 'partsMissing' && isArea(indicator) && isBridged) return [AREA_NOT_DIVIDED]
  const isBreak = now.breakBefore === true || now.parts === undefined
  const names = without.map((code) => statistics.findArea(code)?.name ?? code)
  return [value !== undefined || isBreak ? now.remark : undefined, names.length > 0 ? describeWithout(names) : undefined]
}
