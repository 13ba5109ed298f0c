/** Tables, shapes and years that do not fit, and files with more faults than anyone would read. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStatistics } from '#statistics/open-statistics.ts'
import { runImport } from '#steps/import/run-import.ts'
import { expectReadable, readServed } from '../../support/import-snapshot.ts'
import { figureOf, find, importChanged, lineOf, refuseChanged } from '../../support/import-tiny-package.ts'
import { describeTable, HOUSEHOLDS, POPULATION, writeTinyPackage, type TinyPackage } from '../../support/tiny-package.ts'

/** A second table beside the one of 2024, with the same areas unless `change` makes other rows of them. */
function addTable(tiny: TinyPackage, rest: Parameters<typeof describeTable>[0], change: (row: Record<string, unknown>) => object = (row) => row): void {
  tiny.resources.push(describeTable({ name: 'other', path: 'other.json', ...rest }))
  tiny.files.set('other.json', JSON.stringify({ value: tiny.rows.map((row) => change({ ...row })) }))
}

describe('a table that does not fit', () => {
  it('because another one has the same year, is told; the first counts, and the differences are named', async () => {
    const imported = await importChanged((tiny) => addTable(tiny, {}, (row) => (row['ID'] === 4 ? { ...row, [POPULATION]: 205 } : row)))
    expect(find(imported.report.findings, 'year-twice')).toMatchObject({ severity: 'warning', resource: 'other', file: 'other.json' })
    expect(find(imported.report.findings, 'sources-differ')).toMatchObject({ resource: 'other', row: 4, field: POPULATION, count: 1 })
    expect(figureOf(imported, 'population', 'BU91010001')).toBe(200)
    expect(lineOf(imported, 'other')?.outcome).toBe('used')
  })

  it('because no column of it holds area codes, gives no figures and is named', async () => {
    const imported = await importChanged((tiny) => addTable(tiny, { year: 2023, names: undefined }, (row) => ({ ...row, WijkenEnBuurten: `gebied ${String(row['ID'])}` })))
    expect(find(imported.report.findings, 'table-without-areas')).toMatchObject({ resource: 'other', file: 'other.json', count: 9 })
    expect(lineOf(imported, 'other')?.outcome).toBe('kept')
    expect(imported.statistics.years).toEqual([2024])
  })

  it.each([1800, 9999])('because it is said to be of the year %i, is not believed', async (year) => {
    const imported = await importChanged((tiny) => addTable(tiny, { year, table: '00000NED' }))
    expect(find(imported.report.findings, 'year-implausible')).toMatchObject({ resource: 'other', field: 'year' })
    expect(find(imported.report.findings, 'year-implausible')?.message.nl).toContain(String(year))
    expect(find(imported.report.findings, 'table-without-areas')).toMatchObject({ resource: 'other' })
    expect(imported.statistics.years).toEqual([2024])
  })

  it('because nobody says of which year it is, is named; a table of the catalogue needs no year', async () => {
    const unknown = await importChanged((tiny) => addTable(tiny, { year: undefined, table: '00000NED' }))
    expect(find(unknown.report.findings, 'table-without-areas')).toMatchObject({ resource: 'other' })
    const known = await importChanged((tiny) => void (tiny.resources[0] = describeTable({ year: undefined })))
    expect(figureOf(known, 'population', 'BU91010000')).toBe(400)
  })

  it('because it is about areas that do not exist in its year, has those rows named', async () => {
    const observation = (Id: number, RegioS: string, Value: number, Perioden = '2024JJ00'): object => ({ Id, Measure: 'M000352', ValueAttribute: 'None', Value, StringValue: null, RegioS, Perioden })
    const list = (...codes: string[]): string => JSON.stringify({ value: codes.map((Identifier) => ({ Identifier, Title: Identifier })) })
    const usual = Array.from({ length: 30 }, (_, index) => observation(100 + index, 'GM9101', 600, `${1990 + index}JJ00`))
    const imported = await importChanged(({ resources, files }) => {
      resources.push({ name: 'regions', path: 'v4/observations.json', reader: 'cbs-odata-v4', table: '03759ned', folder: 'v4' })
      files.set('v4/observations.json', JSON.stringify({ value: [...usual, observation(2, 'GM9999', 70), observation(3, 'ZZ01', 5), observation(4, 'GM9101', 9, '1700JJ00')] }))
      files.set('v4/dimensions.json', list('RegioS', 'Perioden'))
      files.set('v4/measure-codes.json', list('M000352'))
      files.set('v4/codes-RegioS.json', list('GM9101', 'GM9999', 'ZZ01'))
      files.set('v4/codes-Perioden.json', list('2024JJ00', '1700JJ00'))
      files.set('v4/properties.json', '{"Identifier":"03759ned"}')
    })
    const about = imported.report.findings.filter(({ resource, code }) => resource === 'regions' && /^row|^area/.test(code))
    expect(about.map(({ code, file, row, count }) => [code, file, row, count]).sort()).toEqual([
      ['area-not-in-year', 'v4/observations.json', 2, 1],
      ['row-without-area', 'v4/observations.json', 3, 1],
      ['row-without-year', 'v4/observations.json', 4, 1],
    ])
  })

  it('because its rows are a selection, is not taken for one with a billion missing rows', async () => {
    const { report } = await importChanged(({ rows }) => rows.forEach((row, index) => Object.assign(row, { ID: index * 1_000_000_000 })))
    expect(report.missingRows).toEqual([])
  })

  it('because there is no reader for it, is skipped by name, and what is only kept is said to be so', async () => {
    const imported = await importChanged(({ resources, files }) => {
      resources.push({ name: 'map', path: 'map.shp', reader: 'shapefile' }, { name: 'list', path: 'list.csv', reader: 'csv' })
      files.set('list.csv', 'kind;aantal\nbomen;3\n')
    })
    expect(find(imported.report.findings, 'no-reader')).toMatchObject({ resource: 'map', field: 'reader' })
    expect([lineOf(imported, 'map')?.outcome, lineOf(imported, 'list')?.outcome]).toEqual(['skipped', 'kept'])
    expect(find(imported.report.findings, 'resources-only-kept')).toMatchObject({ resource: 'list', count: 1 })
  })
})

