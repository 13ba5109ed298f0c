/** A run of an index as users get it. */
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { AreaCode } from '#domain/area.ts'
import { MISSING_SCORE_REASONS } from '#engines/index/compute-index.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { selectPositions } from '#steps/see/catalogue.ts'
import type { IndexRun } from '#steps/see/index/run-index.ts'

/**
 * The columns of a run, in the order of listAreaNames for its level and year; only the areas in `within` when given, with their rank among all.
 * Scores are exact: written as JSON and read again they are the same. Throws SeeError `unknownArea` (within).
 */
export function describeRun(statistics: Statistics, run: IndexRun, within?: AreaCode): IndexScoresAnswer {
  const rows = listRows(statistics, run, within)
  const listMissing = (reason: (typeof MISSING_SCORE_REASONS)[number]): number[] =>
    rows.flatMap((at, place) => (MISSING_SCORE_REASONS[run.missingCodes[at]!] === reason ? [place] : []))
  const toList = (values: Float64Array): (number | null)[] => rows.map((at) => (Number.isNaN(values[at]) ? null : values[at]!))
  return {
    document: run.document,
    version: run.version,
    level: run.level,
    year: run.document.year,
    scores: toList(run.scores),
    ranks: rows.map((at) => (run.ranks[at] === 0 ? null : run.ranks[at]!)),
    tiedWith: rows.map((at) => run.tiedWith[at]!),
    presentShares: rows.map((at) => run.presentShares[at]!),
    rankedCount: run.rankedCount,
    missing: { noFigures: listMissing('noFigures'), tooFewFigures: listMissing('tooFewFigures') },
    dimensions: run.dimensions.map(({ id, name, parent, share, scores }) => ({ id, name, ...(parent !== undefined && { parent }), share, scores: toList(scores) })),
    indicators: run.indicators.map(({ indicator, dimension, year, entry, share, direction, missingCount, outlierCount }) => ({
      indicator: indicator.id, dimension, year, weight: entry.weight, share, direction, missingCount, outlierCount,
    })),
    source: listRunSources(statistics, run),
  }
}

/** Places in the arrays of a run of the areas in `within`, or of all. Throws SeeError `unknownArea`. */
export function listRows(statistics: Statistics, { positions, level, document }: IndexRun, within?: AreaCode): number[] {
  const rows = [...positions.keys()]
  if (within === undefined) return rows
  const wanted = new Set(selectPositions(statistics, level, document.year, within))
  return rows.filter((at) => wanted.has(positions[at]!))
}

/** The resources that the figures of a run come from. */
export function listRunSources(statistics: Statistics, { indicators }: IndexRun): IndexScoresAnswer['source'] {
  const used = new Set(indicators.flatMap(({ sources }) => sources))
  return statistics.sources.flatMap(({ resource, title, publisher, licence, retrievedAt }) => (used.has(resource) ? [{ resource, title, publisher, licence, retrievedAt }] : []))
}
