/**
 * A small hand-made `Statistics` in memory: real arrays, small enough to check every figure by hand.
 * Missing figures of every kind are in it; `FIGURES` below says which.
 */
import { AREA_LEVELS } from '#domain/area.ts'
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import type { FigureColumn, SourceRecord, Statistics } from '#statistics/statistics.ts'
import { TEST_AREAS, TEST_CHANGES, TEST_PLACES, TEST_POSTCODES, makeTestShapes } from './test-areas.ts'
import { PROJECTION_TABLES } from './projection-tables.ts'
import { REACH_SOURCES, REACH_TABLES } from './reach-tables.ts'
import { TEST_INDICATORS } from './test-indicators.ts'

type Cell = number | MissingReason
/** Figures of 2022, 2023 and 2024. */
type Years = readonly [Cell, Cell, Cell]

const POPULATION: Readonly<Record<AreaCode, Years>> = {
  BU90010000: [1200, 1150, 1100],
  BU90010001: [800, 850, 900],
  BU90010002: [60, 60, 55],
  BU90010100: ['noSuchArea', 410, 400],
  BU90010101: ['noSuchArea', 0, 0],
  BU90020000: [2000, 2000, 2000],
  BU90020001: [1500, 'rowMissing', 1520],
  BU90020100: [540, 550, 300],
  BU90020101: ['noSuchArea', 'noSuchArea', 250],
  WK900100: [2060, 2060, 2055],
  WK900101: ['noSuchArea', 410, 400],
  WK900200: [3500, 3510, 3520],
  WK900201: [540, 550, 550],
  GM9001: [2060, 2470, 2455],
  GM9002: [4040, 4060, 4070],
  GM9003: [420, 'noSuchArea', 'noSuchArea'],
  PV20: [2480, 2470, 2455],
  PV22: [4040, 4060, 4070],
  CR01: [2480, 2470, 2455],
  CR07: [4040, 4060, 4070],
  LD01: [6520, 6530, 6525],
  NL00: [6520, 6530, 6525],
}

function mapCells(table: Readonly<Record<AreaCode, Years>>, change: (value: number) => Cell): Record<AreaCode, Years> {
  const turn = (cell: Cell) => (typeof cell === 'number' ? change(cell) : cell)
  return Object.fromEntries(Object.entries(table).map(([code, [a, b, c]]) => [code, [turn(a), turn(b), turn(c)] as const]))
}

const MEAN_HOME_VALUE: Readonly<Record<AreaCode, Years>> = {
  ...mapCells(POPULATION, () => 300),
  BU90010000: [200, 210, 'notInEdition'],
  BU90010001: [300, 320, 'notInEdition'],
  BU90010002: ['suppressed', 'suppressed', 'notInEdition'],
  BU90010101: ['noSuchArea', 'impossible', 'notInEdition'],
}
const withoutYear = (table: Readonly<Record<AreaCode, Years>>, year: 0 | 1 | 2, reason: MissingReason) =>
  Object.fromEntries(Object.entries(table).map(([code, cells]) => [code, cells.map((cell, at) => (at === year ? reason : cell)) as unknown as Years]))

const HIGHER: readonly AreaCode[] = ['PV20', 'PV22', 'CR01', 'CR07', 'LD01']
const refuse = (table: Record<AreaCode, Years>) => ({ ...table, BU90020001: ['refused', 'rowMissing', 8] as const })

/** Homes and households are half the inhabitants, people of 65 and over a quarter, density the inhabitants over 2 km², the supermarket a metre away for each. */
const FIGURES: Readonly<Record<string, Readonly<Record<AreaCode, Years>>>> = {
  population: POPULATION,
  households: mapCells(POPULATION, (value) => value / 2),
  homes: mapCells(POPULATION, (value) => value / 2),
  people65Plus: withoutYear(mapCells(POPULATION, (value) => value / 4), 0, 'notInTable'),
  meanHomeValue: { ...withoutYear(MEAN_HOME_VALUE, 2, 'notInEdition'), LD01: ['partsMissing', 'partsMissing', 'notInEdition'] },
  populationDensity: mapCells(POPULATION, (value) => value / 2),
  urbanity: { ...refuse(mapCells(POPULATION, () => 5)), ...Object.fromEntries(HIGHER.map((code) => [code, ['notForLevel', 'notForLevel', 'notForLevel'] as const])) },
  share65Plus: withoutYear(mapCells(POPULATION, (value) => (value === 0 ? 'impossible' : 25)), 0, 'notInTable'),
  distanceToSupermarket: mapCells(POPULATION, (value) => (value === 0 ? 'impossible' : value / 1000)),
  householdSize: mapCells(POPULATION, (value) => (value === 0 ? 'impossible' : 2)),
  populationChange1Year: Object.fromEntries(
    Object.entries(POPULATION).map(([code, [a, b, c]]) => [code, ['notInTable', change(a, b), change(b, c)] as const]),
  ),
}

function change(before: Cell, after: Cell): Cell {
  if (typeof after !== 'number') return after
  if (typeof before !== 'number') return before
  return before === 0 ? 'impossible' : (100 * (after - before)) / before
}

