/** Rows whose figures have no place: about no area, of no year, or about an area that does not exist in their year. */
import { getAreaLevel } from '#domain/area.ts'
import type { Finding, FindingSink } from '#domain/finding.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { locateRows, type NamedRow } from '#steps/import/describe-values.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'

const REASONS = {
  'row-without-area': {
    nl: 'horen bij geen gebied dat Topdorp kent',
    en: 'belong to no area that Topdorp knows',
  },
  'row-without-year': {
    nl: 'noemen geen jaar dat kan kloppen, en het datapakket noemt er ook geen',
    en: 'name no year that can be right, and neither does the data package',
  },
  'area-not-in-year': {
    nl: 'gaan over een gebied dat in dat jaar niet bestaat',
    en: 'are about an area that does not exist in that year',
  },
} as const

type Reason = keyof typeof REASONS

/** A finding for each table and reason. Rows without any figure of the catalogue (`boundColumns` by table) are not counted. */
export function reportRowsLeftOut(
  tables: readonly WideTable[],
  boundColumns: ReadonlyMap<string, ReadonlySet<string>>,
  register: AreaRegister,
  findings: FindingSink,
): void {
  for (const table of tables) {
    const columns = [...(boundColumns.get(table.tableId) ?? [])].flatMap((name) => table.columns.get(name) ?? [])
    if (columns.length === 0) continue
    for (const [reason, rows] of listRowsLeftOut(table, columns, register)) findings.add(describe(table, reason, rows))
  }
}

function listRowsLeftOut(table: WideTable, columns: readonly Float64Array[], register: AreaRegister): Map<Reason, NamedRow[]> {
  const leftOut = new Map<Reason, NamedRow[]>()
  const add = (reason: Reason, row: NamedRow): void => {
    const rows = leftOut.get(reason) ?? []
    leftOut.set(reason, rows)
    rows.push(row)
  }
  const hasFigure = (row: number): boolean => columns.some((values) => !Number.isNaN(values[row] ?? NaN))
  for (const { row, code } of table.strangeCodes ?? []) if (hasFigure(row)) add('row-without-area', { row, text: `"${code.slice(0, 40)}"` })
  table.areaCodes.forEach((code, row) => {
    if (code === undefined || !hasFigure(row)) return
    const year = table.years[row] ?? 0
    if (year === 0) return add('row-without-year', { row, text: code })
    const position = register.positions.get(code)
    const exists = position !== undefined && register.areas.get(getAreaLevel(code))?.[position]?.years.includes(year) === true
    if (!exists) add('area-not-in-year', { row, text: `${code} (${year})` })
  })
  return leftOut
}

function describe(table: WideTable, code: Reason, rows: readonly NamedRow[]): Finding {
  const { where, listed } = locateRows(table, rows)
  const { nl, en } = REASONS[code]
  return {
    severity: code === 'area-not-in-year' ? 'info' : 'warning',
    code,
    ...where,
    message: {
      nl: `${rows.length} rijen met cijfers ${nl}; ze zijn weggelaten: ${listed.nl}.`,
      en: `${rows.length} rows with figures ${en}; they were left out: ${listed.en}.`,
    },
  }
}
