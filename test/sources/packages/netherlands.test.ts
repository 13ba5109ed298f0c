/** The built-in package asks each service for what the indicators need, in the way that service is asked. */
import { describe, expect, it } from 'vitest'
import { dataPackageSchema } from '#domain/data-package.ts'
import type { Indicator } from '#domain/indicator.ts'
import { buildNetherlandsPackage } from '#sources/packages/netherlands.ts'
import { listMissingTables } from '#steps/explore/inputs/projection-tables.ts'

const describeIndicator = (id: string, columns: Indicator['columns']): Indicator => ({
  id,
  name: { nl: id, en: id },
  explanation: { nl: id, en: id },
  theme: 'population',
  unit: { nl: '', en: '' },
  decimals: 0,
  direction: 'neutral',
  kind: 'count',
  columns,
  aggregation: { kind: 'sum' },
  licence: 'CC-BY-4.0',
})

const INDICATORS = [
  describeIndicator('population', [
    { year: 2023, table: '85618NED', column: 'AantalInwoners_5' },
    { year: 2024, table: '85984NED', column: 'AantalInwoners_5' },
    { year: 2019, table: '03759ned', column: 'M000352' },
  ]),
  describeIndicator('density', [{ year: 2024, table: '85984NED', column: 'Bevolkingsdichtheid_34' }]),
  describeIndicator('peopleAgain', [{ year: 2024, table: '85984NED', column: 'AantalInwoners_5' }]),
]
const { resources, ...rest } = buildNetherlandsPackage(INDICATORS)
const find = (name: string): (typeof resources)[number] => {
  const found = resources.find((resource) => resource.name === name)
  if (!found) throw new Error(`no resource ${name}`)
  return found
}
const queryOf = (name: string): URLSearchParams => new URL(String(find(name).path)).searchParams

describe('the built-in package of the Netherlands', () => {
  it('is a valid data package whose every address is a secure URL, with publisher and licence', () => {
    expect(() => dataPackageSchema.parse({ resources, ...rest })).not.toThrow()
    expect(rest.fictional).toBeUndefined()
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
    for (const { path, names, properties, folder, licenses, sources } of resources) {
      for (const location of [path, names ?? [], properties ?? [], folder ?? []].flat()) {
        expect(new URL(location).protocol).toBe('https:')
        expect(location).not.toMatch(/[\s"<>]/)
      }
      expect(licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0'])
      expect(sources).toHaveLength(1)
    }
  })

  it('asks CBS for the tables of 2020 to 2024 with the columns that identify a row and those of the indicators, each once', () => {
    for (const [year, table] of [[2020, '84799NED'], [2021, '85039NED'], [2022, '85318NED'], [2023, '85618NED'], [2024, '85984NED']] as const) {
      const { path, names, properties } = find(`kwb-${year}`)
      expect(String(path)).toMatch(new RegExp(`^https://opendata\\.cbs\\.nl/ODataFeed/odata/${table}/TypedDataSet\\?\\$format=json&\\$select=`))
      expect(names).toBe(`https://opendata.cbs.nl/ODataFeed/odata/${table}/WijkenEnBuurten?$format=json`)
      expect(properties).toBe(`https://opendata.cbs.nl/ODataFeed/odata/${table}/DataProperties?$format=json`)
      const selected = queryOf(`kwb-${year}`).get('$select')?.split(',') ?? []
      const wanted = INDICATORS.flatMap(({ columns }) => columns.filter((column) => column.table === table).map(({ column }) => column))
      expect(new Set(selected)).toEqual(new Set(['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', 'SoortRegio_2', ...wanted]))
      expect(selected).toHaveLength(new Set(selected).size)
    }
  })

  it('asks the regional table for totals of sex, age and marital status in the years that are used', () => {
    expect(queryOf('population-gemeenten').get('$filter')).toBe(
      "Geslacht eq 'T001038' and Leeftijd eq '10000' and BurgerlijkeStaat eq 'T001019' and " +
        "(Perioden eq '2019JJ00' or Perioden eq '2020JJ00' or Perioden eq '2021JJ00' or Perioden eq '2022JJ00' or Perioden eq '2023JJ00' or Perioden eq '2024JJ00')",
    )
    expect(queryOf('house-prices').get('$filter')).toMatch(/^\(Perioden eq '2020JJ00'.*'2024JJ00'\)$/)
    expect(find('house-prices').folder).toBe('https://datasets.cbs.nl/odata/v1/CBS/83625NED')
  })

  it('asks CBS for what a projection needs: births, deaths and moves of municipalities, and people and deaths of the country by age', () => {
    const dynamics = find('population-dynamics')
    expect(dynamics.table, 'the catalogue and the projection know it by its name').toBeUndefined()
    expect(queryOf('population-dynamics').get('$filter')).toMatch(/^\(Periods eq '2012JJ00' or .* or Periods eq '2023JJ00'\) and \(substringof\('GM',Regions\) or substringof\('NL01',Regions\)\)$/)
    expect(queryOf('population-dynamics').get('$select')!.split(',')).toEqual(expect.arrayContaining(['Sex', 'Regions', 'Periods', 'LiveBornChildren_3', 'Deaths_5', 'PopulationOn31December_20']))
    expect(queryOf('population-single-age').get('$filter')).toMatch(/^BurgerlijkeStaat eq 'T001019' and \(Geslacht eq '3000' or Geslacht eq '4000'\) and \(Perioden eq '2000JJ00' or .* or Perioden eq '2024JJ00'\)$/)
    expect(queryOf('deaths-single-age').get('$filter')).toMatch(/^Measure eq 'M003613' and .* or Perioden eq '2023JJ00'\)$/)
    expect(listMissingTables({ sources: resources.map(({ name }) => ({ resource: name })) as never })).toEqual([])
  })

  it('asks PDOK for the boundaries of one year on five levels, as many a page as it gives', () => {
    const shapes = resources.filter(({ reader }) => reader === 'geojson-areas')
    expect(shapes.map(({ level }) => level)).toEqual(['municipality', 'district', 'neighbourhood', 'province', 'corop'])
    for (const { path, name, year, code, label } of shapes) {
      expect(String(path)).toMatch(/^https:\/\/api\.pdok\.nl\/cbs\/gebiedsindelingen\/ogc\/v1\/collections\/[a-z]+_gegeneraliseerd\/items\?/)
      expect(Object.fromEntries(queryOf(name))).toEqual({ f: 'json', limit: '1000', jaarcode: String(year) })
      expect([code, label]).toEqual(['statcode', 'statnaam'])
    }
  })
})