/** No table of 2022 holds people of 65 and over: there is no column at all, for no level. */
const NO_COLUMN = new Set(['people65Plus/2022', 'share65Plus/2022', 'populationChange1Year/2022'])
const YEARS = [2022, 2023, 2024]

function makeColumn(indicator: string, areas: readonly Area[], year: number): FigureColumn | undefined {
  const figures = FIGURES[indicator]
  if (figures === undefined || !YEARS.includes(year) || NO_COLUMN.has(`${indicator}/${year}`)) return undefined
  const cells = areas.map((area) => (area.years.includes(year) ? (figures[area.code]?.[year - 2022] ?? 'rowMissing') : 'noSuchArea'))
  return {
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
    missing: Uint8Array.from(cells, (cell) => (typeof cell === 'number' ? 0 : getMissingCode(cell))),
    sources: indicator.includes('Change') ? [`kwb-${year - 1}`, `kwb-${year}`] : [`kwb-${year}`],
  }
}

const SOURCES: readonly SourceRecord[] = YEARS.map((year) => ({
  resource: `kwb-${year}`,
  title: { nl: `Kerncijfers wijken en buurten ${year}`, en: `Key figures ${year}` },
  description: { nl: 'Handgemaakte cijfers in de vorm van de tabel van het CBS.', en: 'Hand-made figures in the form of the table of CBS.' },
  table: `T${year}`,
  year,
  publisher: 'CBS',
  url: 'https://www.cbs.nl/',
  licence: 'CC-BY-4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  retrievedAt: '2026-11-20T10:00:00Z',
  files: [{ location: `kwb-${year}.json`, bytes: 1000, sha256: 'a'.repeat(64) }],
}))

function makeReport(version: string): ReconciliationReport {
  const sums = YEARS.map((year) => ({ year, sum: POPULATION['NL00']?.[year - 2022] as number }))
  return {
    version,
    importedAt: '2026-11-20T10:00:00Z',
    packageName: 'hand-made',
    packageTitle: { nl: 'Handgemaakte cijfers', en: 'Hand-made figures' },
    fictional: true,
    seconds: 1,
    resources: [],
    levelSums: sums.map(({ year, sum }) => ({ indicator: 'population', year, level: 'neighbourhood', areas: 9, sum, against: 'municipality', sumAgainst: sum, countrySum: sum, difference: 0, roundingBand: 22.5 })),
    missingRows: [{ year: 2023, table: 'T2023', resource: 'kwb-2023', rows: 1, byLevel: { neighbourhood: 1 }, inhabitants: { neighbourhood: 1510 }, listed: [{ year: 2023, table: 'T2023', rowId: 17, level: 'neighbourhood', municipality: 'GM9002', municipalityName: "'s-Gravenveen", code: 'BU90020001', name: 'Schoonoord' }] }],
    columns: [],
    shapes: [],
    findings: [{ severity: 'warning', code: 'value-refused', resource: 'kwb-2022', row: 17, field: 'urbanity', message: { nl: 'Klasse 9 bestaat niet.', en: 'Class 9 does not exist.' } }],
  }
}

/** The hand-made statistics; `overrides` replaces parts of it. */
export function makeTestStatistics(overrides: Partial<Statistics> = {}): Statistics {
  const version = overrides.version ?? 'test-1'
  const lists = new Map(AREA_LEVELS.map((level) => [level, sortAreas(TEST_AREAS.filter((area) => area.level === level))]))
  const listAreas = (level: AreaLevel) => lists.get(level) ?? []
  const byCode = new Map(TEST_AREAS.map((area) => [area.code, area]))
  const columns = new Map<string, FigureColumn | undefined>()
  const findColumn = (indicator: string, level: AreaLevel, year: number) => {
    const key = `${indicator}/${level}/${year}`
    if (!columns.has(key)) columns.set(key, makeColumn(indicator, listAreas(level), year))
    return columns.get(key)
  }
  return {
    version,
    importedAt: '2026-11-20T10:00:00Z',
    packageName: 'hand-made',
    packageTitle: { nl: 'Handgemaakte cijfers', en: 'Hand-made figures' },
    fictional: true,
    years: YEARS,
    referenceYear: 2024,
    report: makeReport(version),
    sources: [...SOURCES, ...REACH_SOURCES],
    indicators: TEST_INDICATORS,
    boundaryChanges: TEST_CHANGES,
    listAreas,
    findArea: (code) => byCode.get(code),
    getPosition(code) {
      const area = byCode.get(code)
      if (area === undefined) throw new RangeError(`unknown area ${code}`)
      return listAreas(area.level).indexOf(area)
    },
    listPositions: (level, year) =>
      Int32Array.from(listAreas(level).flatMap((area, position) => (area.years.includes(year) ? [position] : []))),
    findColumn,
    listYears: (indicator, level) => YEARS.filter((year) => findColumn(indicator, level, year) !== undefined),
    findShapes: makeTestShapes,
    listPlaces: () => TEST_PLACES,
    listPostcodes: () => TEST_POSTCODES,
    readTable: async (resource) => REACH_TABLES.get(resource) ?? PROJECTION_TABLES.get(resource),
    ...overrides,
  }
}

function sortAreas(areas: readonly Area[]): readonly Area[] {
  return areas.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
