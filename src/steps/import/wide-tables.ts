/** Tables of every publisher brought to one form: a row is an area in a year, a column is a series of numbers. */
import { findAreaCode, type AreaCode } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'
import type { MissingReason } from '#domain/missing.ts'
import { findColumn, findTexts, type Table } from '#domain/table.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import { collectRefusedCells, isUnreadable, parseTextCell, type RefusedCells } from '#steps/import/refused-cells.ts'
import { isPlausibleYear } from '#steps/import/years.ts'

export interface WideTable {
  readonly resource: string
  /** Table identifier that the indicator catalogue binds to. */
  readonly tableId: string
  readonly rowCount: number
  /** Area of each row; undefined where the row is not about an area. */
  readonly areaCodes: readonly (AreaCode | undefined)[]
  readonly years: Int32Array
  /** Row numbers the publisher gave, ascending; gaps are rows that are not in the file. */
  readonly rowIds?: Float64Array
  readonly columns: ReadonlyMap<string, Float64Array>
  /** File of the first row, and how a row (from 0) is called, to name them in findings. */
  readonly file?: string
  readonly nameRow?: (row: number) => number | string
  /** Tells of the cells of a column without a number what they hold instead; undefined for an empty cell, and for a column in order. */
  readonly findRefusals?: (column: string) => ((row: number) => string | undefined) | undefined
  /** Rows that ought to be about an area, and the code that is none. */
  readonly strangeCodes?: readonly { readonly row: number; readonly code: string }[]
  /** Row numbers of rows that the reader refused: they were in the file. */
  readonly refusedRowIds?: ReadonlySet<number>
  /** Why the publisher gives no figure, where it says so for each cell (OData v4 `ValueAttribute`). */
  readonly findReason?: (column: string, row: number) => MissingReason | undefined
  /** True for a table that lists every area of its levels, so that an absent area does not exist that year. */
  readonly listsAllAreas: boolean
  /** True where every row has a year of its own, so that columns are bound whatever the year. */
  readonly isTimeSeries: boolean
}

const PERIOD = /^(\d{4})JJ00$/

/**
 * The wide form of a resource, or undefined for a table that is not about areas in years.
 * `findYear` knows the year of a table that does not say it itself, as the indicator catalogue does.
 * `findings` are those of its reader.
 */
export function findWideTable(read: ReadResource, findYear: (tableId: string) => number | undefined, findings: readonly Finding[]): WideTable | undefined {
  if (read.resource.country !== undefined && read.resource.country !== 'NL') return undefined
  const refused = collectRefusedCells(read.resource.name, findings)
  if (read.resource.reader === 'cbs-odata-v4') return pivotObservations(read, refused.get('Value'))
  const { table } = read.result
  const geo = findGeoColumn(table)
  if (geo === undefined) return undefined
  const period = findPeriodColumn(table)
  const tableId = read.resource.table ?? read.resource.name
  const year = read.resource.year ?? findYear(tableId) ?? 0
  if (period === undefined && year === 0 && read.resource.reader === 'cbs-odata-v3') return undefined
  const keep = selectTotals(table)
  const areaCodes = geo.map((raw, row) => (keep[row] && raw !== null ? findAreaCode(raw) : undefined))
  const years = Int32Array.from(areaCodes, (_, row) => (period ? parsePeriod(period[row] ?? '') : year))
  const rowIds = read.resource.reader === 'cbs-odata-v3' ? findNumbering(table) : undefined
  return {
    resource: read.resource.name,
    tableId,
    rowCount: table.rowCount,
    areaCodes,
    years,
    ...(rowIds ? { rowIds } : {}),
    columns: collectNumbers(table),
    ...describeRows(read, refused),
    strangeCodes: geo.flatMap((code, row) => (keep[row] && code !== null && areaCodes[row] === undefined ? [{ row, code: code.trim() }] : [])),
    refusedRowIds: listRefusedRowIds(read.resource.name, findings),
    listsAllAreas: read.resource.reader === 'cbs-odata-v3' && period === undefined,
    isTimeSeries: period !== undefined,
  }
}