describe('shapes that do not fit', () => {
  it('because they have no code, are left out by row', async () => {
    const { report, statistics } = await importChanged(({ shapes }) => shapes.push({ ...shapes[0]!, properties: { statcode: null, statnaam: 'Niemandsland' } }))
    expect(find(report.findings, 'shape-without-code')).toMatchObject({ resource: 'gemeenten', file: 'gemeenten.geojson', row: 3, count: 1 })
    expect(statistics.findShapes('municipality')?.codes).toEqual(['GM9101', 'GM9102'])
  })

  it('because one area has two, its land and its water, become one shape with both', async () => {
    const { report, statistics } = await importChanged(({ shapes }) => {
      const ring = [[6.2, 53], [6.3, 53], [6.3, 53.1], [6.2, 53]]
      shapes.push({ ...shapes[1]!, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }, { ...shapes[1]! })
    })
    const set = statistics.findShapes('municipality')
    expect(set?.codes).toEqual(['GM9101', 'GM9102'])
    const merged = set?.geometries.at(1)
    expect(merged?.type === 'MultiPolygon' ? merged.coordinates : []).toHaveLength(2)
    expect(find(report.findings, 'shapes-merged')).toMatchObject({ resource: 'gemeenten', row: 'GM9102', count: 1 })
  })

  it('because their level does not exist, are named', async () => {
    const imported = await importChanged(({ resources }) => resources.push({ ...resources[1]!, name: 'twice', level: 'gemeente' }))
    expect(find(imported.report.findings, 'shapes-level-unknown')).toMatchObject({ resource: 'twice', file: 'gemeenten.geojson', field: 'level' })
    expect(lineOf(imported, 'twice')?.outcome).toBe('kept')
  })
})

describe('a file with ten thousand faults', () => {
  it('gives a list that can be read, with all of them counted, and a report of less than a megabyte', async () => {
    const { location, home } = await writeTinyPackage((tiny) => {
      for (let number = 0; number < 10_000; number++) {
        const code = `BU9101${String(Math.floor(number / 100)).padStart(2, '0')}${String(number % 100).padStart(2, '0')}`
        tiny.rows.push({ ID: tiny.rows.length, WijkenEnBuurten: code, [POPULATION]: number % 2 ? 'x' : -1, [HOUSEHOLDS]: 'fout '.repeat(50) })
        tiny.places.push(['kapot', String(number)])
        tiny.postcodes.push(`9${number};te;veel;${'cellen'.repeat(50)}`)
        tiny.shapes.push({ ...tiny.shapes[0]!, properties: { statcode: `GM${number}` }, geometry: null })
      }
      tiny.places.sort((a, b) => b.length - a.length)
      const good = tiny.places.slice(0, 2)
      tiny.places.unshift(...Array.from({ length: 120 }, (_, id) => (good[0] ?? []).with(0, String(id + 100)).with(1, `Dorp ${id}`)))
    })
    const report = await runImport({ location, home })
    expectReadable(report.findings)
    expect(report.findings.length).toBeLessThan(2000)
    const counted = (code: string, field?: string): number =>
      report.findings.filter((finding) => finding.code === code && (field === undefined || finding.field === field)).reduce((sum, { count = 1 }) => sum + count, 0)
    expect(counted('row-ragged')).toBe(20_000)
    expect(counted('cell-refused', HOUSEHOLDS) + counted('column-not-numbers', HOUSEHOLDS)).toBeGreaterThanOrEqual(9990)
    expect(counted('shape-unusable')).toBe(10_000)
    const { version } = await readServed(home)
    expect((await stat(join(home, 'statistics', 'versions', version ?? '', 'report.json'))).size).toBeLessThan(1_000_000)
    expect((await openStatistics(home))?.listPlaces().length).toBeGreaterThan(100)
  })

  it('that are all its inhabitants, is refused', async () => {
    const { code, findings } = await refuseChanged(({ rows }) => rows.forEach((row) => Object.assign(row, { [POPULATION]: 'onbekend' })))
    expect(code).toBe('no-figures')
    expect(find(findings, 'column-not-numbers')).toMatchObject({ file: 'kwb.json', row: 0, field: POPULATION, count: 9 })
  })
})
