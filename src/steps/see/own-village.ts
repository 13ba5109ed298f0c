/**
 * Figures of a whole made of buurten (a village somebody drew) or of shares of other areas: counts are summed,
 * rates are weighted means, derived figures are computed anew from the counts. Method: docs/methods/own-village.md.
 */
import type { Area, AreaCode } from '#domain/area.ts'
import type { Figure } from '#domain/answers/shared.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { getFigure } from '#steps/see/figures.ts'

/** Largest share of the inhabitants, in [0, 1], that may live in parts without the figure. */
export const ALLOWED_MISSING_SHARE = 0.05

export interface Part {
  readonly code: AreaCode
  /** Share of the area that belongs to the whole, above 0 and at most 1. */
  readonly share: number
}

/** The parts of the same whole in each year, undefined where it cannot be made. */
export type PartsByYear = (year: number) => readonly Part[] | undefined

export interface CombinedFigure {
  readonly figure: Figure
  /** Share of the inhabitants in [0, 1] that live in parts without the figure; 1 where that cannot be known. */
  readonly missingShare: number
}

/** The figure of a set of buurten together, in one year. */
export function combineFigure(statistics: Statistics, indicator: Indicator, members: readonly Area[], year: number): CombinedFigure {
  const parts = members.map(({ code }) => ({ code, share: 1 }))
  return combineParts(statistics, indicator, () => parts, year)
}

/** The figure of a whole in one year. */
export function combineParts(statistics: Statistics, indicator: Indicator, getParts: PartsByYear, year: number): CombinedFigure {
  if (indicator.formula !== undefined) return computeFormula(statistics, indicator.formula, getParts, year)
  const parts = getParts(year)
  if (parts === undefined) return { figure: { missing: 'noSuchArea' }, missingShare: 1 }
  const figures = parts.map(({ code }) => getFigure(statistics, indicator.id, code, year))
  const [only] = figures
  if (only !== undefined && parts.length === 1 && parts[0]?.share === 1) return { figure: only, missingShare: 0 }
  const { aggregation } = indicator
  if (aggregation.kind === 'none') return { figure: { missing: 'notForLevel' }, missingShare: 0 }
  const missingShare = measureMissingShare(statistics, parts, figures, year)
  if (missingShare > ALLOWED_MISSING_SHARE) return { figure: explainMissing(figures), missingShare }
  if (aggregation.kind === 'sum') return { figure: takeSum(figures, parts), missingShare }
  const weights = parts.map(({ code, share }) => share * (getFigure(statistics, aggregation.weight, code, year).value ?? 0))
  return { figure: takeMean(figures, weights, aggregation.kind), missingShare }
}

function takeSum(figures: readonly Figure[], parts: readonly Part[]): Figure {
  const present = figures.flatMap(({ value }, at) => (value === undefined ? [] : [value * (parts[at]?.share ?? 0)]))
  return present.length === 0 ? explainMissing(figures) : { value: present.reduce((sum, value) => sum + value, 0) }
}

function takeMean(figures: readonly Figure[], weights: readonly number[], kind: 'weightedMean' | 'harmonicMean'): Figure {
  let weighted = 0
  let total = 0
  figures.forEach(({ value }, at) => {
    const weight = weights[at] ?? 0
    if (value === undefined || weight === 0 || (kind === 'harmonicMean' && value === 0)) return
    weighted += kind === 'weightedMean' ? weight * value : weight / value
    total += weight
  })
  if (total === 0) return explainMissing(figures)
  return { value: kind === 'weightedMean' ? weighted / total : total / weighted }
}

/** One reason when all parts share it, `partsMissing` otherwise. */
function explainMissing(figures: readonly Figure[]): Figure {
  const reasons = new Set(figures.map(({ missing }) => missing))
  const [only] = reasons
  return { missing: reasons.size === 1 && only !== undefined ? only : 'partsMissing' }
}

function measureMissingShare(statistics: Statistics, parts: readonly Part[], figures: readonly Figure[], year: number): number {
  if (figures.every(({ missing }) => missing === undefined)) return 0
  let all = 0
  let missing = 0
  for (const [at, part] of parts.entries()) {
    const inhabitants = findInhabitants(statistics, part, year)
    if (inhabitants === undefined) return 1
    all += inhabitants
    if (figures[at]?.missing !== undefined) missing += inhabitants
  }
  return all === 0 ? 0 : missing / all
}

/** Inhabitants in that year, or in the newest year in which they are known. */
function findInhabitants(statistics: Statistics, part: Part, year: number): number | undefined {
  const area = statistics.findArea(part.code)
  if (area === undefined) return undefined
  for (const candidate of [year, ...statistics.listYears('population', area.level).toReversed()]) {
    const { value } = getFigure(statistics, 'population', area.code, candidate)
    if (value !== undefined) return value * part.share
  }
  return undefined
}

function computeFormula(statistics: Statistics, formula: Formula, getParts: PartsByYear, year: number): CombinedFigure {
  if (formula.kind === 'change') {
    const now = combineAll(statistics, [formula.of], getParts, year)
    const before = combineAll(statistics, [formula.of], getParts, year - formula.years)
    return divide(now, before, (after, earlier) => (100 * (after - earlier)) / earlier)
  }
  if (formula.kind === 'sum') return combineAll(statistics, formula.terms, getParts, year)
  const numerator = combineAll(statistics, formula.numerator, getParts, year)
  const denominator = combineAll(statistics, formula.denominator, getParts, year)
  return divide(numerator, denominator, (above, below) => (formula.factor * above) / below)
}

/** The sum of several counts of the whole. */
function combineAll(statistics: Statistics, ids: readonly string[], getParts: PartsByYear, year: number): CombinedFigure {
  let value = 0
  let missingShare = 0
  for (const id of ids) {
    const indicator = findIndicator(statistics, id)
    if (indicator === undefined) return { figure: { missing: 'notInTable' }, missingShare: 1 }
    const part = combineParts(statistics, indicator, getParts, year)
    if (part.figure.value === undefined) return part
    value += part.figure.value
    missingShare = Math.max(missingShare, part.missingShare)
  }
  return { figure: { value }, missingShare }
}

function divide(above: CombinedFigure, below: CombinedFigure, compute: (above: number, below: number) => number): CombinedFigure {
  if (above.figure.value === undefined) return above
  if (below.figure.value === undefined) return below
  const missingShare = Math.max(above.missingShare, below.missingShare)
  if (below.figure.value === 0) return { figure: { missing: 'impossible' }, missingShare }
  return { figure: { value: compute(above.figure.value, below.figure.value) }, missingShare }
}
