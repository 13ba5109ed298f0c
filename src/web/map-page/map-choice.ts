/** What the map shows, from the URL, with sensible defaults. */
import type { IndicatorAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { findLevel } from '#web/app/level-words.ts'
import { readYear, type UrlState } from '#web/app/search-state.ts'

export interface MapChoice {
  readonly level: AreaLevel
  readonly indicator: IndicatorAnswer
  readonly year: number
  /** Years with figures for this indicator and level. */
  readonly yearsWithFigures: readonly number[]
}

/** What one sees first: it tells something about every place, and the map of it is clear at a glance. */
const FIRST_CHOICE = ['shareAge65Plus', 'greyPressure', 'population']

/** The choice in the URL; where it names nothing known, the level, indicator or year that is shown first. Throws when there are no indicators at all. */
export function readMapChoice(state: UrlState, status: StatusAnswer, indicators: readonly IndicatorAnswer[]): MapChoice {
  const level = findLevel(state['niveau']) ?? 'municipality'
  const indicator =
    indicators.find(({ id }) => id === state['indicator']) ??
    FIRST_CHOICE.map((first) => indicators.find(({ id }) => id === first)).find((one) => one !== undefined) ??
    indicators[0]
  if (indicator === undefined) throw new Error('the API knows no indicators')
  const yearsWithFigures = indicator.availability.find((one) => one.level === level)?.years ?? []
  const year = readYear(state['jaar'])
  return {
    level,
    indicator,
    year: year !== undefined && status.years.includes(year) ? year : (yearsWithFigures.at(-1) ?? status.referenceYear),
    yearsWithFigures,
  }
}
