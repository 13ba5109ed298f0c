import { describe, expect, it } from 'vitest'
import { findMissingRows } from '#steps/import/reconcile/missing-rows.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'

const COUNTRY: [string, number] = ['NL00', 360]
/** Two municipalities: GM0001 with two districts of two, GM0002 with one district of two neighbourhoods. */
const COMPLETE: [code: string, inhabitants: number][] = [
  COUNTRY,
  ['GM0001', 260],
  ['WK000100', 160],
  ['BU00010000', 100],
  ['BU00010001', 60],
  ['WK000101', 100],
  ['BU00010100', 70],
  ['BU00010101', 30],
  ['GM0002', 100],
  ['WK000200', 100],
  ['BU00020000', 60],
  ['BU00020001', 40],
]

function createTable(year: number, without: readonly string[] = []): WideTable {
  const rows = COMPLETE.map(([code, inhabitants], rowId) => ({ code, inhabitants, rowId })).filter(({ code }) => !without.includes(code))
  return {
    resource: `kwb-${year}`,
    tableId: `T${year}`,
    rowCount: rows.length,
    areaCodes: rows.map(({ code }) => code),
    years: Int32Array.from(rows, () => year),
    rowIds: Float64Array.from(rows, ({ rowId }) => rowId),
    columns: new Map([['inhabitants', Float64Array.from(rows, ({ inhabitants }) => inhabitants)]]),
    listsAllAreas: true,
    isTimeSeries: false,
  }
}

const find = (...wideTables: WideTable[]) =>
  findMissingRows({ wideTables, findName: (code) => `name of ${code}`, findPopulation: (table) => table.columns.get('inhabitants') })

describe('rows that are not in a table', () => {
  it('are none where the publisher numbered every row that is there', () => {
    expect(find(createTable(2021), createTable(2022)).lines).toEqual([])
  })

  it('are found by the gap in the numbers, named after the complete table of another year, with their inhabitants', () => {
    const { lines, rowMissing } = find(createTable(2021, ['BU00010001', 'BU00010100']), createTable(2022))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ year: 2021, rows: 2, byLevel: { neighbourhood: 2 }, inhabitants: { neighbourhood: 60 + 70 } })
    expect(lines[0]?.listed.map(({ rowId, code, name, municipality }) => ({ rowId, code, name, municipality }))).toEqual([
      { rowId: 4, code: 'BU00010001', name: 'name of BU00010001', municipality: 'GM0001' },
      { rowId: 6, code: 'BU00010100', name: 'name of BU00010100', municipality: 'GM0001' },
    ])
    expect(rowMissing.get(2021)).toEqual(new Set(['BU00010001', 'BU00010100']))
  })

  it('count for their own level: a missing district leaves its neighbourhoods', () => {
    const { lines } = find(createTable(2021, ['WK000200']), createTable(2022))
    expect(lines[0]).toMatchObject({ rows: 1, byLevel: { district: 1 }, inhabitants: { district: 100 } })
    expect(lines[0]?.inhabitants.neighbourhood).toBeUndefined()
  })

  it('are counted but not named where no other year has a municipality with as many rows', () => {
    const { lines, rowMissing } = find(createTable(2021, ['BU00010001']))
    expect(lines[0]).toMatchObject({ rows: 1, byLevel: {}, inhabitants: { neighbourhood: 60 } })
    expect(lines[0]?.listed[0]).toEqual({ year: 2021, table: 'T2021', rowId: 4, municipality: 'GM0001', municipalityName: 'name of GM0001' })
    expect(rowMissing.get(2021)?.size).toBe(0)
  })
})
