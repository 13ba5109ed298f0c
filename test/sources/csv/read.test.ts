import { describe, expect, it } from 'vitest'
import { findDelimiter, hasSecondHeader, mergeHeaders } from '#sources/csv/sniff.ts'
import { cellsOf, describeResource, listFindings, readFailing, readSample, type Sample } from '../../support/read-sample.ts'

const read = (text: string | Uint8Array, missing?: string): Promise<Sample> =>
  readSample(describeResource('csv', 'a.csv', missing === undefined ? {} : { missing }), { 'a.csv': text })
const kindsOf = ({ result }: Sample): string[] => result.table.columns.map(({ name, kind }) => `${name} ${kind}`)

describe('the delimiter is', () => {
  it.each([
    [',', 'code,name\n1,"Bergen (L.); Noord"\n2,b\n'],
    [';', 'code;name\n1;a, b, c\n2;d, e, f\n'],
    ['\t', 'code\tname\n1\ta, b\n2\tc; d\n'],
    [',', 'only\none\ncolumn\n'],
    [';', '"a";"b"\n"1,5";"2,5"\n'],
  ])('%j', (delimiter, text) => {
    expect(findDelimiter(text)).toBe(delimiter)
  })
})

describe('columns', () => {
  it('are numbers when every filled cell is one, and codes with a leading zero stay text', async () => {
    const sample = await read('Woonplaatscode,Gemeentecode,Aantal\n1000,0873,5\n1001,1690,\n')
    expect(kindsOf(sample)).toEqual(['Woonplaatscode number', 'Gemeentecode text', 'Aantal number'])
    expect(cellsOf(sample.result, 'Gemeentecode')).toEqual(['0873', '1690'])
    expect(cellsOf(sample.result, 'Aantal')).toEqual([5, null])
  })

  it('may have decimal commas where semicolons separate the cells', async () => {
    const sample = await read('\uFEFFcode;waarde\r\nGM1;1,5\r\nGM2;-2\r\n')
    expect(cellsOf(sample.result, 'waarde')).toEqual([1.5, -2])
    expect(kindsOf(await read('code,waarde\nGM1,"1,5"\n'))).toEqual(['code text', 'waarde text'])
  })

  it('count each marker of a missing value, and only where it is the whole cell', async () => {
    const sample = await read('code,value,name\nGM1,NA,NAM\nGM2,.,a.b\nGM3,-,x-y\nGM4, NA ,\nGM5,7,-99\n')
    expect(cellsOf(sample.result, 'value')).toEqual([null, null, null, null, 7])
    expect(cellsOf(sample.result, 'name')).toEqual(['NAM', 'a.b', 'x-y', null, '-99'])
    expect(sample.findings.map(({ code, count, message }) => [code, count, message.en.includes('"NA"')])).toEqual([
      ['missing-marker', 2, true], ['missing-marker', 1, false], ['missing-marker', 1, false],
    ])
  })

  it('have the markers that the data package names missing too', async () => {
    const { result } = await read('code,value\nGM1,-99997\nGM2,5\n', '-99997, -99999999')
    expect(cellsOf(result, 'value')).toEqual([null, 5])
  })

  it('that are nearly all numbers are told, with the first cell that is none', async () => {
    const sample = await read(`code,value\n${Array.from({ length: 30 }, (_, row) => `GM${row},${row === 20 ? 'geheim' : row}`).join('\n')}\n`)
    expect(kindsOf(sample)).toEqual(['code text', 'value text'])
    expect(listFindings(sample.findings, 'column-nearly-numbers')).toEqual(['a.csv 21 value × 1'])
  })

  it('with the same name or none get one of their own, and that is told', async () => {
    const sample = await read('a,,a,a (2)\n1,2,3,4\n')
    expect(sample.result.table.columns.map(({ name }) => name)).toEqual(['a', 'column 2', 'a (3)', 'a (2)'])
    expect(listFindings(sample.findings, 'column-renamed')).toEqual(['a.csv column 2', 'a.csv a (3)'])
  })
})

