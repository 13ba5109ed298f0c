/** The figure of a whole made of (shares of) areas, in one year. */
import type { AreaCode } from '#domain/area.ts'
import type { Figure } from '#domain/answers/shared.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { getFigure } from '#steps/see/figures.ts'
import { ALLOWED_MISSING_SHARE } from '#steps/see/own-village.ts'

export interface Part {
  readonly code: AreaCode
  /** Share of the area's figure that counts, above 0 and at most 1. */
  readonly share: number
  /** True where the area is part of the whole, but did not exist that year under any code we know. */
  readonly isAbsent?: boolean
}

/** Parts by year: the same whole in each year, undefined where it cannot be made. */
export type PartsByYear = (year: number) => readonly Part[] | undefined

export interface WholeFigure extends Figure {
  /** Parts that the figure leaves out because they have none; they hold at most ALLOWED_MISSING_SHARE of the inhabitants. */
  readonly without: readonly AreaCode[]
}

/**
 * The figure in a year. Counts are added up, formulas computed from those sums, rates are weighted means.
 * Missing as `partsMissing` (or the one reason all parts have) where parts without a figure hold too many inhabitants.
 */
export function evaluateParts(statistics: Statistics, indicator: Indicator, year: number, getParts: PartsByYear): WholeFigure {
  if (indicator.formula) return evaluateFormula(statistics, indicator.formula, year, getParts)
  const parts = getParts(year)
  if (parts === undefined) return { missing: 'noSuchArea', without: [] }
  const figures = parts.map((part) => readFigure(statistics, indicator.id, part, year))
  const [only] = figures
  if (only && figures.length === 1 && parts[0]?.share === 1) return { ...only, without: [] }
  if (indicator.aggregation.kind === 'none') return { missing: 'notForLevel', without: [] }
  if (isArea(indicator) && parts.some(({ share }) => share < 1)) return { missing: 'partsMissing', without: [] }
  return combine(statistics, indicator, year, parts, figures)
}

/** Hectares: a share of inhabitants says nothing about a share of land. */
export function isArea(indicator: Indicator): boolean {
  return indicator.kind === 'count' && indicator.unit.en === 'ha'
}

function combine(statistics: Statistics, indicator: Indicator, year: number, parts: readonly Part[], figures: readonly Figure[]): WholeFigure {
  const { aggregation } = indicator
  const weights = parts.map((part) => {
    const { value } = 'weight' in aggregation ? readFigure(statistics, aggregation.weight, part, year) : { value: 1 }
    return value === undefined ? undefined : part.share * value
  })
  const isThere = (at: number): boolean => figures[at]?.value !== undefined && weights[at] !== undefined
  const without = parts.filter((_, at) => !isThere(at))
  if (without.length > 0 && measureShare(statistics, without, parts, year) > ALLOWED_MISSING_SHARE) return { ...explain(figures), without: [] }
  let total = 0
  let weighted = 0
  let present = 0
  parts.forEach(({ share }, at) => {
    const value = figures[at]?.value
    const weight = weights[at]
    if (value === undefined || weight === undefined) return
    present++
    total += weight
    if (aggregation.kind === 'sum') weighted += share * value
    else if (aggregation.kind === 'weightedMean') weighted += weight * value
    else if (weight > 0) weighted += weight / value
  })
  const named = without.map(({ code }) => code).filter((code) => findInhabitants(statistics, code, year) !== 0)
  if (present === 0) return { ...explain(figures), without: [] }
  if (aggregation.kind === 'sum') return { value: weighted, without: named }
  const value = aggregation.kind === 'weightedMean' ? weighted / total : total / weighted
  return Number.isFinite(value) ? { value, without: named } : { missing: 'impossible', without: [] }
}

/** The one reason that all missing parts share, `partsMissing` otherwise. */
function explain(figures: readonly Figure[]): Figure {
  const reasons = new Set(figures.map(({ missing }) => missing))
  const [only] = reasons
  return { missing: reasons.size === 1 && only !== undefined ? only : 'partsMissing' }
}

/** Share of the inhabitants of the whole, in [0, 1], that live in some of its parts; 1 where that cannot be known. */
function measureShare(statistics: Statistics, some: readonly Part[], all: readonly Part[], year: number): number {
  const sum = (parts: readonly Part[]): number => parts.reduce((total, { code, share }) => total + share * (findInhabitants(statistics, code, year) ?? NaN), 0)
  const share = sum(some) / sum(all)
  return Number.isNaN(share) ? (sum(all) === 0 ? 0 : 1) : share
}

/** Inhabitants in that year, or in the newest year in which they are known. */
function findInhabitants(statistics: Statistics, code: AreaCode, year: number): number | undefined {
  const area = statistics.findArea(code)
  if (area === undefined) return undefined
  for (const candidate of [year, ...statistics.listYears('population', area.level).toReversed()]) {
    const { value } = getFigure(statistics, 'population', code, candidate)
    if (value !== undefined) return value
  }
  return undefined
}

function evaluateFormula(statistics: Statistics, formula: Formula, year: number, getParts: PartsByYear): WholeFigure {
  if (formula.kind === 'sum') return addTerms(statistics, formula.terms, year, getParts)
  const isChange = formula.kind === 'change'
  const top = addTerms(statistics, isChange ? [formula.of] : formula.numerator, year, getParts)
  const bottom = isChange ? addTerms(statistics, [formula.of], year - formula.years, getParts) : addTerms(statistics, formula.denominator, year, getParts)
  if (top.value === undefined) return top
  if (bottom.value === undefined) return bottom
  const without = [...new Set([...top.without, ...bottom.without])]
  if (bottom.value === 0) return { missing: 'impossible', without: [] }
  const value = isChange ? (100 * (top.value - bottom.value)) / bottom.value : (formula.factor * top.value) / bottom.value
  return { value, without }
}

function addTerms(statistics: Statistics, terms: readonly string[], year: number, getParts: PartsByYear): WholeFigure {
  let total = 0
  const without = new Set<AreaCode>()
  for (const term of terms) {
    const indicator = findIndicator(statistics, term)
    const figure: WholeFigure = indicator ? evaluateParts(statistics, indicator, year, getParts) : { missing: 'notInTable', without: [] }
    if (figure.value === undefined) return figure
    total += figure.value
    for (const code of figure.without) without.add(code)
  }
  return { value: total, without: [...without] }
}

function readFigure(statistics: Statistics, indicator: string, part: Part, year: number): Figure {
  return part.isAbsent ? { missing: 'noSuchArea' } : getFigure(statistics, indicator, part.code, year)
}
