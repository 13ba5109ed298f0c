/** Figures that a feed sends as text: they must not vanish only because the publisher changed how it writes them. */
import type { Column, Table } from '#domain/table.ts'
import { TOPIC } from '#sources/cbs-odata-v3/parse.ts'
import { findNumber } from '#sources/shared/cells.ts'
import type { Problems } from '#sources/shared/problems.ts'

/** Without a description of the columns: this share of numbers, one of them with decimals, which codes never have. */
const MOSTLY_NUMBERS = 0.9

type TextColumn = Extract<Column, { kind: 'text' }>

/**
 * The table with figures sent as text as numbers again: columns that `declared` says are numbers, and columns that
 * evidently are. Told by column; cells that are no number are refused by row. `rows` names the rows in the report.
 */
export function restoreNumbers(table: Table, declared: ReadonlySet<string>, rows: readonly (number | string)[], file: string, problems: Problems): Table {
  const columns = table.columns.map((column) =>
    column.kind === 'text' && TOPIC.test(column.name) && (declared.has(column.name) || looksLikeFigures(column))
      ? toNumbers(column, rows, file, problems)
      : column,
  )
  return { rowCount: table.rowCount, columns }
}

function looksLikeFigures({ values }: TextColumn): boolean {
  let filled = 0
  let numbers = 0
  let decimals = 0
  for (const value of values) {
    if (value === null) continue
    filled++
    if (findNumber(value, false) === undefined) continue
    numbers++
    if (value.includes('.')) decimals++
  }
  return decimals > 0 && numbers >= MOSTLY_NUMBERS * filled
}

function toNumbers({ name, values }: TextColumn, rows: readonly (number | string)[], file: string, problems: Problems): Column {
  const numbers = Float64Array.from(values, (value, row) => {
    const number = value === null ? NaN : (findNumber(value, false) ?? NaN)
    if (value !== null && Number.isNaN(number)) problems.add(describeRefused(value, name, rows[row] ?? row + 1, file))
    return number
  })
  const restored = numbers.reduce((count, number) => count + (Number.isNaN(number) ? 0 : 1), 0)
  problems.note({
    code: 'numbers-sent-as-text',
    file,
    field: name,
    count: restored,
    message: {
      nl: `De dienst stuurde de getallen in deze kolom als tekst; ${restored} zijn als getal gelezen.`,
      en: `The service sent the numbers in this column as text; ${restored} were read as numbers.`,
    },
  })
  return { name, kind: 'number', values: numbers }
}

function describeRefused(value: string, field: string, row: number | string, file: string): Parameters<Problems['add']>[0] {
  return {
    code: 'cell-refused',
    file,
    row,
    field,
    message: {
      nl: `De waarde "${value.slice(0, 60)}" is geen getal en telt als ontbrekend.`,
      en: `The value "${value.slice(0, 60)}" is no number and counts as missing.`,
    },
  }
}
