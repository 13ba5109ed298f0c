/** The `Statistics` that the rest of the program asks: lookups over contents that are already in memory. */
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import { findAreaCode, getAreaLevel, listPositionsIn } from '#domain/area.ts'
import { INDICATORS } from '#domain/indicators/index.ts'
import type { Table } from '#domain/table.ts'
import { getBlockKey, parseBlockKey, type StatisticsContents } from '#statistics/contents.ts'
import type { DerivedStore } from '#statistics/derived-store.ts'
import type { Statistics } from '#statistics/statistics.ts'

interface AreaIndex {
  readonly areas: readonly Area[]
  readonly positions: ReadonlyMap<AreaCode, number>
  readonly byYear: Map<number, Int32Array>
}

const NO_AREAS: AreaIndex = { areas: [], positions: new Map(), byYear: new Map() }

function indexAreas(areas: readonly Area[]): AreaIndex {
  return { areas, positions: new Map(areas.map((area, position) => [area.code, position])), byYear: new Map() }
}

function listMembers(index: AreaIndex, year: number): Int32Array {
  const known = index.byYear.get(year)
  if (known) return known
  const members = listPositionsIn(index.areas, year)
  index.byYear.set(year, members)
  return members
}

/** Years by `indicator level`, gathered once from the blocks. */
function indexYears(contents: StatisticsContents): Map<string, number[]> {
  const years = new Map<string, number[]>()
  for (const [key, block] of contents.figures) {
    const { level, year } = parseBlockKey(key)
    for (const indicator of block.keys()) {
      const id = `${indicator} ${level}`
      const list = years.get(id)
      if (list) list.push(year)
      else years.set(id, [year])
    }
  }
  for (const list of years.values()) list.sort((a, b) => a - b)
  return years
}

/**
 * Makes contents answer questions. `readTable` gives a table of the package as it was read.
 * Area order per level is the order of `contents.areas`; every column must have that length (RangeError otherwise).
 */
export function createStatistics(
  contents: StatisticsContents,
  readTable: (resource: string) => Promise<Table | undefined>,
  derived?: DerivedStore,
): Statistics {
  const indexes = new Map([...contents.areas].map(([level, areas]) => [level, indexAreas(areas)]))
  const getIndex = (level: AreaLevel): AreaIndex => indexes.get(level) ?? NO_AREAS
  const yearsByIndicator = indexYears(contents)
  const present = new Set([...contents.figures.values()].flatMap((block) => [...block.keys()]))
  checkLengths(contents)

  return {
    ...contents.manifest,
    report: contents.report,
    indicators: INDICATORS.filter((indicator) => present.has(indicator.id)),
    listAreas: (level) => getIndex(level).areas,
    findArea: (code) => {
      if (findAreaCode(code) !== code) return undefined
      const index = getIndex(getAreaLevel(code))
      const position = index.positions.get(code)
      return position === undefined ? undefined : index.areas[position]
    },
    getPosition: (code) => {
      const position = getIndex(getAreaLevel(code)).positions.get(code)
      if (position === undefined) throw new RangeError(`no area has code "${code}"`)
      return position
    },
    listPositions: (level, year) => listMembers(getIndex(level), year),
    findColumn: (indicator, level, year) => contents.figures.get(getBlockKey(level, year))?.get(indicator),
    listYears: (indicator, level) => yearsByIndicator.get(`${indicator} ${level}`) ?? [],
    findShapes: (level) => contents.shapes.find((shapes) => shapes.level === level),
    listPlaces: () => contents.places,
    listPostcodes: () => contents.postcodes,
    readTable,
    ...(derived && { derived }),
  }
}

function checkLengths(contents: StatisticsContents): void {
  for (const [key, block] of contents.figures) {
    const expected = contents.areas.get(parseBlockKey(key).level)?.length ?? 0
    for (const [indicator, column] of block) {
      if (column.values.length !== expected || column.missing.length !== expected) {
        throw new RangeError(`${key} ${indicator}: ${column.values.length} figures for ${expected} areas`)
      }
    }
  }
}
