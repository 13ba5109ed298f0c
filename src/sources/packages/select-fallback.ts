/**
 * A publisher that renames a column makes a request with `$select` fail as a whole. This asks again for the columns that
 * the service still has, and says which ones it lacks.
 */
import { readFile } from 'node:fs/promises'
import type { Resource } from '#domain/data-package.ts'
import type { FindingSink } from '#domain/finding.ts'
import { SourceError, type FileProvider, type ObtainedFile } from '#domain/reader.ts'

/** How the HTTP client tells that a service did not understand the request, or does not have what was asked. */
const REFUSALS = new Set(['source-refused', 'source-not-found', 'service-answered-error'])
/** Columns that every table of the feed has although its list of columns does not name them. */
const UNLISTED = new Set(['ID'])

/**
 * Files as `files` gives them; when a request with `$select` is refused, the answer to the same request for the columns
 * that the table of columns (`properties` of the resource) names, or for all columns when that table cannot be had.
 * Adds the finding `column-not-at-source`. Throws the first SourceError when nothing else can be asked.
 */
export function withSelectFallback(files: FileProvider, resource: Resource, findings: FindingSink): FileProvider {
  return {
    async obtain(location) {
      try {
        return await files.obtain(location)
      } catch (error) {
        const columns = findSelectedColumns(location)
        if (!(error instanceof SourceError) || !REFUSALS.has(error.code) || columns === undefined) throw error
        return await obtainWithout(files, resource, findings, location, columns, error)
      }
    },
  }
}

async function obtainWithout(
  files: FileProvider,
  resource: Resource,
  findings: FindingSink,
  location: string,
  columns: readonly string[],
  refusal: SourceError,
): Promise<ObtainedFile> {
  const known = await findKnownColumns(files, resource)
  const kept = known && chooseColumns(columns, known)
  const file = await files.obtain(replaceSelect(location, kept)).catch((error: unknown) => {
    throw error instanceof SourceError ? refusal : error
  })
  const present = kept ? new Set(kept) : await findColumnsOfFirstRow(file)
  const lacking = present ? columns.filter((column) => !present.has(column)) : []
  findings.add({
    severity: 'warning',
    code: 'column-not-at-source',
    resource: resource.name,
    file: location,
    ...(lacking.length > 0 ? { field: lacking.join(', '), count: lacking.length } : {}),
    message: lacking.length > 0 ? describeLacking(lacking, resource) : UNKNOWN,
  })
  return file
}

/** The columns the service has; undefined where that says nothing about the refusal: all are there, or none. */
function chooseColumns(columns: readonly string[], known: ReadonlySet<string>): string[] | undefined {
  const kept = columns.filter((column) => known.has(column) || UNLISTED.has(column))
  return kept.length === columns.length || kept.every((column) => UNLISTED.has(column)) ? undefined : kept
}

function describeLacking(lacking: readonly string[], { table, name }: Resource): { nl: string; en: string } {
  const columns = lacking.join(', ')
  return {
    nl: `Tabel ${table ?? name} heeft deze kolommen niet meer: ${columns}. De uitgever kan ze een andere naam hebben gegeven. De andere kolommen zijn wel ingelezen.`,
    en: `Table ${table ?? name} no longer has these columns: ${columns}. The publisher may have renamed them. The other columns were read.`,
  }
}

const UNKNOWN = {
  nl: 'De dienst weigerde de vraag om een deel van de kolommen. Daarom zijn alle kolommen opgehaald. Welke kolom ontbreekt, staat bij de cijfers zelf.',
  en: 'The service refused the request for some of the columns, so all columns were fetched. Which column is missing is said with the figures.',
}

/** The columns after `$select=`, undefined for a location without it. */
export function findSelectedColumns(location: string): string[] | undefined {
  const select = /[?&](?:\$|%24)select=([^&]*)/i.exec(location)?.[1]
  return select === undefined ? undefined : decodeURIComponent(select).split(',')
}

/** The location that selects other columns, or all of them. */
export function replaceSelect(location: string, columns: readonly string[] | undefined): string {
  if (columns) return location.replace(/([?&](?:\$|%24)select=)[^&]*/i, (_, start: string) => start + columns.map(encodeURIComponent).join(','))
  return location.replace(/([?&])(?:\$|%24)select=[^&]*&?/i, '$1').replace(/[?&]$/, '')
}

/** Keys in the table of columns of the service; undefined when it cannot be had. */
async function findKnownColumns(files: FileProvider, { properties }: Resource): Promise<Set<string> | undefined> {
  if (properties === undefined) return undefined
  try {
    const entries = await readEntries(await files.obtain(properties))
    if (entries === undefined) return undefined
    const keys = entries.flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null && 'Key' in entry ? [String(entry.Key)] : []))
    return new Set(keys.filter((key) => key !== ''))
  } catch (error) {
    if (error instanceof SourceError || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The columns that the answer itself has; undefined when it is no page of rows. */
async function findColumnsOfFirstRow(file: ObtainedFile): Promise<Set<string> | undefined> {
  try {
    const [first] = (await readEntries(file)) ?? []
    return typeof first === 'object' && first !== null ? new Set(Object.keys(first)) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function readEntries({ path }: ObtainedFile): Promise<readonly unknown[] | undefined> {
  const document: unknown = JSON.parse(await readFile(path, 'utf8'))
  const entries: unknown = typeof document === 'object' && document !== null && 'value' in document ? document.value : undefined
  return Array.isArray(entries) ? entries : undefined
}
