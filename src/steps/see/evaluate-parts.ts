/** The figure of a whole made of (shares of) areas of one level, in one year. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { Figure } from '#domain/answers/shared.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import { findMissingReason } from '#domain/missing.ts'
import { findIndicator } from '#domain/indicators/index.ts'
import type { Statistics } from '#statistics/statistics.ts'

export interface Part {
  readonly code: AreaCode
  /** Share of the area's figure that counts, above 0 and at most 1. */
  readonly share: number
}

/** Parts by year: the same whole in each year, undefined where it cannot be made. */
export type PartsByYear = (year: number) => readonly Part[] | undefined

/** The figure in a year. Counts are added up, formulas computed from those sums, rates are weighted means. */
export function evaluateParts(statistics: Statistics, indicator: Indicator, level: AreaLevel, year: number, getParts: PartsByYear): Figure {
  if (indicator.formula) return evaluateFormula(statistics, indicator.formula, level, year, getParts)
  const parts = getParts(year)
  if (parts === undefined) return { missing: 'noSuchArea' }
  const figures = parts.map(({ code }) => readFigure(statistics, indicator.id, level, year, code))
  const [only] = figures
  if (only && figures.length === 1 && parts[0]?.share === 1) return only
  const missing = figures.find((figure) => figure.missing !== undefined)?.missing
  const { aggregation } = indicator
  if (aggregation.kind === 'none') return { missing: 'notForLevel' }
  if (missing !== undefined) return { missing: figures.every((figure) => figure.missing === missing) ? missing : 'partsMissing' }
  const values = figures.map(({ value }) => value ?? NaN)
  if (aggregation.kind === 'sum') return { value: parts.reduce((sum, { share }, at) => sum + share * (values[at] ?? NaN), 0) }
  const weights = parts.map(({ code, share }) => share * (readFigure(statistics, aggregation.weight, level, year, code).value ?? NaN))
  return takeMean(values, weights, aggregation.kind)
}

function takeMean(values: readonly number[], weights: readonly number[], kind: 'weightedMean' | 'harmonicMean'): Figure {
  let total = 0
  let weighted = 0
  values.forEach((value, at) => {
    const weight = weights[at] ?? NaN
    total += weight
    weighted += kind === 'weightedMean' ? weight * value : weight / value
  })
  const value = kind === 'weightedMean' ? weighted / total : total / weighted
  return Number.isFinite(value) ? { value } : { missing: 'partsMissing' }
}

function evaluateFormula(statistics: Statistics, formula: Formula, level: AreaLevel, year: number, getParts: PartsByYear): Figure {
  const sum = (terms: readonly string[], at: number): Figure => {
    let total = 0
    for (const term of terms) {
      const indicator = findIndicator(term)
      const figure = indicator ? evaluateParts(statistics, indicator, level, at, getParts) : { missing: 'notInTable' as const }
      if (figure.value === undefined) return figure
      total += figure.value
    }
    return { value: total }
  }
  if (formula.kind === 'sum') return sum(formula.terms, year)
  const isChange = formula.kind === 'change'
  const top = sum(isChange ? [formula.of] : formula.numerator, year)
  const bottom = isChange ? sum([formula.of], year - formula.years) : sum(formula.denominator, year)
  if (top.value === undefined) return top
  if (bottom.value === undefined) return bottom
  if (bottom.value === 0) return { missing: 'impossible' }
  return { value: isChange ? (100 * (top.value - bottom.value)) / bottom.value : (formula.factor * top.value) / bottom.value }
}

/** One figure as stored; a column that is not there counts as not in the table. */
function readFigure(statistics: Statistics, indicator: string, level: AreaLevel, year: number, code: AreaCode): Figure {
  const column = statistics.findColumn(indicator, level, year)
  if (column === undefined) return { missing: 'notInTable' }
  if (statistics.findArea(code) === undefined) return { missing: 'noSuchArea' }
  const position = statistics.getPosition(code)
  const reason = findMissingReason(column.missing[position] ?? 0)
  return reason === undefined ? { value: column.values[position] ?? NaN } : { missing: reason }
}
