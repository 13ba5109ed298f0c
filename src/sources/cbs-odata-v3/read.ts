/** Reads a table of the OData v3 feed of CBS: listed pages, or one address and the links that follow from it. */
import type { Resource } from '#domain/data-package.ts'
import type { FileProvider, Reader } from '#domain/reader.ts'
import type { CodeEntry, ReadResult } from '#domain/table.ts'
import { listRowIds, parseNames, parseTopics, RowFilter } from '#sources/cbs-odata-v3/parse.ts'
import { findODataNextLink, getODataRows } from '#sources/shared/odata.ts'
import { collectProblems, type Problems } from '#sources/shared/problems.ts'
import { readPages, SeenRows } from '#sources/shared/read-pages.ts'
import { readJson } from '#sources/shared/read-json.ts'
import { RecordTable } from '#sources/shared/record-table.ts'

export const cbsODataV3: Reader = {
  id: 'cbs-odata-v3',
  read: (resource, files, findings) => collectProblems(resource.name, findings, (problems) => readTable(resource, files, problems)),
}

async function readTable(resource: Resource, files: FileProvider, problems: Problems): Promise<ReadResult> {
  const dimension = resource.names === undefined ? undefined : findEntityName(resource.names)
  const filter = new RowFilter(dimension, problems)
  const table = new RecordTable(problems, 'refuse')
  const seen = new SeenRows()
  let rowsRead = 0
  for await (const page of readPages(resource.path, files, problems, findODataNextLink)) {
    const values = getODataRows(page.document, page.location)
    seen.expectNew(page, listRowIds(values))
    rowsRead += values.length
    table.addBatch({ ...filter.accept(values, page.location), file: page.location })
  }
  const codes = new Map<string, readonly CodeEntry[]>()
  if (resource.names !== undefined && dimension !== undefined) codes.set(dimension, await readNames(resource.names, files, problems))
  if (resource.properties !== undefined) codes.set('Topics', await readTopics(resource.properties, files, problems))
  return { table: table.finish(), codes, rowsRead, rowsRefused: problems.rowsRefused }
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
    entries.push(...parsed)
  }
  return entries
}

async function readTopics(location: string, files: FileProvider, problems: Problems): Promise<CodeEntry[]> {
  return parseTopics(await readJson(await files.obtain(location), problems), location)
}
