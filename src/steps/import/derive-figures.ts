/** Figures computed from counts: shares, pressures, sums. Changes over time are in `derive-changes.ts`. */
import { AREA_LEVELS, type AreaLevel } from '#domain/area.ts'
import type { Figure } from '#domain/answers/shared.ts'
import { computeRatio } from '#domain/compute-ratio.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { addSources, getOrCreateColumn, type DraftColumn, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { describeRoundingConflicts, type RoundingConflict } from '#steps/import/describe-values.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

type CountFormula = Exclude<Formula, { kind: 'change' }>

/**
 * Adds a column for every ratio and sum whose terms have a column in the block. Catalogue order: terms come first.
 * A ratio outside its range is no figure but a rounding conflict; a finding an indicator counts and names them.
 */
export function deriveFigures(indicators: readonly Indicator[], years: readonly number[], blocks: FigureBlocks, register: AreaRegister, findings: FindingSink): void {
  for (const indicator of indicators) {
    const { formula } = indicator
    if (!formula || formula.kind === 'change') continue
    const conflicts = AREA_LEVELS.flatMap((level) => years.flatMap((year) => deriveColumn(indicator.id, formula, level, year, blocks, register)))
    const sources = years.flatMap((year) => blocks.get(getBlockKey('neighbourhood', year))?.get(indicator.id)?.sources ?? [])
    if (conflicts.length > 0) findings.add(describeRoundingConflicts(indicator, sources, conflicts))
  }
}

/** Fills the column, and gives the areas where the rounded counts contradict each other. */
function deriveColumn(id: string, formula: CountFormula, level: AreaLevel, year: number, blocks: FigureBlocks, register: AreaRegister): RoundingConflict[] {
  const block = blocks.get(getBlockKey(level, year))
  const find = (term: string): DraftColumn | undefined => block?.get(term)
  const numerator = (formula.kind === 'sum' ? formula.terms : formula.numerator).map(find)
  const denominator = (formula.kind === 'sum' ? [] : formula.denominator).map(find)
  const terms = [...numerator, ...denominator]
  if (!terms.every((column) => column !== undefined)) return []
  const target = getOrCreateColumn(blocks, register, level, year, id)
  for (const term of terms) addSources(target, term?.sources ?? [])
  const conflicts: RoundingConflict[] = []
  for (let position = 0; position < target.values.length; position++) {
    const reason = findReason(terms, position)
    const { value, missing }: Figure = reason > 0 ? {} : compute(formula, sumAt(numerator, position), sumAt(denominator, position))
    target.values[position] = value ?? NaN
    target.missing[position] = missing ? getMissingCode(missing) : reason
    if (missing === 'roundingConflict') conflicts.push({ code: register.areas.get(level)?.[position]?.code ?? '', year })
  }
  return conflicts
}

function compute(formula: CountFormula, top: number, bottom: number): Figure {
  return formula.kind === 'sum' ? { value: top } : computeRatio(top, bottom, formula)
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
