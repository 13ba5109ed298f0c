/** What somebody can put in an index of their own. */
import type { IndexChoicesAnswer } from '#domain/answers/index-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { explainRefusal } from '#steps/see/index/check-indicators.ts'
import { findFigureYear } from '#steps/see/index/figure-years.ts'

/** Rates with figures for the level, each with its newest full year. Counts can be in a document, but measure how large an area is, so they are not offered. */
export function listIndexChoices(statistics: Statistics, level: AreaLevel): IndexChoicesAnswer {
  const indicators = statistics.indicators.flatMap((indicator) => {
    const year = findFigureYear(statistics, indicator.id, level)
    return indicator.kind !== 'rate' || year === undefined || explainRefusal(indicator) !== undefined ? [] : [{ indicator: indicator.id, year }]
  })
  return { level, year: statistics.referenceYear, indicators }
}
