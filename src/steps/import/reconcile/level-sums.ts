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
        roundingBand: total.step > 1 ? (total.areas * total.step) / 2 : 0,
      },
    ]
  })
}

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

/** Sum, number of figures, and the step they are all multiples of (5 where CBS rounds). */
function addUp({ values }: FigureColumn): Total {
  let areas = 0
  let sum = 0
  let allMultiplesOf5 = true
  let allMultiplesOf10 = true
  for (const value of values) {
    if (Number.isNaN(value)) continue
    areas++
    sum += value
    allMultiplesOf5 &&= value % 5 === 0
    allMultiplesOf10 &&= value % 10 === 0
  }
  return { areas, sum, step: areas < 20 ? 1 : allMultiplesOf10 ? 10 : allMultiplesOf5 ? 5 : 1 }
}
