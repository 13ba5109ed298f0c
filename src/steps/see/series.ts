/** Figures over the years on the boundaries of today, with every break, gap and estimate named. Method: docs/methods/boundary-changes.md. */
import type { SeriesAnswer, SeriesPoint } from '#domain/answers/answers.ts'
import type { Area, AreaCode } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { evaluateParts, isArea, type WholeFigure } from '#steps/see/evaluate-parts.ts'
import { AREA_NOT_DIVIDED, CHANGE_OVER_BREAK, NOT_PUT_TOGETHER, describeWithout, joinWords } from '#steps/see/series-words.ts'
import { findParts } from '#steps/see/subject-parts.ts'
import { breaksWithin, type PartsByYear, type YearParts } from '#steps/see/year-parts.ts'

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
  const partsOf = findParts(statistics, areas)
  return indicatorIds.map((indicator) => {
    const points = listPoints(statistics, indicator, areas, partsOf)
    return { indicator, points, sources: listSources(statistics, indicator, points, partsOf) }
  })
}

function listPoints(statistics: Statistics, id: string, areas: readonly Area[], partsOf: PartsByYear): SeriesPoint[] {
  const indicator = findIndicator(statistics, id)
  if (indicator === undefined) return []
  const years = [...new Set(areas.flatMap(({ level }) => statistics.listYears(id, level)))].sort((a, b) => a - b)
  return years.map((year, at) => makePoint(statistics, indicator, year, years[at - 1], partsOf))
}

/** The resources behind the points that have a value. */
function listSources(statistics: Statistics, id: string, points: readonly SeriesPoint[], partsOf: PartsByYear): string[] {
  const used = points.filter(({ value }) => value !== undefined).flatMap(({ year }) => {
    const levels = new Set(partsOf(year).parts?.map(({ code }) => statistics.findArea(code)?.level))
    return [...levels].flatMap((level) => (level && statistics.findColumn(id, level, year)?.sources) ?? [])
  })
  return [...new Set(used)]
}

/** `earlier` is the point before it in the series, undefined for the first. */
function makePoint(statistics: Statistics, indicator: Indicator, year: number, earlier: number | undefined, partsOf: PartsByYear): SeriesPoint {
  const now = partsOf(year)
  if (indicator.formula?.kind === 'change' && breaksWithin(partsOf, year - indicator.formula.years, year)) {
    return { year, missing: 'noSuchArea', remark: joinWords([CHANGE_OVER_BREAK, now.remark]) ?? CHANGE_OVER_BREAK }
  }
  const figure = evaluateParts(statistics, indicator, year, partsOf)
  const breaks = earlier !== undefined && breaksWithin(partsOf, earlier, year)
  const remark = joinWords(listRemarks(statistics, indicator, now, figure))
  return {
    year,
    ...showFigure(indicator, now, figure),
    ...(breaks ? { breakBefore: true } : {}),
    ...(remark ? { remark } : {}),
  }
}

/** The value, and how it came about. Counts of part of a municipality are rounded to whole people. */
export function showFigure(indicator: Indicator, { bridged }: YearParts, { value, missing, without }: WholeFigure): Pick<SeriesPoint, 'value' | 'missing' | 'bridged'> {
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