/** The text column whose filled cells are area codes. */
function findGeoColumn(table: Table): readonly (string | null)[] | undefined {
  for (const column of table.columns) {
    if (column.kind !== 'text') continue
    const filled = column.values.filter((value) => value !== null)
    if (filled.length === 0) continue
    const codes = filled.reduce((count, value) => count + (findAreaCode(value) === undefined ? 0 : 1), 0)
    if (codes >= 0.9 * filled.length) return column.values
  }
  return undefined
}

function findPeriodColumn(table: Table): readonly (string | null)[] | undefined {
  const column = table.columns.find(({ kind, values }) => kind === 'text' && values.length > 0 && values.every((value) => PERIOD.test(String(value))))
  return column?.kind === 'text' ? column.values : undefined
}

function parsePeriod(period: string): number {
  const year = Number(PERIOD.exec(period.trim())?.[1])
  return isPlausibleYear(year) ? year : 0
}

function describeRows({ resource, result }: ReadResource, refused: ReadonlyMap<string, RefusedCells>): Pick<WideTable, 'file' | 'nameRow' | 'findRefusals'> {
  const ids = findIds(result.table)
  const nameRow = (row: number): number => ids?.[row] ?? row + 1
  return {
    file: [resource.path].flat()[0] ?? resource.name,
    nameRow,
    findRefusals(name) {
      const column = findColumn(result.table, name)
      const cells = refused.get(name)
      if (column?.kind === 'text') return (row) => (isUnreadable(column.values[row] ?? null) ? (column.values[row] ?? '') : undefined)
      return cells && ((row) => (cells.isListCutShort || cells.rows.has(nameRow(row)) ? '' : undefined))
    },
  }
}

/** Rows that did not become part of the table although they were in the file; their findings have "row" in the code. */
function listRefusedRowIds(resource: string, findings: readonly Finding[]): Set<number> {
  return new Set(findings.flatMap(({ code, resource: name, row }) => (name === resource && /\brow\b/.test(code) && typeof row === 'number' ? [row] : [])))
}

/** Where a table is split by other dimensions (`Sex`, with or without `Sex Label`), only the rows of the totals count. */
function selectTotals(table: Table): boolean[] {
  const keep = new Array<boolean>(table.rowCount).fill(true)
  for (const column of table.columns) {
    if (column.kind !== 'text') continue
    const matches = column.name.endsWith(' Label') ? isTotal : isTotalCode
    const isSplit = column.values.some((value) => matches(value ?? '')) && column.values.some((value) => !matches(value ?? ''))
    if (!isSplit) continue
    column.values.forEach((value, row) => {
      if (!matches(value ?? '')) keep[row] = false
    })
  }
  return keep
}

function isTotal(label: string): boolean {
  return /^tota(a)?l\b/i.test(label.trim())
}

/** The code that CBS gives to a total, such as T001038 for both sexes. */
function isTotalCode(code: string): boolean {
  return /^T\d{6}$/.test(code.trim())
}

function findIds(table: Table): Float64Array | undefined {
  const column = findColumn(table, 'ID')
  return column?.kind === 'number' ? column.values : undefined
}

/** The row numbers where they tell which rows are not there: ascending, and with fewer gaps than rows. A selection of rows has more. */
function findNumbering(table: Table): Float64Array | undefined {
  const ids = findIds(table)
  if (!ids?.every((id, row) => Number.isInteger(id) && (row === 0 || id > (ids[row - 1] ?? NaN)))) return undefined
  return (ids.at(-1) ?? 0) - (ids[0] ?? 0) < 2 * ids.length ? ids : undefined
}

/** Number columns as they are; cells of text columns that hold a number (codes such as a postcode) as numbers. */
function collectNumbers(table: Table): Map<string, Float64Array> {
  const columns = new Map<string, Float64Array>()
  for (const column of table.columns) {
    if (column.kind === 'number') columns.set(column.name, column.values)
    else columns.set(column.name, Float64Array.from(column.values, parseTextCell))
  }
  return columns
}

