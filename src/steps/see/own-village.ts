/**
 * Figures of a village that somebody drew from buurten: counts are summed, rates are weighted means,
 * derived figures are computed anew from the counts. Method: docs/methods/own-village.md.
 */
import type { Area } from '#domain/area.ts'
import type { Figure } from '#domain/answers/shared.ts'
import type { Formula, Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { getFigure } from '#steps/see/figures.ts'

/** Largest share of the inhabitants, in [0, 1], that may live in parts without the figure. */
export const ALLOWED_MISSING_SHARE = 0.05

export interface CombinedFigure {
  readonly figure: Figure
  /** Share of the inhabitants in [0, 1] that live in parts without the figure; 1 where that cannot be known. */
  readonly missingShare: number
}

/** The figure of a set of buurten together, in one year. */
export function combineFigure(statistics: Statistics, indicator: Indicator, members: readonly Area[], year: number): CombinedFigure {
  if (indicator.formula !== undefined) return computeFormula(statistics, indicator.formula, members, year)
  const { aggregation } = indicator
  if (aggregation.kind === 'none') return { figure: { missing: 'notForLevel' }, missingShare: 0 }
  const parts = members.map((member) => getFigure(statistics, indicator.id, member.code, year))
  const missingShare = measureMissingShare(statistics, members, parts, year)
  if (missingShare > ALLOWED_MISSING_SHARE) return { figure: explainMissing(parts), missingShare }
  if (aggregation.kind === 'sum') {
    const present = parts.flatMap(({ value }) => value ?? [])
    if (present.length === 0) return { figure: explainMissing(parts), missingShare }
    return { figure: { value: present.reduce((sum, value) => sum + value, 0) }, missingShare }
  }
  const weights = members.map((member) => getFigure(statistics, aggregation.weight, member.code, year).value)
  return { figure: takeMean(parts, weights, aggregation.kind), missingShare }
}

function takeMean(parts: readonly Figure[], weights: readonly (number | undefined)[], kind: 'weightedMean' | 'harmonicMean'): Figure {
  let weighted = 0
  let total = 0
  parts.forEach(({ value }, at) => {
    const weight = weights[at] ?? 0
    if (value === undefined || weight === 0 || (kind === 'harmonicMean' && value === 0)) return
    weighted += kind === 'weightedMean' ? weight * value : weight / value
    total += weight
  })
  if (total === 0) return explainMissing(parts)
  return { value: kind === 'weightedMean' ? weighted / total : total / weighted }
}

/** One reason when all parts share it, `partsMissing` otherwise. */
function explainMissing(parts: readonly Figure[]): Figure {
  const reasons = new Set(parts.map(({ missing }) => missing))
  const [only] = reasons
  return { missing: reasons.size === 1 && only !== undefined ? only : 'partsMissing' }
}

function measureMissingShare(statistics: Statistics, members: readonly Area[], parts: readonly Figure[], year: number): number {
  if (parts.every(({ missing }) => missing === undefined)) return 0
  let all = 0
  let missing = 0
  for (let at = 0; at < members.length; at++) {
    const inhabitants = findInhabitants(statistics, members[at], year)
    if (inhabitants === undefined) return 1
    all += inhabitants
    if (parts[at]?.missing !== undefined) missing += inhabitants
  }
  return all === 0 ? 0 : missing / all
}

/** Inhabitants in that year, or in the newest year in which they are known. */
function findInhabitants(statistics: Statistics, member: Area | undefined, year: number): number | undefined {
  if (member === undefined) return undefined
  for (const candidate of [year, ...statistics.listYears('population', member.level).toReversed()]) {
    const { value } = getFigure(statistics, 'population', member.code, candidate)
    if (value !== undefined) return value
  }
  return undefined
}

function computeFormula(statistics: Statistics, formula: Formula, members: readonly Area[], year: number): CombinedFigure {
  if (formula.kind === 'change') {
    const [now, before] = [year, year - formula.years].map((at) => combineAll(statistics, [formula.of], members, at))
    return divide(now, before, ([after, earlier]) => (100 * (after - earlier)) / earlier)
  }
  if (formula.kind === 'sum') return combineAll(statistics, formula.terms, members, year)
  const numerator = combineAll(statistics, formula.numerator, members, year)
  const denominator = combineAll(statistics, formula.denominator, members, year)
  return divide(numerator, denominator, ([above, below]) => (formula.factor * above) / below)
}

/** The sum of several counts of the members together. */
function combineAll(statistics: Statistics, ids: readonly string[], members: readonly Area[], year: number): CombinedFigure {
  let value = 0
  let missingShare = 0
  for (const id of ids) {
    const indicator = findIndicator(statistics, id)
    const part: CombinedFigure =
      indicator === undefined ? { figure: { missing: 'notInTable' }, missingShare: 1 } : combineFigure(statistics, indicator, members, year)
    if (part.figure.value === undefined) return part
    value += part.figure.value
    missingShare = Math.max(missingShare, part.missingShare)
  }
  return { figure: { value }, missingShare }
}

function divide(
  above: CombinedFigure | undefined,
  below: CombinedFigure | undefined,
  compute: (parts: [number, number]) => number,
): CombinedFigure {
  if (above?.figure.value === undefined) return above ?? { figure: { missing: 'partsMissing' }, missingShare: 1 }
  if (below?.figure.value === undefined) return below ?? { figure: { missing: 'partsMissing' }, missingShare: 1 }
  const missingShare = Math.max(above.missingShare, below.missingShare)
  if (below.figure.value === 0) return { figure: { missing: 'impossible' }, missingShare }
  return { figure: { value: compute([above.figure.value, below.figure.value]) }, missingShare }
}
