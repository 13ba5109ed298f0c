import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { measureSheet } from '#sources/xlsx/check-workbook.ts'
import { findHeaderRow } from '#sources/xlsx/parse.ts'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'

type Value = string | number | boolean | Date | null
const RESOURCE = describeResource('xlsx', 'a.xlsx')

async function write(...sheets: Value[][][]): Promise<Uint8Array> {
  const toCell = (value: Value): unknown => (value === null ? null : value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' } : { value })
  const workbook = sheets.map((rows, index) => ({ sheet: `Blad${index + 1}`, data: rows.map((row) => row.map(toCell)) }))
  return new Uint8Array(await writeWorkbook(workbook as never).toBuffer())
}

/** A good workbook with one worksheet changed. */
async function changeSheet(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await write([['naam', 'aantal'], ['a', 1]]))
  const name = Object.keys(parts).find((part) => /worksheets\/[^/]*\.xml$/.test(part)) ?? ''
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) })
}

describe('a workbook', () => {
  it('gives the table of its first sheet: numbers, texts and dates', async () => {
    const { result, findings } = await readSample(RESOURCE, {
      'a.xlsx': await write([
        ['Gemeente', 'Kiezers', 'Open', 'Toegankelijk', 'Nr'],
        ['Pekela ', 800, new Date('2023-11-22T07:30:00Z'), true, 1],
        ['Oldambt', null, new Date('2023-11-22T00:00:00Z'), false, '2a'],
      ]),
    })
    expect(['Gemeente', 'Kiezers', 'Open', 'Toegankelijk', 'Nr'].map((name) => cellsOf(result, name))).toEqual([
      ['Pekela', 'Oldambt'], [800, null], ['2023-11-22T07:30:00.000Z', '2023-11-22'], ['true', 'false'], ['1', '2a'],
    ])
    expect(findings).toEqual([])
  })

  it('may have a title above its table, blank rows in it and other sheets, which are told', async () => {
    const { result, findings } = await readSample(RESOURCE, {
      'a.xlsx': await write([['Stembureaus 2023', null, null], [null, null, null], ['naam', 'plaats', 'aantal'], ['a', 'b', 1], [null, null, null], ['c', 'd', 2]], [['Toelichting']]),
    })
    expect(cellsOf(result, 'naam')).toEqual(['a', 'c'])
    expect(result.rowsRead).toBe(2)
    expect(listFindings(findings, 'lines-above-header')).toEqual(['a.xlsx Blad1 × 2'])
    expect(listFindings(findings, 'sheets-not-read')).toEqual(['a.xlsx × 1'])
  })

  it('gives the table of a later sheet when the first holds none', async () => {
    const { result } = await readSample(RESOURCE, { 'a.xlsx': await write([['Alleen toelichting']], [['naam', 'aantal'], ['a', 1]]) })
    expect(cellsOf(result, 'aantal')).toEqual([1])
  })

  it('with formulas that give no result has those cells missing, which is told with the first of them', async () => {
    const errors = '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="4"><c t="e" r="B4"><v>#N/A</v></c></row>'
    const { result, findings } = await readSample(RESOURCE, { 'a.xlsx': await changeSheet((xml) => xml.replace('</sheetData>', `${errors}</sheetData>`)) })
    expect([cellsOf(result, 'naam'), cellsOf(result, 'aantal')]).toEqual([['a', 'a'], [1, null]])
    expect(listFindings(findings, 'cells-without-result')).toEqual(['a.xlsx B3 sheet1.xml × 2'])
  })

  it('without any table is an error', async () => {
    expect((await readFailing(RESOURCE, { 'a.xlsx': await write([['Alleen toelichting']]) })).code).toBe('workbook-without-table')
  })
})

describe('the header row', () => {
  it.each([
    [0, [['a', 'b'], ['x', 1]]],
    [2, [['titel', null, null], [null, null, null], ['a', 'b', 'c'], [1, 2, 3]]],
    [undefined, [[1, 2], [3, 4]]],
    [undefined, [['a', 'b']]],
    [undefined, []],
  ])('is number %s', (header, rows) => {
    expect(findHeaderRow(rows)).toBe(header)
  })
})

describe('a workbook that cannot be trusted', () => {
  it('is refused when one cell far away would fill memory with empty ones', async () => {
    const far = await changeSheet((xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'))
    expect((await readFailing(RESOURCE, { 'a.xlsx': far })).code).toBe('zip-too-large')
  })

  it('is refused when its rows have impossible numbers', async () => {
    const endless = await changeSheet((xml) => xml.replace('</sheetData>', '<row r="1e12"><c><v>1</v></c></row></sheetData>'))
    expect((await readFailing(RESOURCE, { 'a.xlsx': endless })).code).toBe('workbook-unreadable')
  })

  it.each([
    ['workbook-old', 'an old .xls or a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)],
    ['zip-unreadable', 'no zip at all', strToU8('naam;aantal')],
    ['workbook-unreadable', 'a zip without a workbook in it', zipSync({ 'a.txt': strToU8('x') })],
  ])('%s: %s', async (code, _, content) => {
    expect((await readFailing(RESOURCE, { 'a.xlsx': content })).code).toBe(code)
  })

  it('is measured by its last row and column', () => {
    expect(measureSheet('<row r="1"><c r="A1"/><c r="AB1"/></row><x:row spans="1:2" r="30"><x:c s="1" r="B30"/></x:row>', 'a.xlsx')).toEqual({ rows: 30, columns: 28 })
  })
})
