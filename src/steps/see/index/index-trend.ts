/** The same formula on earlier figures: what of an index can be compared over the years. */
import type { IndexTrendStep } from '#domain/answers/index-answers.ts'
import { listIndexIndicators } from '#domain/index-indicators.ts'
import type { IndexDocument, IndexIndicator } from '#domain/index-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listFullYears } from '#steps/see/index/figure-years.ts'
import { listPlaces } from '#steps/see/index/index-places.ts'

type Dated = IndexDocument & { readonly year: number }

/** How many years back the figures of at least one indicator go, with what share of the weight; the nearest first. */
export function listTrendSteps(statistics: Statistics, document: Dated): IndexTrendStep[] {
  const placed = listIndexIndicators(document)
  const { indicators } = listPlaces(document)
  const furthest = Math.max(0, ...placed.map(({ entry }) => yearOf(document, entry) - (listFullYears(statistics, entry.indicator, document.level)[0] ?? Infinity)))
  return Array.from({ length: furthest }, (_, at) => at + 1).flatMap((yearsBack) => {
    const moves = placed.map(({ entry }) => canMove(statistics, document, entry, yearsBack))
    const kept = placed.flatMap(({ entry }, at) => (moves[at] ? [] : [entry.indicator]))
    const movingShare = indicators.reduce((sum, { share }, at) => sum + (moves[at] ? share : 0), 0)
    return kept.length === placed.length ? [] : [{ yearsBack, movingShare, kept }]
  })
}

/** The document with figures of so many years earlier, on the same areas; what has none keeps its figures. */
export function makeEarlierDocument(statistics: Statistics, document: Dated, yearsBack: number): Dated {
  const move = (entry: IndexIndicator): IndexIndicator =>
    canMove(statistics, document, entry, yearsBack) ? { ...entry, year: yearOf(document, entry) - yearsBack } : entry
  const dimensions = document.dimensions.map((dimension) => ({
    ...dimension,
    indicators: dimension.indicators.map(move),
    dimensions: dimension.dimensions.map((inner) => ({ ...inner, indicators: inner.indicators.map(move) })),
  }))
  return { ...document, dimensions }
}

/** The step in which most of the weight can change; of equals, the furthest. Undefined where nothing can. */
export function chooseTrendStep(steps: readonly IndexTrendStep[]): IndexTrendStep | undefined {
  const most = Math.max(...steps.map(({ movingShare }) => movingShare))
  return steps.findLast(({ movingShare }) => movingShare >= most - 1e-9)
}

const yearOf = (document: Dated, entry: IndexIndicator): number => entry.year ?? document.year

const canMove = (statistics: Statistics, document: Dated, entry: IndexIndicator, yearsBack: number): boolean =>
  listFullYears(statistics, entry.indicator, document.level).includes(yearOf(document, entry) - yearsBack)
