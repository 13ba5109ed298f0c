/**
 * The index "Basis op orde": the six basics and community, from the figures at hand. Every choice and its reason: docs/methods/basis-op-orde.md.
 * What it takes is fixed below; what a package of figures does not have is left out, and named.
 */
import type { AreaLevel } from '#domain/area.ts'
import { INDEX_FORMAT } from '#domain/index-document.ts'
import type { IndexDimension, IndexDocument, IndexIndicator } from '#domain/index-document.ts'
import type { Indicator, Theme } from '#domain/indicator.ts'
import { findIndicator as findInCatalogue } from '#domain/indicators/index.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { THEME_WORDS } from '#steps/see/export-words.ts'
import { findFigureYear } from '#steps/see/index/figure-years.ts'

export const BASIS_OP_ORDE = 'basis-op-orde'
export const BASIS_OP_ORDE_LEVELS = ['municipality', 'district', 'neighbourhood'] as const satisfies readonly AreaLevel[]

/** Weights count within a basic. */
const BASICS: Readonly<Partial<Record<Theme, Readonly<Record<string, number>>>>> = {
  school: { shareLowEducation: 2, distanceToPrimarySchool: 1, distanceToSecondarySchool: 1 },
  work: { unemploymentBenefitRate: 1, socialAssistanceRate: 1 },
  income: { shareAroundSocialMinimum: 1, averageIncomePerInhabitant: 1 },
  health: { disabilityBenefitRate: 2, distanceToGeneralPractice: 1, distanceToPharmacy: 1 },
  housing: { shareEmptyHomes: 1 },
  safety: { distanceToFireStation: 1 },
  community: { distanceToSupermarket: 1, distanceToCafe: 1, distanceToLibrary: 1 },
}

/** A basic that one figure stands for counts half: that figure covers only part of it. */
const WEIGHT = 1
const WEIGHT_OF_ONE_FIGURE = 0.5

export interface BuiltIndex {
  readonly document: IndexDocument & { readonly year: number }
  /** Basics without a single figure of this level. */
  readonly withoutFigures: readonly Theme[]
  /** Indicators that have no figures of this level; those of `withoutFigures` too. */
  readonly leftOut: readonly { readonly indicator: string; readonly name: Indicator['name']; readonly theme: Theme }[]
}

/**
 * The index for a level. Undefined where none of its indicators has figures.
 * @param areaYear whose areas; the reference year when left out
 * @param asOf figures as they were in this year; the newest when left out
 */
export function makeBasisOpOrde(statistics: Statistics, level: AreaLevel, areaYear = statistics.referenceYear, asOf?: number): BuiltIndex | undefined {
  const withoutFigures: Theme[] = []
  const leftOut: BuiltIndex['leftOut'][number][] = []
  const dimensions: IndexDimension[] = []
  for (const [theme, weights] of Object.entries(BASICS) as [Theme, Readonly<Record<string, number>>][]) {
    const indicators = Object.entries(weights).flatMap(([indicator, weight]): IndexIndicator[] => {
      const year = findIndicator(statistics, indicator) && findFigureYear(statistics, indicator, level, asOf)
      if (year !== undefined) return [{ indicator, weight, year }]
      leftOut.push({ indicator, name: findInCatalogue(indicator)?.name ?? { nl: indicator, en: indicator }, theme })
      return []
    })
    if (indicators.length === 0) withoutFigures.push(theme)
    else dimensions.push(makeDimension(theme, indicators))
  }
  if (dimensions.length === 0) return undefined
  const document = {
    format: INDEX_FORMAT,
    id: BASIS_OP_ORDE,
    name: 'Basis op orde',
    level,
    year: areaYear,
    normalisation: 'percentileRank',
    outliers: { kind: 'none' },
    minimumShare: 0.75,
    aggregation: 'arithmeticMean',
    dimensions,
    statisticsVersion: statistics.version,
  } as const satisfies IndexDocument
  return { document, withoutFigures, leftOut }
}

function makeDimension(theme: Theme, indicators: IndexIndicator[]): IndexDimension {
  const weight = indicators.length > 1 ? WEIGHT : WEIGHT_OF_ONE_FIGURE
  return { id: theme, name: THEME_WORDS[theme].nl, weight, normalisation: 'exponentialRank', indicators, dimensions: [] }
}
