import { describe, expect, it } from 'vitest'
import type { Finding } from '#domain/finding.ts'
import type { Column } from '#domain/table.ts'
import { findNumber } from '#sources/shared/cells.ts'
import { ColumnBuilder } from '#sources/shared/column-builder.ts'
import { LISTED_OF_A_KIND, Problems } from '#sources/shared/problems.ts'
import { stackTables } from '#sources/shared/read-files.ts'
import { decodeText } from '#sources/shared/read-text.ts'

const message = { nl: 'Fout.', en: 'Wrong.' }

describe('findings of one resource', () => {
  it('list the first problems of a kind one by one and count the rest in one', () => {
    const findings: Finding[] = []
    const problems = new Problems('sample', { add: (finding) => void findings.push(finding) })
    for (let row = 1; row <= 1_000; row++) problems.refuseRow({ code: 'row-ragged', file: 'a.csv', row, message })
    problems.refuseRow({ code: 'row-ragged', file: 'b.csv', row: 7, message })
    problems.close()
    expect(findings).toHaveLength(LISTED_OF_A_KIND + 2)
    expect(findings.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(1_001)
    expect(findings.at(-1)).toMatchObject({ file: 'a.csv', row: LISTED_OF_A_KIND + 1, count: 1_000 - LISTED_OF_A_KIND })
    expect(problems.rowsRefused).toBe(1_001)
  })
})

describe('a column that grows', () => {
  const cells = (column: Column): unknown[] => Array.from<number | string | null>(column.values)

  it('takes the kind of its first value, whatever came before it', () => {
    const numbers = new ColumnBuilder('n', 2)
    numbers.pushNumber(5)
    numbers.pushEmpty()
    expect(cells(numbers.build())).toEqual([NaN, NaN, 5, NaN])
    const texts = new ColumnBuilder('t', 1)
    texts.pushText('a')
    expect(cells(texts.build())).toEqual([null, 'a'])
  })

  it('keeps every number when it becomes text', () => {
    const column = new ColumnBuilder('c')
    for (let value = 0; value < 2_000; value++) column.pushNumber(value)
    column.pushEmpty()
    column.become('text')
    column.pushText('12a')
    const built = cells(column.build())
    expect([built.length, built[0], built[1_999], built[2_000], built[2_001]]).toEqual([2_002, '0', '1999', null, '12a'])
  })

  it('is a column of missing figures when no value was ever there', () => {
    expect(new ColumnBuilder('nothing', 3).build()).toEqual({ name: 'nothing', kind: 'number', values: new Float64Array(3).fill(NaN) })
  })

  it('has one row for each row of all files of a resource', () => {
    const table = stackTables([
      { rowCount: 2, columns: [{ name: 'a', kind: 'number', values: Float64Array.of(1, NaN) }] },
      { rowCount: 1, columns: [{ name: 'a', kind: 'text', values: ['x'] }, { name: 'b', kind: 'number', values: Float64Array.of(9) }] },
    ])
    expect(table.rowCount).toBe(3)
    expect(table.columns.map(cells)).toEqual([['1', null, 'x'], [NaN, NaN, 9]])
  })
})

describe('a cell is', () => {
  it.each([
    ['12', 12], ['-3.5', -3.5], ['1e3', 1_000], ['.5', 0.5], ['+4', 4], ['0', 0], ['0.25', 0.25],
  ])('a number: %s', (cell, number) => {
    expect(findNumber(cell, false)).toBe(number)
  })

  it.each(['0873', '1,5', '1.234.567', '12a', 'Infinity', 'NaN', '0x10', '1 000', '90071992547409931', '1e999', '-'])('text: %s', (cell) => {
    expect(findNumber(cell, false)).toBeUndefined()
  })

  it('a number with a decimal comma only where the comma separates no cells', () => {
    expect(findNumber('1,5', true)).toBe(1.5)
    expect(findNumber('1.234,5', true)).toBeUndefined()
  })
})

describe('text is decoded', () => {
  it.each([
    ['utf-8', Buffer.from('Fryslân')],
    ['utf-8', Buffer.from('\uFEFFFryslân')],
    ['windows-1252', Buffer.from('Fryslân', 'latin1')],
    ['utf-16le', Buffer.from('\uFEFFFryslân', 'utf16le')],
  ])('as %s, without the mark in front', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: 'Fryslân', encoding })
  })
})
