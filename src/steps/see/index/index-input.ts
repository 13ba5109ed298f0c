/** From an index document to the flat arrays and the model of the engine. */
import type { IndexDocument } from '#domain/index-document.ts'
import { makeFault, readIndexDocument } from '#domain/read-index-document.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { checkIndicators, type PlacedColumn } from '#steps/see/index/check-indicators.ts'
import { fillFigures } from '#steps/see/index/index-figures.ts'
import { makeIndexModel, type Direction } from '#steps/see/index/make-index-model.ts'
import { SeeError } from '#steps/see/problems.ts'

/** A document with its year, ready for `computeIndex` and `RankSimulation`. */
export interface IndexInput {
  readonly document: IndexDocument & { readonly year: number }
  /** The areas, as positions in the order of the level; the areas of the matrix follow it. */
  readonly positions: Int32Array
  readonly matrix: FigureMatrix
  readonly model: IndexModel
  /** The indicators in the order of the columns of the matrix, which is that of the leaves of the model. */
  readonly indicators: readonly PlacedColumn[]
}

/** The document that was given, checked. Throws SeeError `indexInvalid` with everything that is wrong. */
export function getIndexDocument(raw: unknown): IndexDocument {
  const result = readIndexDocument(raw)
  if ('faults' in result) throw new SeeError('indexInvalid', '', result.faults)
  return result.document
}

/**
 * Gathers the figures of an index. Throws SeeError `indexInvalid`, `indexIndicatorRefused` or `indexWithoutFigures`,
 * each with what is wrong and where.
 */
export function makeIndexInput(statistics: Statistics, given: IndexDocument): IndexInput {
  const checked = getIndexDocument(given)
  const document = { ...checked, year: checked.year ?? statistics.referenceYear }
  const { level, year } = document
  const positions = findPositions(statistics, document)
  const indicators = checkIndicators(statistics, document)
  const values = new Float64Array(positions.length * indicators.length)
  for (const [at, column] of indicators.entries()) {
    fillFigures(statistics, column.indicator, level, positions, year, column.year, values.subarray(at * positions.length, (at + 1) * positions.length))
  }
  const matrix = { areaCount: positions.length, indicatorCount: indicators.length, values }
  return { document, positions, matrix, model: makeIndexModel(document, indicators.map(getDirection)), indicators }
}

/** The areas of the index. Throws SeeError `indexWithoutFigures` where there are none in that year. */
function findPositions(statistics: Statistics, { level, year }: IndexDocument & { readonly year: number }): Int32Array {
  const positions = statistics.years.includes(year) ? statistics.listPositions(level, year) : new Int32Array()
  if (positions.length > 0) return positions
  const years = statistics.years.filter((own) => statistics.listPositions(level, own).length > 0).join(', ') || '–'
  const words = LEVEL_WORDS[level]
  throw new SeeError('indexWithoutFigures', String(year), [
    makeFault('year', `Van ${year} zijn er geen ${words.nl}. Wel van: ${years}.`, `There are no ${words.en} of ${year}. There are of: ${years}.`),
  ])
}

/** That of the catalogue, or of the document for what is neutral there. */
export const getDirection = ({ indicator, entry }: PlacedColumn): Direction => (indicator.direction === 'neutral' ? entry.direction! : indicator.direction)
