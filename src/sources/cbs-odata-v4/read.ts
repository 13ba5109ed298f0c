/** Reads a table of the OData v4 service of CBS, from recorded answers in a folder or from the service itself. */
import type { Resource } from '#domain/data-package.ts'
import type { FileProvider, Reader } from '#domain/reader.ts'
import type { CodeEntry, ReadResult } from '#domain/table.ts'
import { checkProperties, MEASURES, ObservationTable, parseCodes, parseDimensions, ROW_ID } from '#sources/cbs-odata-v4/parse.ts'
import { findODataNextLink, getODataRows } from '#sources/shared/odata.ts'
import { collectProblems, orFinding, type Problems } from '#sources/shared/problems.ts'
import { isUrl, readPages, SeenRows } from '#sources/shared/read-pages.ts'
import { isObject, readJson, writeJson } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

export const cbsODataV4: Reader = {
  id: 'cbs-odata-v4',
  read: (resource, files, findings) => collectProblems(resource.name, findings, (problems) => readTable(resource, files, problems)),
}

async function readTable(resource: Resource, files: FileProvider, problems: Problems): Promise<ReadResult> {
  if (resource.folder === undefined) throw createFailure('shape-of-file', resource.name, '"folder"')
  const beside = locateBeside(resource.folder)
  const codes = await readCodeLists(beside, files, problems)
  const table = new ObservationTable(codes, problems)
  const seen = new SeenRows()
  let rowsRead = 0
  for await (const page of readPages(resource.path, files, problems, findODataNextLink)) {
    const values = getODataRows(page.document, page.location)
    seen.expectNew(page, values.map((value) => (isObject(value) ? (value[ROW_ID] ?? writeJson(value)) : undefined)))
    rowsRead += values.length
    table.addPage(values, page.location)
  }
  await orFinding(problems, async () => {
    const properties = await readJson(await files.obtain(beside.properties), problems)
    checkProperties(properties, beside.properties, { table: resource.table, rowsRead, expectAll: asksForAll(resource.path) }, problems)
  })
  return { table: table.finish(), codes, rowsRead, rowsRefused: problems.rowsRefused }
}

/** Only a service that is asked without a filter answers with all observations that the description counts. */
function asksForAll(path: Resource['path']): boolean {
  return [path].flat().every((location) => isUrl(location) && !/[?&](?:\$|%24)/.test(location))
}

interface Beside {
  readonly dimensions: string
  readonly measures: string
  readonly properties: string
  codesOf(dimension: string): string
}

/** Where the code lists are: the service calls them otherwise than the files of recorded answers. */
function locateBeside(folder: string): Beside {
  const base = folder.replace(/\/+$/, '')
  return isUrl(base)
    ? {
        dimensions: `${base}/Dimensions`,
        measures: `${base}/MeasureCodes`,
        properties: `${base}/Properties`,
        codesOf: (dimension) => `${base}/${dimension}Codes`,
      }
    : {
        dimensions: `${base}/dimensions.json`,
        measures: `${base}/measure-codes.json`,
        properties: `${base}/properties.json`,
        codesOf: (dimension) => `${base}/codes-${dimension}.json`,
      }
}

async function readCodeLists(beside: Beside, files: FileProvider, problems: Problems): Promise<Map<string, readonly CodeEntry[]>> {
  const document = await readJson(await files.obtain(beside.dimensions), problems)
  const lists = new Map<string, readonly CodeEntry[]>([[MEASURES, await readCodes(beside.measures, files, problems)]])
  for (const dimension of parseDimensions(document, beside.dimensions)) lists.set(dimension, await readCodes(beside.codesOf(dimension), files, problems))
  return lists
}

async function readCodes(location: string, files: FileProvider, problems: Problems): Promise<CodeEntry[]> {
  const entries: CodeEntry[] = []
  const seen = new SeenRows()
  for await (const page of readPages(location, files, problems, findODataNextLink)) {
    const parsed = parseCodes(page.document, page.location, problems)
    seen.expectNew(page, parsed.map(({ code }) => code))
    for (const entry of parsed) entries.push(entry)
  }
  return entries
}
