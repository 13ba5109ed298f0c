/** What the reader of workbooks does not say: that one is endless in memory, or has cells without a result. */
import { countWords } from '#domain/write-number.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { unpackZip } from '#sources/shared/read-zip.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** The size of a worksheet according to Excel. */
const MOST_ROWS = 1_048_576

/** Cells from A1 to the last one used: the reader sets aside memory for all of them. */
const MOST_CELLS = 20_000_000

/**
 * Throws SourceError when the zip or the worksheets in it are larger than any real table.
 * Cells whose formula gives an error are read as empty, which is told by worksheet.
 */
export function checkWorkbook(bytes: Uint8Array, location: string, problems: Problems): void {
  const sheets = unpackZip(bytes, location, (name) => /\.(?:xml|rels)$/i.test(name))
  for (const [name, content] of Object.entries(sheets)) {
    if (!/worksheets\/[^/]*\.xml$/i.test(name)) continue
    const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
    const { rows, columns } = measureSheet(xml, location)
    if (rows > MOST_ROWS || rows * columns > MOST_CELLS) throw createFailure('zip-too-large', location, `${name}: ${rows} × ${columns}`)
    noteFormulaErrors(xml, name, location, problems)
  }
}

function noteFormulaErrors(xml: string, sheet: string, file: string, problems: Problems): void {
  const cells = xml.match(/<(?:\w+:)?c\s[^>]*?\bt\s*=\s*["']e["'][^>]*>/g) ?? []
  if (cells.length === 0) return
  const told = countWords(cells.length, ['cel', 'cellen'], ['cell', 'cells'])
  const first = /\br\s*=\s*["']([A-Z]+\d+)["']/.exec(cells[0] ?? '')?.[1]
  problems.note({
    code: 'cells-without-result',
    file,
    ...(first === undefined ? {} : { row: first }),
    field: sheet.slice(sheet.lastIndexOf('/') + 1),
    count: cells.length,
    message: {
      nl: `De formules in ${told.nl} geven een fout (zoals #N/B of #DEEL/0!); die waarden tellen als ontbrekend.`,
      en: `The formulas in ${told.en} give an error (such as #N/A or #DIV/0!); those values count as missing.`,
    },
  })
}

/** The last row and column that any row or cell of a worksheet names. */
export function measureSheet(xml: string, location: string): { rows: number; columns: number } {
  let rows = 0
  let columns = 0
  for (const [, reference = ''] of xml.matchAll(/<(?:\w+:)?(?:row|c)\s(?:[^>]*?\s)?r\s*=\s*["']([^"']*)["']/g)) {
    const match = /^([A-Z]{0,3})(\d{1,7})$/.exec(reference)
    if (match === null) throw createFailure('workbook-unreadable', location, reference.slice(0, 40))
    rows = Math.max(rows, Number(match[2]))
    let column = 0
    for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
    columns = Math.max(columns, column)
  }
  return { rows, columns }
}
