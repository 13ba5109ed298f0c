/** Statistics in which nobody knows how much land a buurt has, so that all its people are reckoned from its point: ways that can be worked out by hand. */
import type { Statistics } from '#statistics/statistics.ts'

export const putPeopleAtPoints = (statistics: Statistics): Statistics => ({
  ...statistics,
  findColumn: (indicator, level, year) => (indicator === 'populationDensity' && level === 'neighbourhood' ? undefined : statistics.findColumn(indicator, level, year)),
})
