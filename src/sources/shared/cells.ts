/** A column of cells that are all text in the file, as numbers where every cell is one. */
import type { Column } from '#domain/table.ts'
import { countWords } from '#domain/write-number.ts'
import { ColumnBuilder } from '#sources/shared/column-builder.ts'
import type { Problems } from '#sources/shared/problems.ts'

const DECIMAL_POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const DECIMAL_COMMA = /^[+-]?\d+(?:,\d+)?$/

/** Digits that mean something in front, as in the municipality code 0873: a code, not a number. */
const LEADING_ZERO = /^[+-]?0\d/

/** From this share of numbers on, a column of texts is worth a word. */
const NEARLY_ALL = 0.9

export interface CellOptions {
  /** Numbers may be written with a comma. */
  readonly decimalComma: boolean
  readonly file: string
  readonly problems: Problems
}

/**
 * The number in a cell, or undefined for text: codes with a leading zero, and whole numbers too large to be exact,
 * are text.
 */
export function findNumber(cell: string, decimalComma: boolean): number | undefined {
  if (LEADING_ZERO.test(cell)) return undefined
  const written = decimalComma && DECIMAL_COMMA.test(cell) ? cell.replace(',', '.') : cell
  if (!DECIMAL_POINT.test(written)) return undefined
  const number = Number(written)
  return Number.isFinite(number) && (Math.abs(number) <= Number.MAX_SAFE_INTEGER || !/^[+-]?\d+$/.test(written)) ? number : undefined
}

/** Numbers when every filled cell is a number, else texts. A column that is nearly all numbers gets a finding. */
export function buildColumnOfCells(name: string, cells: readonly (string | null)[], options: CellOptions): Column {
  const values = new Float64Array(cells.length).fill(NaN)
  let filled = 0
  let numbers = 0
  let firstText = -1
  for (const [row, cell] of cells.entries()) {
    if (cell === null) continue
    filled++
    const number = findNumber(cell, options.decimalComma)
    if (number === undefined) {
      if (firstText === -1) firstText = row
    } else {
      values[row] = number
      numbers++
    }
  }
  if (firstText === -1) return { name, kind: 'number', values }
  const exception = cells[firstText] ?? ''
  if (numbers >= NEARLY_ALL * filled && !LEADING_ZERO.test(exception)) noteNearlyNumbers(name, exception, firstText, filled - numbers, options)
  return buildTexts(name, cells)
}

function buildTexts(name: string, cells: readonly (string | null)[]): Column {
  const builder = new ColumnBuilder(name, 0, 'text')
  for (const cell of cells) {
    if (cell === null) builder.pushEmpty()
    else builder.pushText(cell)
  }
  return builder.build()
}

function noteNearlyNumbers(field: string, cell: string, row: number, count: number, { file, problems }: CellOptions): void {
  const cells = countWords(count, ['cel', 'cellen'], ['cell', 'cells'])
  problems.note({
    code: 'column-nearly-numbers',
    file,
    row: row + 1,
    field,
    count,
    message: {
      nl: `Deze kolom is gelezen als tekst, omdat er tekst staat in ${cells.nl}. De eerste is "${cell.slice(0, 40)}".`,
      en: `This column was read as text, because there is text in ${cells.en}. The first is "${cell.slice(0, 40)}".`,
    },
  })
}
