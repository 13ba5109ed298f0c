/** Whether parts add up to the whole: every level against the one above it and against the country. */
import { AREA_LEVELS, type AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { LevelSum } from '#domain/report.ts'
import type { FigureBlocks } from '#steps/import/collect-figures.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

interface Total {
  readonly areas: number
  readonly sum: number
  readonly step: number
}

/** A line for every published count, year and level below the country that has a figure for it. */
export function sumLevels(indicators: readonly Indicator[], years: readonly number[], blocks: FigureBlocks): LevelSum[] {
  const lines: LevelSum[] = []
  for (const indicator of indicators) {
    if (indicator.formula || indicator.aggregation.kind !== 'sum') continue
    for (const year of years) {
      const totals = new Map<AreaLevel, Total>()
      for (const level of AREA_LEVELS) {
        const column = blocks.get(getBlockKey(level, year))?.get(indicator.id)
        const total = column && addUp(column)
        if (total && total.areas > 0) totals.set(level, total)
      }
      lines.push(...compareLevels(indicator.id, year, totals))
    }
  }
  return lines
}

function compareLevels(indicator: string, year: number, totals: ReadonlyMap<AreaLevel, Total>): LevelSum[] {
  const country = totals.get('country')
  if (!country) return []
  return [...totals].flatMap(([level, total]): LevelSum[] => {
    const against = findLevelAbove(level, totals)
    if (against === undefined) return []
    return [
      {
        indicator,
        year,
        level,
        areas: total.areas,
        sum: total.sum,
        against,
        sumAgainst: totals.get(against)?.sum ?? NaN,
        countrySum: country.sum,
        difference: total.sum - country.sum,
        roundingBand: findRoundingBand(level, totals),
      },
    ]
  })
}

/**
 * The most that rounding can make: half a step for every part. Regions are added up from municipalities, so their
 * band is that of the municipalities.
 */
function findRoundingBand(level: AreaLevel, totals: ReadonlyMap<AreaLevel, Total>): number {
  const parts = totals.get(REGIONS.includes(level) ? 'municipality' : level)
  return parts && parts.step > 1 ? (parts.areas * parts.step) / 2 : 0
}

const REGIONS: readonly AreaLevel[] = ['landsdeel', 'province', 'corop']

/** Regions that cut across each other are compared with the country, not with one another. */
const ABOVE: Readonly<Partial<Record<AreaLevel, readonly AreaLevel[]>>> = {
  landsdeel: ['country'],
  province: ['landsdeel', 'country'],
  corop: ['landsdeel', 'country'],
  municipality: ['province', 'country'],
  district: ['municipality', 'country'],
  neighbourhood: ['district', 'municipality', 'country'],
}

function findLevelAbove(level: AreaLevel, totals: ReadonlyMap<AreaLevel, Total>): AreaLevel | undefined {
  return ABOVE[level]?.find((above) => totals.has(above))
}

/** Steps that publishers round counts to, from large to small. */
const ROUNDING_STEPS = [1000, 100, 10, 5]
/** Fewer figures than this may all be multiples of something by chance. */
const FIGURES_NEEDED = 20

/** Sum, number of figures, and the step they are all multiples of (5 where CBS rounds). */
function addUp({ values }: FigureColumn): Total {
  let areas = 0
  let sum = 0
  let aboveZero = 0
  let steps = ROUNDING_STEPS
  for (const value of values) {
    if (Number.isNaN(value)) continue
    areas++
    sum += value
    if (value > 0) aboveZero++
    if (steps.some((step) => value % step !== 0)) steps = steps.filter((step) => value % step === 0)
  }
  return { areas, sum, step: aboveZero < FIGURES_NEEDED ? 1 : (steps[0] ?? 1) }
}
