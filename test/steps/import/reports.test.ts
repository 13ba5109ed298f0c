/** The reconciliation report against the same things counted here, by hand, straight from the files. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INDICATORS } from '#domain/indicators/index.ts'
import type { MissingRowsLine, ReconciliationReport } from '#domain/report.ts'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { runImport } from '#steps/import/run-import.ts'
import { expectReadable } from '../../support/import-snapshot.ts'

type Row = Readonly<Record<string, unknown>> & { readonly ID: number }

const TABLES: readonly (readonly [year: number, table: string])[] = [[2020, '84799NED'], [2021, '85039NED'], [2022, '85318NED'], [2023, '85618NED'], [2024, '85984NED']]
const LEVELS = [['country', 'NL'], ['municipality', 'GM'], ['district', 'WK'], ['neighbourhood', 'BU']] as const

let folder: string
let report: ReconciliationReport
const rowsByYear = new Map<number, readonly Row[]>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'topdorp-reports-'))
  const { path } = await writeFictionalProvince(join(folder, 'province'), { seed: FICTIONAL_SEED })
  report = await runImport({ location: path, home: join(folder, 'home') })
  for (const [year, table] of TABLES) {
    const text = await readFile(join(folder, 'province/cbs/odata-v3', table, 'TypedDataSet-1.json'), 'utf8')
    rowsByYear.set(year, (JSON.parse(text) as { value: Row[] }).value)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const rowsOf = (year: number, prefix = ''): readonly Row[] => (rowsByYear.get(year) ?? []).filter((row) => codeOf(row).startsWith(prefix))
const codeOf = (row: Row): string => String(row['WijkenEnBuurten']).trim()
const inhabitants = (row: Row | undefined): number => Number(row?.['AantalInwoners_5'] ?? 0)
const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + inhabitants(row), 0)
const linesIn = async (file: string): Promise<string[]> => (await readFile(join(folder, 'province', file), 'utf8')).trimEnd().split('\n')

describe('the report of the made-up province', () => {
  it('counts the rows of every table and file, and says that none was refused', async () => {
    const rowsRead = new Map(report.resources.map((line) => [line.resource, line.rowsRead]))
    for (const [year] of TABLES) expect(rowsRead.get(`kwb-${year}`), `${year}`).toBe(rowsOf(year).length)
    expect(rowsRead.get('places-geonames')).toBe((await linesIn('geo/geonames-terpland.txt')).length)
    expect(rowsRead.get('pc4-gemeente')).toBe((await linesIn('cbs/pc4-place-gemeente-2021.csv')).length - 1)
    expect(rowsRead.get('woonplaats-gemeente-corop')).toBe((await linesIn('cbs/woonplaats-gemeente-corop.csv')).length - 1)
    expect(report.resources.map(({ rowsKept, rowsRefused, refusedFor }) => [rowsKept, rowsRefused, refusedFor])).toEqual(report.resources.map((line) => [line.rowsRead, 0, {}]))
  })

  it('says of every file what it is used for, also where only a page reads it afterwards', () => {
    const usedFor = new Map(report.resources.map((line) => [line.resource, line.usedFor]))
    expect(report.resources.filter(({ outcome }) => outcome !== 'used')).toEqual([])
    expect(report.findings.filter(({ code }) => code === 'resources-only-kept')).toEqual([])
    for (const name of ['population-single-age', 'deaths-single-age', 'population-pc4', 'un-percentasfr-5', 'un-sexratio']) expect(usedFor.get(name), name).toEqual(['projection'])
    for (const name of ['hospitals-2024', 'polling-stations', 'roads-main-nodes', 'roads-main-edges']) expect(usedFor.get(name), name).toEqual(['reach'])
    expect(usedFor.get('schools-2024-11')).toEqual(['reach', 'schools'])
    expect(usedFor.get('kwb-2024')).toContain('figures')
    expect(usedFor.get('pc4-gemeente')).toEqual(expect.arrayContaining(['projection', 'regions']))
    expectReadable(report.findings)
  })

  it.each(TABLES)('adds up the inhabitants of every level of %i as the table does', (year) => {
    const country = sum(rowsOf(year, 'NL'))
    for (const [level, prefix] of LEVELS.slice(1)) {
      const line = report.levelSums.find((candidate) => candidate.indicator === 'population' && candidate.year === year && candidate.level === level)
      const rows = rowsOf(year, prefix)
      expect([line?.areas, line?.sum, line?.countrySum, line?.difference], level).toEqual([rows.length, sum(rows), country, sum(rows) - country])
    }
    const buurten = report.levelSums.find((line) => line.indicator === 'population' && line.year === year && line.level === 'neighbourhood')
    if (gapsOf(year).length === 0) expect(Math.abs(buurten?.difference ?? NaN)).toBeLessThanOrEqual(buurten?.roundingBand ?? 0)
  })

  it('finds every number that is skipped, and no other, and says how many people that is', () => {
    const expected = TABLES.map(([year]) => [year, gapsOf(year)] as const).filter(([, gaps]) => gaps.length > 0)
    expect(expected.map(([year, gaps]) => [year, gaps.length])).toEqual([[2021, 4], [2023, 2]])
    expect(report.missingRows.map(({ year, listed }) => [year, listed.map(({ rowId }) => rowId)])).toEqual(expected)
    for (const line of report.missingRows) {
      for (const [level, prefix] of LEVELS.slice(2)) checkInhabitants(line, level as 'district' | 'neighbourhood', prefix)
      expect(line.listed.filter(({ code, name }) => !code || !name)).toEqual([])
      expect(report.findings.find((finding) => finding.code === 'rows-missing' && finding.resource === line.resource)?.count).toBe(line.rows)
    }
  })

  it('counts for every published column the figures that are there, and the empty cells with their reasons', () => {
    let compared = 0
    for (const [year, table] of TABLES) {
      for (const { id, columns } of INDICATORS) {
        const sources = columns.filter((source) => source.year === year)
        const [source] = sources
        const [sample] = rowsOf(year)
        if (sources.length !== 1 || source?.table !== table || sample === undefined || !(source.column in sample)) continue
        for (const [level, prefix] of LEVELS.slice(1)) {
          const cells = rowsOf(year, prefix).map((row) => row[source.column])
          const filled = cells.filter((cell) => cell !== null && String(cell).trim() !== '.').length
          const line = report.columns.find((candidate) => candidate.indicator === id && candidate.year === year && candidate.level === level)
          const { suppressed = 0, impossible = 0, notInEdition = 0, rowMissing = 0, ...others } = line?.missing ?? {}
          expect([line?.present, suppressed + impossible + notInEdition, others], `${id} ${year} ${level}`).toEqual([filled, cells.length - filled, {}])
          expect(notInEdition, `${id} ${year} ${level}`).toBe(filled === 0 ? cells.length : 0)
          expect(rowMissing).toBe(report.missingRows.find((missing) => missing.year === year)?.byLevel[level] ?? 0)
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(250)
  })

  it('compares the shapes with the areas of 2024, name by name', async () => {
    for (const [level, prefix, file] of [['municipality', 'GM', 'gemeenten'], ['district', 'WK', 'wijken'], ['neighbourhood', 'BU', 'buurten']] as const) {
      const { features } = JSON.parse(await readFile(join(folder, `province/geo/${file}-2024.geojson`), 'utf8')) as { features: { properties: { code: string } }[] }
      const shaped = features.map(({ properties }) => properties.code)
      const areas = rowsOf(2024, prefix).map(codeOf)
      expect(report.shapes.find((line) => line.level === level)).toMatchObject({
        areas: areas.length,
        shapes: shaped.length,
        areasWithoutShape: areas.filter((code) => !shaped.includes(code)),
        shapesWithoutArea: shaped.filter((code) => !areas.includes(code)),
      })
    }
  })
})

/** Row numbers between the first and the last that no row has. */
function gapsOf(year: number): number[] {
  const ids = new Set(rowsOf(year).map(({ ID }) => ID))
  return Array.from({ length: Math.max(...ids) + 1 }, (_, id) => id).filter((id) => !ids.has(id))
}

/** What the rows that are there lack to their municipality, over the municipalities with a row missing, but for rounding to fives. */
function checkInhabitants(line: MissingRowsLine, level: 'district' | 'neighbourhood', prefix: string): void {
  const missing = line.listed.filter((row) => row.level === level)
  const municipalities = [...new Set(missing.map(({ municipality }) => municipality))]
  const present = municipalities.flatMap((municipality) => rowsOf(line.year, prefix + municipality.slice(2)))
  const whole = sum(rowsOf(line.year, 'GM').filter((row) => municipalities.includes(codeOf(row))))
  expect(Math.abs((line.inhabitants[level] ?? 0) - (whole - sum(present))), `${line.year} ${level}`).toBeLessThanOrEqual(2.5 * (present.length + missing.length))
  expect((line.inhabitants[level] ?? 0) > 0).toBe(missing.length > 0)
}
