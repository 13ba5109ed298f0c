/** Reads the first table of an Excel workbook. */
import readWorkbook from 'read-excel-file/universal'
import type { ObtainedFile, Reader } from '#domain/reader.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { readFiles, type ParsedFile } from '#sources/shared/read-files.ts'
import { readBytes } from '#sources/shared/read-text.ts'
import { isZip } from '#sources/shared/read-zip.ts'
import { RecordTable } from '#sources/shared/record-table.ts'
import { createFailure } from '#sources/shared/source-failures.ts'
import { checkWorkbook } from '#sources/xlsx/check-workbook.ts'
import { findHeaderRow, parseSheet, type Cell } from '#sources/xlsx/parse.ts'

export const xlsx: Reader = {
  id: 'xlsx',
  read: (resource, provider, findings) => readFiles(resource, provider, findings, readFirstTable),
}

interface Sheet {
  readonly sheet: string
  readonly data: readonly (readonly Cell[])[]
}

async function readFirstTable(file: ObtainedFile, problems: Problems): Promise<ParsedFile> {
  const sheets = await readSheets(file, problems)
  for (const { sheet, data } of sheets) {
    const header = findHeaderRow(data)
    if (header === undefined) continue
    const others = sheets.filter((other) => other.sheet !== sheet && other.data.length > 0)
    noteWhatIsLeftOut(file.location, sheet, header, others.map((other) => other.sheet), problems)
    const { records, rows } = parseSheet(data, header, file.location, problems)
    const table = new RecordTable(problems, 'asText')
    table.addBatch({ records, rows, file: file.location })
    return { table: table.finish(), rowsRead: records.length }
  }
  throw createFailure('workbook-without-table', file.location)
}

async function readSheets(file: ObtainedFile, problems: Problems): Promise<readonly Sheet[]> {
  const bytes = await readBytes(file)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw createFailure('workbook-old', file.location)
  if (!isZip(bytes)) throw createFailure('zip-unreadable', file.location)
  checkWorkbook(bytes, file.location, problems)
  try {
    const copy = new Uint8Array(bytes).buffer
    return (await readWorkbook(copy)) as unknown as readonly Sheet[]
  } catch (error) {
    throw createFailure('workbook-unreadable', file.location, error instanceof Error ? error.message.slice(0, 160) : '', error)
  }
}

function noteWhatIsLeftOut(file: string, sheet: string, header: number, others: readonly string[], problems: Problems): void {
  if (header > 0) {
    problems.note({
      severity: 'info',
      code: 'lines-above-header',
      file,
      field: sheet,
      count: header,
      message: {
        nl: `Boven de tabel staan ${header} regels met toelichting. Die zijn geen gegevens en zijn weggelaten.`,
        en: `There are ${header} lines of explanation above the table. They are no data and were left out.`,
      },
    })
  }
  if (others.length > 0) {
    problems.note({
      severity: 'info',
      code: 'sheets-not-read',
      file,
      count: others.length,
      message: {
        nl: `Alleen het werkblad "${sheet}" is gelezen, niet: ${others.join(', ')}.`,
        en: `Only the worksheet "${sheet}" was read, not: ${others.join(', ')}.`,
      },
    })
  }
}
