/** The figure of a whole made of (shares of) areas, in one year. Method: docs/methods/own-village.md. */
import type { AreaCode } from '#domain/area.ts'
import type { Figure } from '#domain/answers/shared.ts'
import { ALLOWED_MISSING_SHARE, canCount, combineFigures } from '#domain/combine-figures.ts'
import { computeChange, computeRatio } from '#domain/compute-ratio.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import { explainWhole } from '#domain/missing.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { getFigure } from '#steps/see/figures.ts'
import { breaksWithin, type Part, type PartsByYear } from '#steps/see/year-parts.ts'

export interface WholeFigure extends Figure {
  /** Parts that the figure leaves out because they have none; they hold at most ALLOWED_MISSING_SHARE of the inhabitants. */
  readonly without: readonly AreaCode[]
}

/**
 * The figure in a year. Counts are added up, formulas computed from those sums, rates are weighted means.
 * Missing as `partsMissing` (or the one reason all parts have) where parts without a figure hold too many inhabitants,
 * and as `noSuchArea` for a change over years between which the whole cannot be compared.
 */
export function evaluateParts(statistics: Statistics, indicator: Indicator, year: number, partsOf: PartsByYear): WholeFigure {
  if (indicator.formula) return evaluateFormula(statistics, indicator.formula, year, partsOf)
  const { parts } = partsOf(year)
  if (parts === undefined) return { missing: 'noSuchArea', without: [] }
  const figures = parts.map((part) => readFigure(statistics, indicator.id, part, year))
  const [only] = figures
  if (only && figures.length === 1 && parts[0]?.share === 1) return { ...only, without: [] }
  if (indicator.aggregation.kind === 'none') return { missing: 'notForLevel', without: [] }
  if (isArea(indicator) && parts.some(({ share }) => share < 1)) return { missing: 'partsMissing', without: [] }
  return combineParts(statistics, indicator, year, parts, figures)
}

/** Hectares: a share of inhabitants says nothing about a share of land. */
export function isArea(indicator: Indicator): boolean {
  return indicator.kind === 'count' && indicator.unit.en === 'ha'
}

function combineParts(statistics: Statistics, { aggregation, decimals }: Indicator, year: number, parts: readonly Part[], figures: readonly Figure[]): WholeFigure {
  const values = figures.map(({ value }) => value ?? NaN)
  const weights = parts.map((part) => part.share * ('weight' in aggregation ? (readFigure(statistics, aggregation.weight, part, year).value ?? NaN) : 1))
  const without = parts.filter((_, at) => !canCount(aggregation, values[at] ?? NaN, weights[at] ?? NaN))
  const isTooMuch = without.length > 0 && measureShare(statistics, without, parts, year) > ALLOWED_MISSING_SHARE
  if (isTooMuch || without.length === parts.length) return { missing: explainWhole(figures.map(({ missing }) => missing)), without: [] }
  const value = combineFigures(aggregation, values, weights)
  if (Number.isNaN(value)) return { missing: 'impossible', without: [] }
  const isEstimate = 'weight' in aggregation && parts.some(({ share }) => share < 1)
  return { value: isEstimate ? roundEstimate(value, decimals) : value, without: without.map(({ code }) => code).filter((code) => findInhabitants(statistics, code, year) !== 0) }
}

/**
 * One decimal more than on the page. A few houses that changed municipality make a published 5 percent 4.99992: without this it would rank
 * below all others of 5 percent, and not meet "at least 5".
 */
function roundEstimate(value: number, decimals: number): number {
  return Number(value.toFixed(decimals + 1))
}

/** Share of the inhabitants of the whole, in [0, 1], that live in some of its parts; 1 where that cannot be known. */
function measureShare(statistics: Statistics, some: readonly Part[], all: readonly Part[], year: number): number {
  const sum = (parts: readonly Part[]): number => parts.reduce((total, { code, share }) => total + share * (findInhabitants(statistics, code, year) ?? NaN), 0)
  const whole = sum(all)
  if (whole === 0) return 0
  return Number.isNaN(whole) ? 1 : sum(some) / whole
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

function evaluateFormula(statistics: Statistics, formula: Formula, year: number, partsOf: PartsByYear): WholeFigure {
  if (formula.kind === 'sum') return addTerms(statistics, formula.terms, year, partsOf)
  const isChange = formula.kind === 'change'
  if (isChange && breaksWithin(partsOf, year - formula.years, year)) return { missing: 'noSuchArea', without: [] }
  const top = addTerms(statistics, isChange ? [formula.of] : formula.numerator, year, partsOf)
  const bottom = isChange ? addTerms(statistics, [formula.of], year - formula.years, partsOf) : addTerms(statistics, formula.denominator, year, partsOf)
  if (top.value === undefined) return top
  if (bottom.value === undefined) return bottom
  const figure = isChange ? computeChange(top.value, bottom.value) : computeRatio(top.value, bottom.value, formula)
  return { ...figure, without: figure.value === undefined ? [] : [...new Set([...top.without, ...bottom.without])] }
}

function addTerms(statistics: Statistics, terms: readonly string[], year: number, partsOf: PartsByYear): WholeFigure {
  let total = 0
  const without = new Set<AreaCode>()
  for (const term of terms) {
    const indicator = findIndicator(statistics, term)
    const figure: WholeFigure = indicator ? evaluateParts(statistics, indicator, year, partsOf) : { missing: 'notInTable', without: [] }
    if (figure.value === undefined) return figure
    total += figure.value
    for (const code of figure.without) without.add(code)
  }
  return { value: total, without: [...without] }
}

function readFigure(statistics: Statistics, indicator: string, part: Part, year: number): Figure {
  return part.isAbsent ? { missing: 'noSuchArea' } : getFigure(statistics, indicator, part.code, year)
}
