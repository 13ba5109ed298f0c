/** The readers on the real data package, where it is present: the facts its descriptions state. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataPackageSchema } from '#domain/data-package.ts'
import type { Finding } from '#domain/finding.ts'
import type { ReadResult } from '#domain/table.ts'
import { findReader } from '#sources/readers.ts'
import { filesBelow } from '../support/local-files.ts'
import { cellsOf } from '../support/read-sample.ts'
import { sharedData } from '../support/shared-data.ts'

const folder = sharedData ?? ''
const title = sharedData === undefined ? 'the real data package (left out: it is not on this machine; point TOPDORP_SHARED at it)' : 'the real data package'

interface Read {
  readonly result: ReadResult
  readonly findings: readonly Finding[]
}

describe.skipIf(sharedData === undefined)(title, () => {
  const read = new Map<string, Read>()
  const get = (name: string): Read => read.get(name) ?? expect.fail(`${name} was not read`)
  const numbersOf = (name: string, column: string): number[] => cellsOf(get(name).result, column).map((cell) => Number(cell ?? NaN))

  beforeAll(async () => {
    const dataPackage = dataPackageSchema.parse(JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')))
    const files = filesBelow(folder)
    for (const resource of dataPackage.resources) {
      const findings: Finding[] = []
      const result = await findReader(resource.reader)?.read(resource, files, { add: (finding) => void findings.push(finding) })
      if (result !== undefined) read.set(resource.name, { result, findings })
    }
  }, 120_000)

  it.each([
    ['kwb-2020', 17_341], ['kwb-2021', 17_606], ['kwb-2022', 17_953], ['kwb-2023', 18_069], ['kwb-2024', 18_310],
    ['population-pc4', 4_074 * 20], ['woonplaats-gemeente-corop', 2_501], ['woonplaatsen-2018', 2_501], ['kwb-gemeenten-2020-full', 355],
    ['pc4-gemeente', 4_074], ['mortality-ag2024-men', 121], ['roads-main-nodes', 9_142], ['roads-main-edges', 11_222], ['hospitals-2016', 265],
    ['wijken-2022', 3_340], ['gemeenten-2023', 342], ['provincies-2022', 12], ['corop', 40], ['buurten-2016', 12_198], ['belgium', 581],
    ['places-geonames', 22_823], ['places-whosonfirst', 5_932], ['schools-2022-05', 7_871], ['schools-2024-11', 8_717], ['polling-stations', 9_140],
  ])('has in %s the %i rows that its description states', (name, rows) => {
    expect(get(name).result.table.rowCount).toBe(rows)
  })

  it('has one refused row in all: the source line below the woonplaatsen', () => {
    const refused = [...read].filter(([, { result }]) => result.rowsRefused > 0).map(([name, { result }]) => [name, result.rowsRefused])
    expect(refused).toEqual([['woonplaatsen-2018', 1]])
    expect(get('woonplaatsen-2018').findings.find(({ code }) => code === 'row-ragged')?.message.nl).toContain('Bron: CBS')
  })

  it('has a name for every area of every year of key figures', () => {
    for (const year of [2020, 2021, 2022, 2023, 2024]) {
      const { result } = get(`kwb-${year}`)
      const named = new Set(result.codes.get('WijkenEnBuurten')?.map(({ code }) => code))
      expect(cellsOf(result, 'WijkenEnBuurten').filter((code) => !named.has(String(code)))).toEqual([])
    }
  })

  it('counts 17,942,942 inhabitants in the country and in its 342 municipalities in 2024', () => {
    const people = numbersOf('kwb-2024', 'AantalInwoners_5')
    const codes = cellsOf(get('kwb-2024').result, 'WijkenEnBuurten').map(String)
    const municipal = people.filter((_, row) => codes[row]?.startsWith('GM'))
    expect([people[codes.indexOf('NL00')], municipal.length, municipal.reduce((sum, count) => sum + count, 0)]).toEqual([17_942_942, 342, 17_942_942])
  })

  it('has as many missing cells in the key figures of 2020 as the files have nulls', () => {
    const nulls = ['TypedDataSet-1.json', 'TypedDataSet-2.json']
      .map((name) => readFileSync(join(folder, 'cbs/odata-v3/84799NED', name), 'latin1'))
      .reduce((sum, text) => sum + (text.match(/":(?:null|" *")[,}]/g)?.length ?? 0), 0)
    const { table } = get('kwb-2020').result
    expect(table.columns.reduce((sum, { name }) => sum + cellsOf(get('kwb-2020').result, name).filter((cell) => cell === null).length, 0)).toBe(nulls)
  })

  it('has in GeoNames 6,722 villages and towns (code PPL), 2,645 with a population, among 7,722 populated places (class P)', () => {
    const classes = cellsOf(get('places-geonames').result, 'feature class')
    const codes = cellsOf(get('places-geonames').result, 'feature code')
    const people = numbersOf('places-geonames', 'population')
    expect(classes.filter((kind) => kind === 'P')).toHaveLength(7_722)
    expect(codes.filter((code) => code === 'PPL')).toHaveLength(6_722)
    expect(people.filter((count, row) => count > 0 && codes[row] === 'PPL')).toHaveLength(2_645)
  })

  it('has five municipalities with an invalid shape, found and named', () => {
    const invalid = get('gemeenten-2023').findings.filter(({ code }) => code === 'shape-invalid')
    expect(invalid.map(({ row, field }) => `${row} ${field}`).sort()).toEqual([
      'GM0303 holeOutside', 'GM0716 ringsCross', 'GM0852 crossesItself', 'GM1895 ringsCross', 'GM1924 ringsCross',
    ])
  })

  it('has a shape for every area that has data', () => {
    for (const name of ['wijken-2022', 'gemeenten-2023', 'provincies-2022', 'corop', 'buurten-2016', 'belgium']) {
      expect(get(name).result.shapes?.filter((shape) => shape === null), name).toEqual([])
    }
  })

  it('has in population 2019-2024 every code explained by a list', () => {
    const { result, findings } = get('population-gemeenten')
    expect([findings, [...result.codes.keys()].sort()]).toEqual([[], ['BurgerlijkeStaat', 'Geslacht', 'Leeftijd', 'Measures', 'Perioden', 'RegioS']])
    expect(result.table.rowCount).toBe(10_176)
  })

  it('has 900 cells NA in population by postcode: 15 postcodes of 20 classes and 3 counts', () => {
    expect(get('population-pc4').findings.map(({ code, count }) => [code, count])).toEqual([['missing-marker', 900]])
  })

  it('is read in this time and memory (printed, not judged)', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, '../support/measure-reading.ts'), folder], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    console.log(stdout.trim())
  }, 120_000)
})