/** One row for each region and period, one column for each measure; split dimensions only at their total. */
function pivotObservations(read: ReadResource, refused: RefusedCells | undefined): WideTable | undefined {
  const { table, codes } = read.result
  const measures = findTexts(table, 'Measure')
  const values = table.columns.find(({ name }) => name === 'Value')
  const regions = findGeoColumn(table)
  const periods = findPeriodColumn(table)
  if (!measures || values?.kind !== 'number' || !regions || !periods) return undefined
  const keep = selectTotalCodes(table, codes)

  const rows = new Map<string, number>()
  const areaCodes: (AreaCode | undefined)[] = []
  const years: number[] = []
  const observationIds: number[] = []
  const strangeCodes: { row: number; code: string }[] = []
  const refusedCells = new Set<string>()
  const ids = table.columns.find(({ name }) => name === 'Id')?.values
  const attributes = findTexts(table, 'ValueAttribute')
  const reasons = new Map<string, MissingReason>()
  const cells: [row: number, measure: string, value: number][] = []
  for (let index = 0; index < table.rowCount; index++) {
    if (!keep[index]) continue
    const key = `${regions[index]} ${periods[index]}`
    let row = rows.get(key)
    if (row === undefined) {
      row = areaCodes.length
      rows.set(key, row)
      areaCodes.push(findAreaCode(regions[index] ?? ''))
      years.push(parsePeriod(periods[index] ?? ''))
      observationIds.push(Number(ids?.[index] ?? index + 1))
      if (areaCodes[row] === undefined) strangeCodes.push({ row, code: (regions[index] ?? '').trim() })
    }
    if (refused && Number.isNaN(values.values[index]) && (refused.isListCutShort || refused.rows.has(Number(ids?.[index])))) refusedCells.add(`${row} ${measures[index]}`)
    const reason = Number.isNaN(values.values[index] ?? NaN) ? parseAttribute(attributes?.[index]) : undefined
    if (reason) reasons.set(`${row} ${measures[index]}`, reason)
    cells.push([row, measures[index] ?? '', values.values[index] ?? NaN])
  }
  const columns = new Map<string, Float64Array>()
  for (const [row, measure, value] of cells) {
    const column = columns.get(measure) ?? new Float64Array(areaCodes.length).fill(NaN)
    columns.set(measure, column)
    column[row] = value
  }
  const tableId = read.resource.table ?? read.resource.name
  return {
    resource: read.resource.name,
    tableId,
    rowCount: areaCodes.length,
    areaCodes,
    years: Int32Array.from(years),
    columns,
    file: [read.resource.path].flat()[0] ?? read.resource.name,
    nameRow: (row) => observationIds[row] ?? row + 1,
    findRefusals: (column) => (refusedCells.size === 0 ? undefined : (row) => (refusedCells.has(`${row} ${column}`) ? '' : undefined)),
    strangeCodes,
    findReason: (column, row) => reasons.get(`${row} ${column}`),
    listsAllAreas: false,
    isTimeSeries: true,
  }
}

/** What CBS says of an observation without a value; `None` and nothing say nothing. */
function parseAttribute(attribute: string | null | undefined): MissingReason | undefined {
  if (!attribute || attribute === 'None') return undefined
  return attribute === 'Impossible' ? 'impossible' : 'suppressed'
}

/** Rows where every dimension but region and period stands at the code that is titled as the total. */
function selectTotalCodes(table: Table, codes: ReadResource['result']['codes']): boolean[] {
  const keep = new Array<boolean>(table.rowCount).fill(true)
  for (const column of table.columns) {
    const list = codes.get(column.name)
    if (column.kind !== 'text' || list === undefined) continue
    const totals = new Set(list.filter((entry) => isTotal(entry.title)).map((entry) => entry.code))
    if (totals.size === 0) continue
    column.values.forEach((code, row) => {
      if (!totals.has(code ?? '')) keep[row] = false
    })
  }
  return keep
}
