/** Figures computed from counts: shares, pressures, sums. Changes over time are in `derive-changes.ts`. */
import { AREA_LEVELS, type AreaLevel } from '#domain/area.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { addSources, getOrCreateColumn, type DraftColumn, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

/** Adds a column for every ratio and sum whose terms have a column in the block. Catalogue order: terms come first. */
export function deriveFigures(indicators: readonly Indicator[], years: readonly number[], blocks: FigureBlocks, register: AreaRegister): void {
  for (const level of AREA_LEVELS) {
    for (const year of years) {
      for (const { id, formula } of indicators) {
        if (formula && formula.kind !== 'change') deriveColumn(id, formula, level, year, blocks, register)
      }
    }
  }
}

function deriveColumn(id: string, formula: Exclude<Formula, { kind: 'change' }>, level: AreaLevel, year: number, blocks: FigureBlocks, register: AreaRegister): void {
  const block = blocks.get(getBlockKey(level, year))
  const find = (term: string): DraftColumn | undefined => block?.get(term)
  const numerator = (formula.kind === 'sum' ? formula.terms : formula.numerator).map(find)
  const denominator = (formula.kind === 'sum' ? [] : formula.denominator).map(find)
  if (![...numerator, ...denominator].every((column) => column !== undefined)) return
  const target = getOrCreateColumn(blocks, register, level, year, id)
  for (const term of [...numerator, ...denominator]) addSources(target, term?.sources ?? [])
  for (let position = 0; position < target.values.length; position++) {
    const reason = findReason([...numerator, ...denominator], position)
    if (reason > 0) {
      target.missing[position] = reason
      continue
    }
    const top = sumAt(numerator, position)
    const bottom = formula.kind === 'sum' ? 1 : sumAt(denominator, position)
    const value = formula.kind === 'sum' ? top : (formula.factor * top) / bottom
    target.values[position] = bottom === 0 ? NaN : value
    target.missing[position] = bottom === 0 ? getMissingCode('impossible') : 0
  }
}

/** The reason of the first term without a figure, 0 where all are there. */
function findReason(columns: readonly (FigureColumn | undefined)[], position: number): number {
  for (const column of columns) {
    const reason = column?.missing[position] ?? 0
    if (reason > 0) return reason
  }
  return 0
}

function sumAt(columns: readonly (FigureColumn | undefined)[], position: number): number {
  return columns.reduce((sum, column) => sum + (column?.values[position] ?? NaN), 0)
}
