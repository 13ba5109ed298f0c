/** Statistics from a few lines of figures, for tests that need areas of their own. */
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import { getAreaLevel, getDistrictCode, getMunicipalityCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { INDICATORS } from '#domain/indicators/index.ts'
import { getMissingCode, type MissingReason } from '#domain/missing.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'
import { makeTestStatistics } from './test-statistics.ts'

/** Figures of an area by year; a year that is absent is one in which the area did not exist. */
export type FigureYears = Readonly<Record<number, number | MissingReason>>

interface SmallStatistics {
  /** Names by area, or by area and year. Parents follow from codes, those of municipalities from `provinces`. */
  readonly names: Readonly<Record<AreaCode, string | Readonly<Record<number, string>>>>
  readonly provinces?: Readonly<Record<AreaCode, AreaCode>>
  /** By indicator and area. The years of `population` are those in which an area exists. */
  readonly figures: Readonly<Record<string, Readonly<Record<AreaCode, FigureYears>>>>
  readonly changes?: readonly BoundaryChange[]
  readonly referenceYear: number
}

export function makeSmallStatistics({ names, provinces = {}, figures, changes = [], referenceYear }: SmallStatistics): Statistics {
  const areas = Object.entries(names).map(([code, name]): Area => {
    const years = Object.keys(figures['population']?.[code] ?? {}).map(Number)
    const own = typeof name === 'string' ? { name } : { name: name[Math.max(...years)] ?? code, namesByYear: name }
    return { code, level: getAreaLevel(code), ...own, years, parents: findParents(code, provinces) }
  })
  const listAreas = (level: AreaLevel): Area[] => areas.filter((area) => area.level === level).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const findColumn = (indicator: string, level: AreaLevel, year: number): FigureColumn | undefined => {
    const rows = figures[indicator]
    const list = listAreas(level)
    if (!rows || !list.some(({ code }) => rows[code]?.[year] !== undefined)) return undefined
    const cells = list.map(({ code }) => rows[code]?.[year] ?? 'noSuchArea')
    return {
      values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
      missing: Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? 0 : getMissingCode(cell))),
    }
  }
  const years = [...new Set(areas.flatMap((area) => area.years))].sort((a, b) => a - b)
  return makeTestStatistics({
    years,
    referenceYear,
    indicators: INDICATORS,
    boundaryChanges: changes,
    listAreas,
    findArea: (code) => areas.find((area) => area.code === code),
    getPosition(code) {
      const position = listAreas(getAreaLevel(code)).findIndex((area) => area.code === code)
      if (position < 0) throw new RangeError(`unknown area ${code}`)
      return position
    },
    listPositions: (level, year) => Int32Array.from(listAreas(level).flatMap((area, at) => (area.years.includes(year) ? [at] : []))),
    findColumn,
    listYears: (indicator, level) => years.filter((year) => findColumn(indicator, level, year) !== undefined),
  })
}

function findParents(code: AreaCode, provinces: Readonly<Record<AreaCode, AreaCode>>): Area['parents'] {
  const level = getAreaLevel(code)
  const province = provinces[code]
  if (level === 'municipality') return { country: 'NL00', ...(province ? { province } : {}) }
  if (level === 'district') return { country: 'NL00', municipality: getMunicipalityCode(code) }
  if (level === 'neighbourhood') return { country: 'NL00', municipality: getMunicipalityCode(code), district: getDistrictCode(code) }
  return {}
}
