/** Packages that are wrong, and rows that are: each is told by file, row and reason, and nothing is ever half imported. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runImport } from '#steps/import/run-import.ts'
import { readServed, refusalOf } from '../../support/import-snapshot.ts'
import { figureOf, find, importChanged, lineOf, refuseChanged } from '../../support/import-tiny-package.ts'
import { describeTable, HOUSEHOLDS, OWNED, POPULATION, writeTinyPackage, type TinyPackage } from '../../support/tiny-package.ts'

describe('a package of two municipalities that is right', () => {
  it('is imported without a single finding, and every file of it is used', async () => {
    const imported = await importChanged()
    expect(imported.report.findings.filter(({ code }) => !/^municipality-without|^column-not-in-file/.test(code))).toEqual([])
    expect(imported.report.resources.map(({ resource, outcome }) => [resource, outcome])).toEqual([
      ['kwb-2024', 'used'],
      ['gemeenten', 'used'],
      ['places', 'used'],
      ['postcodes', 'used'],
    ])
    expect(figureOf(imported, 'population', 'BU91010000')).toBe(400)
    expect(imported.statistics.listPlaces().map(({ name, municipality }) => [name, municipality])).toEqual([['Annahuis', 'GM9102'], ['Krimpsterterp', 'GM9101']])
  })
})

describe('a package that cannot be used', () => {
  const asPackage = (text: string) => (tiny: TinyPackage): void => void tiny.files.set('datapackage.json', text)
  it.each<[what: string, change: (tiny: TinyPackage) => void, code: string, named: RegExp]>([
    ['is not JSON', asPackage('{"name": "tiny", resources: []}'), 'package-not-json', /line 1, column 18/],
    ['is empty', asPackage(''), 'package-not-json', /line 1/],
    ['is a list', asPackage('[]'), 'package-invalid', /an object/],
    ['has no resources', asPackage('{"name":"tiny","resources":[]}'), 'package-invalid', /resources/],
    ['has two resources of one name', (tiny) => tiny.resources.push(describeTable()), 'package-invalid', /kwb-2024/],
    ['leads outside its folder', (tiny) => tiny.resources.push(describeTable({ name: 'else', path: '../../etc/passwd' })), 'package-invalid', /“else”.*path/],
    ['names an absolute path', (tiny) => tiny.resources.push(describeTable({ name: 'else', path: '/etc/passwd' })), 'package-invalid', /“else”.*path/],
    ['gives a year in words', (tiny) => tiny.resources.push(describeTable({ name: 'else', year: 'vorig jaar' })), 'package-invalid', /“else”.*year/],
  ])('because it %s, is refused with the place and the reason', async (_, change, code, named) => {
    const refusal = await refuseChanged(change)
    expect(refusal.code).toBe('package-unusable')
    expect(refusal.findings).toMatchObject([{ severity: 'error', code }])
    expect(refusal.findings[0]?.message.en).toMatch(named)
  })

  it('because it is not there, is refused with its address', async () => {
    const { home } = await writeTinyPackage()
    const { findings } = await refusalOf(runImport({ location: join(home, 'nowhere.json'), home }))
    expect(findings).toMatchObject([{ code: 'package-not-found', file: join(home, 'nowhere.json') }])
    expect(await readServed(home)).toEqual({ version: undefined, versions: [], leftovers: [] })
  })

  it.each<[what: string, path: string, content: string | undefined, code: string]>([
    ['is missing', 'kwb.json', undefined, 'file-missing'],
    ['is empty', 'kwb.json', '', 'file-empty'],
    ['stops half-way', 'kwb.json', '{"value":[{"ID":0,"WijkenEnBuurten":"NL00"},{"I', 'json-truncated'],
    ['is a page for people', 'kwb.json', '<!DOCTYPE html><html></html>', 'page-instead-of-data'],
    ['holds a bare NaN', 'kwb.json', '{"value":[{"ID":0,"WijkenEnBuurten":"NL00","AantalInwoners_5":NaN}]}', 'json-invalid'],
    ['lacks the column with areas', 'kwb.json', '{"value":[{"ID":0,"AantalInwoners_5":1}]}', 'column-missing'],
    ['is in metres of the national grid', 'gemeenten.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"GM9101"},"geometry":{"type":"Polygon","coordinates":[[[155000,463000],[156000,463000],[156000,464000],[155000,463000]]]}}]}', 'rd-coordinates'],
  ])('because a file of it %s, is refused with the name of that file', async (_, path, content, code) => {
    const { code: refusal, findings } = await refuseChanged((tiny) => {
      if (content !== undefined) tiny.files.set(path, content)
      else tiny.resources[0] = describeTable({ path: 'nowhere.json' })
    })
    expect(refusal).toBe('resource-failed')
    const file = content === undefined ? 'nowhere.json' : path
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ code, file }])
  })

  it('because it has shapes only, is refused: there are no inhabitants in it', async () => {
    expect((await refuseChanged((tiny) => tiny.resources.splice(0, 1))).code).toBe('no-figures')
  })
})

describe('a row that is wrong', () => {
  it('with an unknown code is left out by name', async () => {
    const { report } = await importChanged(({ rows, names }) => {
      rows.push({ ID: 9, WijkenEnBuurten: 'XX910301', [POPULATION]: 50 })
      names.push({ Key: 'XX910301', Title: 'Onbekend' })
    })
    const finding = find(report.findings, 'row-without-area')
    expect(finding).toMatchObject({ severity: 'warning', resource: 'kwb-2024', file: 'kwb.json', row: 9, count: 1 })
    expect(finding?.message.nl).toContain('XX910301')
  })

  it('that comes twice counts once, and is not taken for a row that is missing', async () => {
    const imported = await importChanged(({ rows }) => rows.splice(4, 0, { ...rows[3], ID: 3.5, [POPULATION]: 99 }, { ID: 3.7, WijkenEnBuurten: null }))
    expect(find(imported.report.findings, 'row-repeated')).toMatchObject({ resource: 'kwb-2024', file: 'kwb.json', row: 3.5 })
    expect(find(imported.report.findings, 'row-without-code')).toMatchObject({ row: 3.7, field: 'WijkenEnBuurten' })
    expect(lineOf(imported, 'kwb-2024')).toMatchObject({ rowsRead: 11, rowsKept: 9, rowsRefused: 2, refusedFor: { 'row-repeated': 1, 'row-without-code': 1 } })
    expect(figureOf(imported, 'population', 'BU91010000')).toBe(400)
    expect(imported.report.missingRows).toEqual([])
  })

  it('that was refused leaves no gap in the numbers of the rows', async () => {
    const { report } = await importChanged(({ rows }) => {
      rows.splice(5, 0, { ...rows[4] })
      rows.forEach((row, ID) => Object.assign(row, { ID }))
    })
    expect(find(report.findings, 'row-repeated')).toMatchObject({ row: 5 })
    expect(report.missingRows).toEqual([])
  })

  it.each<[what: string, column: string, value: unknown, code: string]>([
    ['a count below nought', POPULATION, -5, 'impossible-value'],
    ['a percentage of 140', OWNED, 140, 'impossible-value'],
    ['"NaN"', POPULATION, 'NaN', 'cell-refused'],
    ['"Infinity"', POPULATION, 'Infinity', 'cell-refused'],
    ['letters', HOUSEHOLDS, 'veel', 'cell-refused'],
    ['a list', HOUSEHOLDS, [1, 2], 'cell-refused'],
  ])('with %s has that figure refused, by row and column, and keeps its other figures', async (_, column, value, code) => {
    const imported = await importChanged(({ rows }) => Object.assign(rows[4] ?? {}, { [column]: value }))
    expect(find(imported.report.findings, code)).toMatchObject({ resource: 'kwb-2024', file: 'kwb.json', row: 4, field: column })
    const right = [['population', POPULATION, 200], ['households', HOUSEHOLDS, 100], ['shareOwnerOccupied', OWNED, 60]] as const
    for (const [key, from, figure] of right) expect(figureOf(imported, key, 'BU91010001'), key).toBe(from === column ? 'refused' : figure)
  })

  it('with text stands for itself: the other cells of a column of text are still read as numbers', async () => {
    const imported = await importChanged(({ rows }) => {
      for (const row of rows) row[POPULATION] = row['ID'] === 4 ? 'ongeveer 200' : `${String(row[POPULATION])} `
    })
    expect(find(imported.report.findings, 'column-not-numbers')).toMatchObject({ file: 'kwb.json', row: 4, field: POPULATION, count: 1 })
    expect(find(imported.report.findings, 'column-not-numbers')?.message.en).toContain('BU91010001 ("ongeveer 200")')
    expect([figureOf(imported, 'population', 'BU91010001'), figureOf(imported, 'population', 'BU91010000')]).toEqual(['refused', 400])
  })

  it('of a CSV with too few or too many cells is refused by number', async () => {
    const imported = await importChanged(({ postcodes }) => postcodes.push('9470;te;veel;cellen', '9471'))
    expect(imported.report.findings.filter(({ code }) => code === 'row-ragged').map(({ file, row }) => [file, row])).toEqual([['postcodes.csv', 3], ['postcodes.csv', 4]])
    expect(imported.statistics.listPostcodes()).toHaveLength(2)
    expect(lineOf(imported, 'postcodes')).toMatchObject({ rowsRead: 4, rowsKept: 2, rowsRefused: 2 })
  })

  it('with a postcode of an unknown municipality, or a village outside every one, is named', async () => {
    const imported = await importChanged(({ postcodes, places }) => {
      postcodes.push('1234;Nergens;Nergenshuizen')
      places.push((places[0] ?? []).with(0, '3').with(1, 'Ver weg').with(5, '9.5'))
    })
    expect(find(imported.report.findings, 'postcode-municipality-unknown')).toMatchObject({ file: 'postcodes.csv', row: 3, count: 1 })
    expect(find(imported.report.findings, 'place-outside-areas')).toMatchObject({ file: 'places.txt', row: 3, count: 1 })
    expect(imported.statistics.listPlaces()).toHaveLength(2)
  })
})
