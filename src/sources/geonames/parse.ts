/** The tab-separated exports of GeoNames: no header, columns as GeoNames describes them, told apart by their number. */
import type { Table } from '#domain/table.ts'
import { ColumnBuilder } from '#sources/shared/column-builder.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

interface Layout {
  readonly columns: readonly string[]
  readonly numbers: ReadonlySet<string>
  /** Column that must be filled and differ from row to row; postcodes repeat, places do not. */
  readonly key: string | undefined
}

/** Source: https://download.geonames.org/export/dump/readme.txt */
const PLACES: Layout = {
  columns: [
    'geonameid', 'name', 'asciiname', 'alternatenames', 'latitude', 'longitude', 'feature class', 'feature code', 'country code', 'cc2',
    'admin1 code', 'admin2 code', 'admin3 code', 'admin4 code', 'population', 'elevation', 'dem', 'timezone', 'modification date',
  ],
  numbers: new Set(['geonameid', 'latitude', 'longitude', 'population', 'elevation', 'dem']),
  key: 'geonameid',
}

/** Source: https://download.geonames.org/export/zip/readme.txt */
const POSTCODES: Layout = {
  columns: [
    'country code', 'postal code', 'place name', 'admin name1', 'admin code1', 'admin name2', 'admin code2', 'admin name3', 'admin code3',
    'latitude', 'longitude', 'accuracy',
  ],
  numbers: new Set(['latitude', 'longitude', 'accuracy']),
  key: undefined,
}

/** Parses places (19 columns) or postcodes (12 columns). Throws SourceError for a file that is neither. */
export function parseGeoNames(text: string, file: string, problems: Problems): { table: Table; rowsRead: number } {
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const layout = findLayout(lines, file)
  const builders = layout.columns.map((name) => new ColumnBuilder(name, 0, layout.numbers.has(name) ? 'number' : 'text'))
  const keys = new Set<string>()
  let rowCount = 0
  for (const [index, line] of lines.entries()) {
    const cells = line.split('\t').map((cell) => cell.trim())
    const refusal = findRefusal(cells, layout, keys)
    if (refusal !== undefined) {
      problems.refuseRow({ ...refusal, file, row: index + 1 })
      continue
    }
    builders.forEach((builder, column) => pushCell(builder, cells[column] ?? '', file, index + 1, problems))
    rowCount++
  }
  return { table: { rowCount, columns: builders.map((builder) => builder.build()) }, rowsRead: lines.length }
}

function findLayout(lines: readonly string[], file: string): Layout {
  const sample = lines.slice(0, 100).map((line) => line.split('\t').length)
  const layout = [PLACES, POSTCODES].find(({ columns }) => sample.filter((width) => width === columns.length).length * 2 > sample.length)
  if (layout === undefined) throw createFailure('columns-unexpected', file, `${sample[0] ?? 0} ≠ 19, 12`)
  return layout
}

type Refusal = { code: string; field?: string; message: { nl: string; en: string } }

function findRefusal(cells: readonly string[], layout: Layout, keys: Set<string>): Refusal | undefined {
  const width = layout.columns.length
  if (cells.length !== width)
    return refuse('row-ragged', undefined, `Deze regel heeft ${cells.length} cellen in plaats van ${width}.`, `This line has ${cells.length} cells instead of ${width}.`)
  for (const [field, limit] of [['latitude', 90], ['longitude', 180]] as const) {
    const cell = cells[layout.columns.indexOf(field)] ?? ''
    if (!(cell !== '' && Math.abs(Number(cell)) <= limit))
      return refuse('row-without-place', field, `"${shorten(cell)}" is geen plaats in graden.`, `"${shorten(cell)}" is no position in degrees.`)
  }
  if (layout.key === undefined) return undefined
  const key = cells[layout.columns.indexOf(layout.key)] ?? ''
  if (!/^\d+$/.test(key)) return refuse('row-without-code', layout.key, `"${shorten(key)}" is geen nummer.`, `"${shorten(key)}" is no number.`)
  if (keys.has(key)) return refuse('row-repeated', layout.key, `Nummer ${key} kwam al eerder voor.`, `Number ${key} was there before.`)
  keys.add(key)
  return undefined
}

function refuse(code: string, field: string | undefined, nl: string, en: string): Refusal {
  return { code, ...(field === undefined ? {} : { field }), message: { nl, en } }
}

function shorten(cell: string): string {
  return cell.slice(0, 40)
}

function pushCell(builder: ColumnBuilder, cell: string, file: string, row: number, problems: Problems): void {
  if (cell === '') return builder.pushEmpty()
  if (builder.kind === 'text') return builder.pushText(cell)
  const number = Number(cell)
  builder.pushNumber(Number.isFinite(number) ? number : NaN)
  if (Number.isFinite(number)) return
  problems.add({
    code: 'cell-refused',
    file,
    row,
    field: builder.name,
    message: { nl: `"${shorten(cell)}" is geen getal en telt als ontbrekend.`, en: `"${shorten(cell)}" is no number and counts as missing.` },
  })
}
