/** From an index document to the flat arrays and the model of the engine. */
import { joinFaults, limitFaults } from '#domain/describe-issue.ts'
import type { Fault } from '#domain/fault.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { readIndexDocument } from '#domain/read-index-document.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicatorFaults, listColumns, type PlacedColumn } from '#steps/see/index/check-indicators.ts'
import { fillFigures, lookUpFigures } from '#steps/see/index/index-figures.ts'
import { makeIndexModel, type Direction } from '#steps/see/index/make-index-model.ts'
import { SeeError, type SeeProblem } from '#steps/see/problems.ts'

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

/** The document, or everything that is wrong with it: `indexInvalid` for its form and weights, else `indexIndicatorRefused`, else `indexWithoutFigures`. */
export function checkIndexDocument(statistics: Statistics, raw: unknown): { readonly document: IndexDocument } | { readonly problem: SeeProblem; readonly faults: readonly Fault[] } {
  const read = readIndexDocument(raw)
  const form = 'faults' in read ? read.faults : []
  const { refused, withoutFigures } = findIndicatorFaults(statistics, 'document' in read ? read.document : read.sketch)
  const faults = joinFaults(form, [...refused, ...withoutFigures])
  if ('document' in read && faults.length === 0) return read
  return { problem: form.length > 0 ? 'indexInvalid' : refused.length > 0 ? 'indexIndicatorRefused' : 'indexWithoutFigures', faults }
}

/** The document that was given. Throws SeeError with everything that is wrong at once, as `checkIndexDocument` has it. */
export function getIndexDocument(statistics: Statistics, raw: unknown): IndexDocument {
  const checked = checkIndexDocument(statistics, raw)
  if ('document' in checked) return checked.document
  throw new SeeError(checked.problem, '', limitFaults(checked.faults))
}

/** Gathers the figures of an index. Throws as `getIndexDocument`. */
export function makeIndexInput(statistics: Statistics, given: IndexDocument): IndexInput {
  const checked = getIndexDocument(statistics, given)
  const document = { ...checked, year: checked.year ?? statistics.referenceYear }
  const { level, year } = document
  const positions = statistics.listPositions(level, year)
  const indicators = listColumns(statistics, document)
  const values = new Float64Array(positions.length * indicators.length)
  for (const [at, column] of indicators.entries()) {
    fillFigures(statistics, column.indicator, level, positions, year, column.year, values.subarray(at * positions.length, (at + 1) * positions.length))
  }
  const matrix = { areaCount: positions.length, indicatorCount: indicators.length, values }
  return { document, positions, matrix, model: makeIndexModel(document, indicators.map(getDirection)), indicators }
}

/** Looks up what `makeIndexInput` gathers, with others answered in between. */
export async function lookUpIndexInput(statistics: Statistics, document: IndexInput['document']): Promise<void> {
  const { level, year } = document
  const positions = statistics.listPositions(level, year)
  for (const column of listColumns(statistics, document)) await lookUpFigures(statistics, column.indicator, level, positions, year, column.year)
}

/** That of the catalogue, or of the document for what is neutral there. */
export const getDirection = ({ indicator, entry }: PlacedColumn): Direction => (indicator.direction === 'neutral' ? entry.direction! : indicator.direction)
