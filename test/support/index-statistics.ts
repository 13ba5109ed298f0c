/** Statistics with only the figures that a test of an index is about, in the areas of the hand-made ones. */
import type { AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { TEST_INDICATORS } from './test-indicators.ts'
import { makeTestStatistics } from './test-statistics.ts'

type Figures = Readonly<Record<string, Readonly<Record<number, Readonly<Record<string, number>>>>>>

/** `figures` by indicator, year and area code; an area that is not named has none. Every indicator is a rate of which less is better. */
export function makeIndexStatistics(figures: Figures, overrides: Partial<Statistics> = {}): Statistics {
  const base = makeTestStatistics()
  const sample = TEST_INDICATORS.find(({ id }) => id === 'distanceToSupermarket')!
  const own = Object.keys(figures).map((id): Indicator => ({ ...sample, id, name: { nl: id, en: id } }))
  const findColumn: Statistics['findColumn'] = (id, level, year) => {
    const column = figures[id]?.[year]
    if (column === undefined) return id in figures ? undefined : base.findColumn(id, level, year)
    const values = Float64Array.from(base.listAreas(level), ({ code }) => column[code] ?? NaN)
    return { values, missing: Uint8Array.from(values, (value) => (Number.isNaN(value) ? getMissingCode('suppressed') : 0)), sources: [`kwb-${year}`] }
  }
  const listYears = (id: string, level: AreaLevel) => base.years.filter((year) => findColumn(id, level, year) !== undefined)
  const indicators = [...TEST_INDICATORS.filter(({ id }) => !(id in figures)), ...own]
  return { ...base, indicators, findColumn, listYears, ...overrides }
}
