import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREA_ATTRIBUTE_COLUMNS, INDICATORS, findIndicator } from '#domain/indicators/index.ts'
import { THEMES, type Indicator } from '#domain/indicator.ts'
import { sharedData } from '../support/shared-data.ts'

const listTwice = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)
const isCount = (id: string): boolean => findIndicator(id)?.kind === 'count'

const listTerms = ({ formula }: Indicator): readonly string[] => {
  if (!formula) return []
  if (formula.kind === 'ratio') return [...formula.numerator, ...formula.denominator]
  return formula.kind === 'sum' ? formula.terms : [formula.of]
}

describe('the indicator catalogue', () => {
  it('gives every indicator an id and names of its own', () => {
    expect(listTwice(INDICATORS.map(({ id }) => id))).toEqual([])
    expect(listTwice(INDICATORS.map(({ name }) => name.nl))).toEqual([])
    expect(listTwice(INDICATORS.map(({ name }) => name.en))).toEqual([])
  })

  it('writes ids in camelCase and explains everything in both languages', () => {
    for (const { id, explanation } of INDICATORS) {
      expect(id).toMatch(/^[a-z][a-zA-Z0-9]*$/)
      expect(explanation.nl, id).toMatch(/\.$/)
      expect(explanation.en, id).toMatch(/\.$/)
    }
  })

  it('has something to say about all six basics, the population and the community', () => {
    expect(THEMES.filter((theme) => !INDICATORS.some((indicator) => indicator.theme === theme))).toEqual([])
  })

  it('computes derived indicators from counts that come earlier in the catalogue', () => {
    const derived = INDICATORS.filter(({ formula }) => formula)
    expect(derived.length).toBeGreaterThan(20)
    for (const indicator of derived) {
      expect(indicator.columns, indicator.id).toEqual([])
      for (const term of listTerms(indicator)) {
        expect(isCount(term), `${indicator.id} needs ${term}`).toBe(true)
        expect(INDICATORS.findIndex(({ id }) => id === term)).toBeLessThan(INDICATORS.indexOf(indicator))
      }
    }
  })

  it('lets no percentage of a count pass 100, and every pressure', () => {
    const highest = ({ formula }: Indicator) => (formula?.kind === 'ratio' ? formula.range[1] : undefined)
    const shares = INDICATORS.filter((indicator) => highest(indicator) !== undefined && indicator.unit.nl === '%')
    expect(shares.length).toBeGreaterThan(5)
    expect(shares.filter((indicator) => highest(indicator) !== 100).map(({ id }) => id)).toEqual([])
    expect(INDICATORS.filter(({ id }) => id.endsWith('Pressure')).map(highest)).toEqual([Infinity, Infinity])
  })

  it('names a column for everything that is not derived, and binds no column to two indicators', () => {
    expect(INDICATORS.filter(({ formula, columns }) => !formula && columns.length === 0).map(({ id }) => id)).toEqual([])
    const bound = INDICATORS.flatMap(({ columns }) => columns.map(({ year, table, column }) => `${year} ${table} ${column}`))
    expect(listTwice(bound)).toEqual([])
  })

  it('weighs means by counts, and has counts as base', () => {
    for (const { id, aggregation, base } of INDICATORS) {
      if ('weight' in aggregation) expect(isCount(aggregation.weight), `weight of ${id}`).toBe(true)
      if (base !== undefined) expect(isCount(base), `base of ${id}`).toBe(true)
    }
  })

  it('adds counts up and never codes', () => {
    expect(INDICATORS.filter(({ kind, aggregation }) => kind === 'count' && aggregation.kind !== 'sum').map(({ id }) => id)).toEqual([])
    expect(INDICATORS.filter(({ kind, aggregation }) => kind === 'code' && aggregation.kind !== 'none').map(({ id }) => id)).toEqual([])
  })

  it('marks everything about origin as a protected characteristic', () => {
    const about = INDICATORS.filter(({ name }) => /herkomst|migratieachtergrond/i.test(name.nl))
    expect(about).toHaveLength(10)
    expect(about.filter(({ protectedCharacteristic }) => !protectedCharacteristic)).toEqual([])
  })

  it('lets the kind of a figure that can be below zero be no count', () => {
    for (const id of ['naturalIncrease', 'netMigration']) {
      expect(findIndicator(id)).toMatchObject({ kind: 'rate', aggregation: { kind: 'sum' } })
    }
  })
})

type Row = Readonly<Record<string, unknown>>
interface KwbTable {
  readonly table: string
  readonly rows: readonly Row[]
}

const KWB_TABLES = ['84799NED', '85039NED', '85318NED', '85618NED', '85984NED'] as const
const readTable = (table: string): KwbTable => {
  const folder = join(sharedData ?? '', 'cbs/odata-v3', table)
  const pages = readdirSync(folder).filter((file) => file.startsWith('TypedDataSet'))
  return { table, rows: pages.flatMap((page) => (JSON.parse(readFileSync(join(folder, page), 'utf8')) as { value: Row[] }).value) }
}
const listFilledColumns = (rows: readonly Row[]): string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== null && String(row[column]).trim() !== ''))

describe.skipIf(!sharedData)('the catalogue against the real tables (needs the shared data package)', () => {
  const boundIn = (table: string): Set<string> =>
    new Set(INDICATORS.flatMap(({ columns }) => columns.filter((column) => column.table === table).map(({ column }) => column)))

  it.each(KWB_TABLES)('has every column of %s that has values, and names none that is not there', (table) => {
    const { rows } = readTable(table)
    const bound = boundIn(table)
    const unbound = listFilledColumns(rows).filter((column) => !bound.has(column) && !AREA_ATTRIBUTE_COLUMNS.includes(column))
    expect(unbound).toEqual([])
    expect([...bound].filter((column) => !Object.keys(rows[0] ?? {}).includes(column))).toEqual([])
  })

  it('has every other column of the table of 2020 too, which the service fills in later', () => {
    const [first] = readTable('84799NED').rows
    const bound = boundIn('84799NED')
    expect(Object.keys(first ?? {}).filter((column) => !bound.has(column) && !AREA_ATTRIBUTE_COLUMNS.includes(column))).toEqual([])
  })

  it('reads the three columns with the same title right: origin outside Europe is those born here plus those born abroad', () => {
    const { rows } = readTable('85984NED')
    const country = rows.find((row) => String(row['WijkenEnBuurten']).trim() === 'NL00')
    const get = (id: string): number => {
      const column = findIndicator(id)?.columns.find(({ table }) => table === '85984NED')?.column
      return Number(country?.[column ?? ''])
    }
    expect(get('originOutsideEurope')).toBe(3_324_101)
    expect(get('bornInNetherlandsOriginOutsideEurope') + get('bornAbroadOriginOutsideEurope')).toBe(get('originOutsideEurope'))
  })

  it('names only columns that the csv files have', () => {
    for (const [table, file] of [['kwb-gemeenten-2020-full', 'wijk-en-buurtkaart-2020-gemeenten.csv'], ['population-dynamics', 'population-dynamics-37259eng-2012-2023.csv']] as const) {
      const header = readFileSync(join(sharedData ?? '', 'cbs', file), 'utf8').split(/\r?\n/, 1)[0] ?? ''
      const titles = new Set(header.split(',').map((title) => title.replaceAll('"', '')))
      // Two titles hold a comma; they are looked up as they stand.
      expect([...boundIn(table)].filter((column) => !titles.has(column) && !header.includes(column))).toEqual([])
      expect(boundIn(table).size).toBeGreaterThan(5)
    }
  })
})
