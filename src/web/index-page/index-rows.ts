/** The scores of an index joined with the areas, as rows for the map, the card and the table. */
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { Absence, AreaRow } from '#web/map/area-paint.ts'

export interface IndexRow extends AreaRow {
  readonly score: number | undefined
  readonly rank: number | undefined
  readonly tiedWith: number
  /** Scores in the order of the dimensions of the answer. */
  readonly dimensions: readonly (number | undefined)[]
  /** With earlier figures, where these are asked. */
  readonly earlierRank: number | undefined
}

/**
 * Joins by position; `value`, which the map shows, is the score of the dimension with that id, or of the whole index.
 * Throws when the numbers of areas differ: then they are of different versions.
 */
export function joinScores(areas: AreaListAnswer, scores: IndexScoresAnswer, shown: string | undefined, earlier?: IndexScoresAnswer): IndexRow[] {
  if (areas.codes.length !== scores.scores.length) throw new RangeError(`${areas.codes.length} areas but ${scores.scores.length} scores`)
  const absences = new Map<number, Absence>()
  for (const reason of ['noFigures', 'tooFewFigures'] as const) for (const position of scores.missing[reason]) absences.set(position, reason)
  const dimension = scores.dimensions.find(({ id }) => id === shown)
  return areas.codes.map((code, at) => {
    const value = (dimension?.scores ?? scores.scores)[at] ?? undefined
    return {
      code,
      name: areas.names[at] ?? code,
      municipality: areas.municipalities[at] ?? '',
      value,
      missing: value === undefined ? (absences.get(at) ?? 'tooFewFigures') : undefined,
      score: scores.scores[at] ?? undefined,
      rank: scores.ranks[at] ?? undefined,
      tiedWith: scores.tiedWith[at] ?? 0,
      dimensions: scores.dimensions.map((own) => own.scores[at] ?? undefined),
      earlierRank: earlier?.ranks[at] ?? undefined,
    }
  })
}