describe('rows', () => {
  it('with another number of cells than the header are refused by number', async () => {
    const { result, findings } = await read('code,name\nGM1,a\nGM2\n\nGM3,b,c\nGM4,"d, e"\n')
    expect(cellsOf(result, 'name')).toEqual(['a', 'd, e'])
    expect([result.rowsRead, result.rowsRefused]).toEqual([4, 2])
    expect(listFindings(findings, 'row-ragged')).toEqual(['a.csv 2', 'a.csv 3'])
  })

  it('may hold line ends and doubled quotes between quotes', async () => {
    const { result } = await read('code,name\r\nGM1,"twee\nregels"\r\nGM2,"zeg ""dag"""\r\n')
    expect(cellsOf(result, 'name')).toEqual(['twee\nregels', 'zeg "dag"'])
  })

  it('that all differ from the header make the file unusable', async () => {
    expect((await readFailing(describeResource('csv', 'a.csv'), { 'a.csv': 'code;name\nGM1;a;1\nGM2;b;2\n' })).code).toBe('csv-no-usable-rows')
  })

  it('that end within quotes make the file unusable, and the place is told', async () => {
    const error = await readFailing(describeResource('csv', 'a.csv'), { 'a.csv': 'code,name\nGM1,a\nGM2,"cut off' })
    expect([error.code, /line 3/i.test(error.messages.en)]).toEqual(['csv-unreadable', true])
  })

  it('may be absent below a header, which is told', async () => {
    const { result, findings } = await read('code,name\n')
    expect([result.table.rowCount, result.table.columns.length, listFindings(findings, 'no-data')]).toEqual([0, 2, ['a.csv']])
  })

  it('of several files stand below each other', async () => {
    const { result } = await readSample(describeResource('csv', ['1.csv', '2.csv']), { '1.csv': 'a,b\n1,2\n', '2.csv': 'b;a\n4;x\n' })
    expect([cellsOf(result, 'a'), cellsOf(result, 'b')]).toEqual([['1', 'x'], [2, 4]])
  })
})

describe('text', () => {
  it('that is not UTF-8 is read as Windows-1252, which is told', async () => {
    const { result, findings } = await read(Buffer.from('code,naam\nPV21,Fryslân €\n'.replace('€', '\x80'), 'latin1'))
    expect(cellsOf(result, 'naam')).toEqual(['Fryslân €'])
    expect(listFindings(findings, 'encoding-windows-1252')).toEqual(['a.csv'])
  })

  it('with a byte order mark has its first column under its own name', async () => {
    expect(kindsOf(await read('\uFEFFcode,naam\n1,a\n'))).toEqual(['code number', 'naam text'])
  })

  it('that is no text is an error', async () => {
    expect((await readFailing(describeResource('csv', 'a.csv'), { 'a.csv': Uint8Array.of(80, 75, 3, 4, 0, 0, 0, 1) })).code).toBe('binary-instead-of-text')
  })
})

describe('two header rows', () => {
  const WOONPLAATSEN = [
    '"Woonplaatscode";"Gemeente|Naam ";"Gemeente|Code ";"Provincie|Naam"',
    '"Woonplaatsen";"Code";"Naam";"Code";"Naam"',
    '"Aadorp";"WP1925";"Almelo";"GM0141";"Overijssel"',
    '"Aagtekerke";"WP2774";"Veere";"GM0717";"Zeeland"',
    '"Bron: CBS"',
  ].join('\n')

  it('are put together, the shorter one over the last columns', async () => {
    const { result, findings } = await read(WOONPLAATSEN)
    expect(result.table.columns.map(({ name }) => name)).toEqual(['Woonplaatsen', 'Woonplaatscode', 'Gemeente|Naam', 'Gemeente|Code', 'Provincie|Naam'])
    expect(cellsOf(result, 'Woonplaatscode')).toEqual(['WP1925', 'WP2774'])
    expect(listFindings(findings, 'two-headers')).toHaveLength(1)
    expect(listFindings(findings, 'row-ragged')).toEqual(['a.csv 3'])
  })

  it('share a name that is written over the first of several columns', () => {
    expect(mergeHeaders(['Gebied', 'Mannen', '', 'Vrouwen', ''], ['Code', 'Aantal', 'Deel', 'Aantal', 'Deel'])).toEqual([
      'Gebied Code', 'Mannen Aantal', 'Mannen Deel', 'Vrouwen Aantal', 'Vrouwen Deel',
    ])
  })

  it.each([
    ['a first row of values with texts alone', [['naam', 'soort'], ['Elp', 'dorp'], ['Wijk 2', 'dorp']]],
    ['the same text twice, above rows without digits', [['a', 'b'], ['x', 'x'], ['y', 'z']]],
    ['digits in the second row', [['a', 'b'], ['x1', 'x1'], ['y1', 'z1']]],
    ['an empty cell in the second row', [['a', 'b', 'c'], ['x', 'x', ''], ['1', '2', '3']]],
    ['nothing below', [['a', 'b'], ['x', 'x']]],
  ])('are not taken from %s', (_, rows) => {
    expect(hasSecondHeader(rows)).toBe(false)
  })
})
