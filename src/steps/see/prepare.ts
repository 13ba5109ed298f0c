/** What the first reader would otherwise wait for. */
import type { Statistics } from '#statistics/statistics.ts'
import { listIndicators } from '#steps/see/catalogue.ts'
import { listLevelsWithShapes } from '#steps/see/extent.ts'
import { getSearchIndex } from '#steps/see/search-index.ts'

/** Makes the search index, the boxes of the shapes and the catalogue; a few tenths of a second for the whole country. */
export function prepare(statistics: Statistics): void {
  getSearchIndex(statistics)
  listLevelsWithShapes(statistics)
  listIndicators(statistics)
}
