/** Statistics as they travel to another thread: the figures are shared memory, only the list of areas is copied. */
import { AREA_LEVELS } from '#domain/area.ts'
import { getBlockKey, type StatisticsContents } from '#statistics/contents.ts'
import { createStatistics } from '#statistics/create-statistics.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'

/** Figures and areas; no shapes, places or postcodes. */
export interface SharedFigures extends StatisticsContents {
  readonly indicators: Statistics['indicators']
}

export function packFigures(statistics: Statistics): SharedFigures {
  const { version, importedAt, packageName, packageTitle, fictional, years, referenceYear, sources, boundaryChanges, report } = statistics
  const figures = new Map<string, Map<string, FigureColumn>>()
  for (const level of AREA_LEVELS) {
    for (const { id } of statistics.indicators) {
      for (const year of statistics.listYears(id, level)) {
        const key = getBlockKey(level, year)
        const block = figures.get(key) ?? new Map<string, FigureColumn>()
        block.set(id, statistics.findColumn(id, level, year)!)
        figures.set(key, block)
      }
    }
  }
  return {
    manifest: { version, importedAt, packageLocation: '', packageName, packageTitle, fictional, years, referenceYear, sources, boundaryChanges },
    report,
    indicators: statistics.indicators,
    areas: new Map(AREA_LEVELS.map((level) => [level, statistics.listAreas(level)])),
    figures,
    shapes: [],
    places: [],
    postcodes: [],
  }
}

/** Tables stay with whoever opened them. */
export const unpackFigures = (shared: SharedFigures): Statistics => ({ ...createStatistics(shared, () => Promise.resolve(undefined)), indicators: shared.indicators })
