/** Reads a table of the OData v3 feed of CBS: listed pages, or one address and the links that follow from it. */
import type { Resource } from '#domain/data-package.ts'
import type { FileProvider, Reader } from '#domain/reader.ts'
import type { CodeEntry, ReadResult, Table } from '#domain/table.ts'
import { listNumberTopics, listRowIds, parseNames, parseTopics, RowFilter } from '#sources/cbs-odata-v3/parse.ts'
import { restoreNumbers } from '#sources/cbs-odata-v3/restore-numbers.ts'
import { findODataNextLink, getODataRows } from '#sources/shared/odata.ts'
import { collectProblems, orFinding, type Problems } from '#sources/shared/problems.ts'
import { readPages, SeenRows } from '#sources/shared/read-pages.ts'
import { readJson } from '#sources/shared/read-json.ts'
import { RecordTable } from '#sources/shared/record-table.ts'

export const cbsODataV3: Reader = {
  id: 'cbs-odata-v3',
  read: (resource, files, findings) => collectProblems(resource.name, findings, (problems) => readTable(resource, files, problems)),
}

async function readTable(resource: Resource, files: FileProvider, problems: Problems): Promise<ReadResult> {
  const dimension = resource.names === undefined ? undefined : findEntityName(resource.names)
  const rows = await readRows(resource, dimension, files, problems)
  const codes = new Map<string, readonly CodeEntry[]>()
  if (resource.names !== undefined && dimension !== undefined) codes.set(dimension, await readNames(resource.names, files, problems))
  const topics = await readDescription(resource.properties, files, problems)
  if (topics !== undefined) codes.set('Topics', topics.entries)
  const table = restoreNumbers(rows.table, topics?.numbers ?? new Set(), rows.ids, rows.location, problems)
  return { table, codes, rowsRead: rows.rowsRead, rowsRefused: problems.rowsRefused }
}

interface Rows {
  readonly table: Table
  readonly rowsRead: number
  /** How the report names each row of the table. */
  readonly ids: readonly (number | string)[]
  /** Where the first page is. */
  readonly location: string
}

async function readRows(resource: Resource, dimension: string | undefined, files: FileProvider, problems: Problems): Promise<Rows> {
  const filter = new RowFilter(dimension, problems)
  const table = new RecordTable(problems, 'refuse')
  const seen = new SeenRows()
  const ids: (number | string)[] = []
  let rowsRead = 0
  for await (const page of readPages(resource.path, files, problems, findODataNextLink)) {
    const values = getODataRows(page.document, page.location)
    seen.expectNew(page, listRowIds(values))
    rowsRead += values.length
    const accepted = filter.accept(values, page.location)
    table.addBatch({ ...accepted, file: page.location })
    for (const id of accepted.rows) ids.push(id)
  }
  return { table: table.finish(), rowsRead, ids, location: [resource.path].flat()[0] ?? '' }
}

/** The entity a location is about, which names the dimension: `…/WijkenEnBuurten?$format=json`, `…/WijkenEnBuurten.json`. */
export function findEntityName(location: string): string {
  const path = location.replace(/[?#].*$/, '')
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/i, '')
}

async function readNames(location: string, files: FileProvider, problems: Problems): Promise<CodeEntry[]> {
  const entries: CodeEntry[] = []
  const seen = new SeenRows()
  for await (const page of readPages(location, files, problems, findODataNextLink)) {
    const parsed = parseNames(page.document, page.location, problems)
    seen.expectNew(page, parsed.map(({ code }) => code))
    for (const entry of parsed) entries.push(entry)
  }
  return entries
}

/** Titles and units of the columns. Figures can do without them, so when they cannot be had that is a finding. */
async function readDescription(
  location: string | undefined,
  files: FileProvider,
  problems: Problems,
): Promise<{ entries: CodeEntry[]; numbers: Set<string> } | undefined> {
  if (location === undefined) return undefined
  return orFinding(problems, async () => {
    const document = await readJson(await files.obtain(location), problems)
    return { entries: parseTopics(document, location), numbers: listNumberTopics(document, location) }
  })
}
