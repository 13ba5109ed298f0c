import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'

const place = (id: string, name: string, latitude = '52.9', admin2 = '0106', population = '350'): string =>
  [id, name, name, `${name},${name}-dorp`, latitude, '6.6', 'P', 'PPL', 'NL', '', '01', admin2, '', '', population, '', '14', 'Europe/Amsterdam', '2020-01-01'].join('\t')
const postcode = (code: string, latitude = '52.9'): string => ['NL', code, 'Elp', 'Drenthe', '01', 'Midden-Drenthe', '1731', '', '', latitude, '6.6', '6'].join('\t')
const RESOURCE = describeResource('geonames', 'NL.txt')

describe('places of GeoNames', () => {
  it('have the columns that GeoNames describes, codes as text', async () => {
    const { result, findings } = await readSample(RESOURCE, { 'NL.txt': `${place('2743463', 'Elp')}\n${place('2743465', 'Annen', '-52.1', '1680', '0')}\n` })
    expect(result.table.columns).toHaveLength(19)
    expect(['geonameid', 'name', 'latitude', 'admin1 code', 'admin2 code', 'population', 'elevation'].map((name) => cellsOf(result, name))).toEqual([
      [2743463, 2743465], ['Elp', 'Annen'], [52.9, -52.1], ['01', '01'], ['0106', '1680'], [350, 0], [null, null],
    ])
    expect(findings).toEqual([])
  })

  it('are refused without a position or number, with a number that was there before, or cut off', async () => {
    const lines = [place('1', 'a'), place('2', 'b', '93'), place('3', 'c', ''), place('x', 'd'), place('1', 'e'), place('4', 'f', '52', '0106', 'veel'), place('5', 'g').slice(0, 30)]
    const { result, findings } = await readSample(RESOURCE, { 'NL.txt': lines.join('\n') })
    expect([result.rowsRead, result.rowsRefused, cellsOf(result, 'name')]).toEqual([7, 5, ['a', 'f']])
    expect(['row-without-place', 'row-without-code', 'row-repeated', 'row-ragged', 'cell-refused'].map((code) => listFindings(findings, code))).toEqual([
      ['NL.txt 2 latitude', 'NL.txt 3 latitude'], ['NL.txt 4 geonameid'], ['NL.txt 5 geonameid'], ['NL.txt 7'], ['NL.txt 6 population'],
    ])
  })

  it('come from the country file of the zip they are published in', async () => {
    const zip = zipSync({ 'readme.txt': strToU8('Read me'), 'NL.txt': strToU8(place('1', 'Fryslân')) })
    const { result } = await readSample(describeResource('geonames', 'NL.zip'), { 'NL.zip': zip })
    expect(cellsOf(result, 'name')).toEqual(['Fryslân'])
  })
})

describe('postcodes of GeoNames', () => {
  it('are told from places by their twelve columns, and may repeat', async () => {
    const { result } = await readSample(RESOURCE, { 'NL.txt': `${postcode('9442')}\n${postcode('9442')}\n` })
    expect([cellsOf(result, 'postal code'), cellsOf(result, 'accuracy')]).toEqual([['9442', '9442'], [6, 6]])
  })
})

describe('a file that is no export of GeoNames', () => {
  it.each([
    ['columns-unexpected', 'a table of another publisher', 'a\tb\tc\n1\t2\t3\n'],
    ['zip-without-data', 'a zip without a country file', zipSync({ 'readme.txt': strToU8('x') })],
    ['zip-unreadable', 'half a zip', zipSync({ 'NL.txt': strToU8(place('1', 'a')) }).subarray(0, 60)],
  ])('%s: %s', async (code, _, content) => {
    expect((await readFailing(RESOURCE, { 'NL.txt': content })).code).toBe(code)
  })
})
