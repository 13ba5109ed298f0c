/** Of which year the figures of an indicator are best taken. */
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'
import { remember } from '#domain/remember.ts'

/** A year counts when it has figures for at least this share of its areas, and this part of the share of the fullest year. */
const OF_THE_AREAS = 0.5
const OF_THE_FULLEST = 0.9

const getFullYears = memoize((statistics: Statistics) =>
  remember((indicator: string, level: AreaLevel): readonly number[] => {
    const shares = statistics.listYears(indicator, level).map((year) => {
      const missing = statistics.findColumn(indicator, level, year)?.missing
      const positions = statistics.listPositions(level, year)
      const figures = positions.reduce((sum, position) => sum + Number(missing?.[position] === 0), 0)
      return { year, share: figures === 0 ? 0 : figures / positions.length }
    })
    const fullest = Math.max(0, ...shares.map(({ share }) => share))
    return shares.filter(({ share }) => share > 0 && share >= OF_THE_FULLEST * fullest && share >= OF_THE_AREAS).map(({ year }) => year)
  }),
)

/** Years in which nearly all areas that ever have the figure have it, ascending. */
export function listFullYears(statistics: Statistics, indicator: string, level: AreaLevel): readonly number[] {
  return getFullYears(statistics)(indicator, level)
}

/** The newest full year, up to and including `asOf`; where all are later, the first of those. Undefined without full years. */
export function findFigureYear(statistics: Statistics, indicator: string, level: AreaLevel, asOf = Infinity): number | undefined {
  const years = listFullYears(statistics, indicator, level)
  return years.findLast((year) => year <= asOf) ?? years[0]
}
