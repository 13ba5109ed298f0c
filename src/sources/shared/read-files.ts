/** Resources of one file, or of several with the same columns, into one result. */
import type { Resource } from '#domain/data-package.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { FileProvider, ObtainedFile } from '#domain/reader.ts'
import type { ReadResult, Table } from '#domain/table.ts'
import { ColumnBuilder } from '#sources/shared/column-builder.ts'
import { collectProblems, type Problems } from '#sources/shared/problems.ts'

export interface ParsedFile {
  readonly table: Table
  readonly rowsRead: number
}

/** Reads every file of a resource one after the other and puts their rows below each other. */
export async function readFiles(
  resource: Resource,
  provider: FileProvider,
  findings: FindingSink,
  parse: (file: ObtainedFile, problems: Problems) => Promise<ParsedFile>,
): Promise<ReadResult> {
  return collectProblems(resource.name, findings, async (problems) => {
    const tables: Table[] = []
    let rowsRead = 0
    for (const location of [resource.path].flat()) {
      const parsed = await parse(await provider.obtain(location), problems)
      tables.push(parsed.table)
      rowsRead += parsed.rowsRead
    }
    const [only] = tables
    const table = only !== undefined && tables.length === 1 ? only : stackTables(tables)
    return { table, codes: new Map(), rowsRead, rowsRefused: problems.rowsRefused }
  })
}

/** Rows below each other, columns by name; a column that is text in one file is text in all. */
export function stackTables(tables: readonly Table[]): Table {
  const builders = new Map<string, ColumnBuilder>()
  let rowCount = 0
  for (const table of tables) {
    for (const column of table.columns) {
      const builder = builders.get(column.name) ?? new ColumnBuilder(column.name, rowCount)
      builders.set(column.name, builder)
      if (column.kind === 'text') {
        builder.become('text')
        for (const value of column.values) {
          if (value === null) builder.pushEmpty()
          else builder.pushText(value)
        }
      } else {
        for (const value of column.values) {
          if (Number.isNaN(value)) builder.pushEmpty()
          else if (builder.kind === 'text') builder.pushText(String(value))
          else builder.pushNumber(value)
        }
      }
    }
    rowCount += table.rowCount
    for (const builder of builders.values()) builder.pushEmpty(rowCount - builder.length)
  }
  return { rowCount, columns: [...builders.values()].map((builder) => builder.build()) }
}
