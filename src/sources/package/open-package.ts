/** Opens a data package: finds its datapackage.json, reads it, and says everything that is wrong with it at once. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { dataPackageSchema, type DataPackage } from '#domain/data-package.ts'
import { SourceError, type FileProvider } from '#domain/reader.ts'
import { isUrl, resolveLocation } from '#sources/http/resolve-location.ts'
import { describeFound, describeIssues, nameResource, toSentence, type PackageProblem } from '#sources/package/describe-problems.ts'
import { findJsonError } from '#sources/package/find-json-error.ts'

export interface OpenedPackage {
  readonly package: DataPackage
  /** The folder or URL that its paths are relative to, for createFileProvider. */
  readonly baseLocation: string
}

/** A data package that cannot be used; `problems` has each thing that is wrong with it. */
export class DataPackageError extends SourceError {
  readonly problems: readonly PackageProblem[]
  constructor(location: string, problems: readonly PackageProblem[]) {
    const sentences = problems.map(toSentence)
    const [nl, en] = problems.length === 1 ? ['is één fout', 'is one mistake'] : [`zijn ${problems.length} fouten`, `are ${problems.length} mistakes`]
    super('package-invalid', location, {
      nl: `In het datapakket ${location} ${nl}. ${sentences.map((sentence) => sentence.nl).join(' ')}`,
      en: `In the data package ${location} there ${en}. ${sentences.map((sentence) => sentence.en).join(' ')}`,
    })
    this.name = 'DataPackageError'
    this.problems = problems
  }
}

const FILE_NAME = 'datapackage.json'

/**
 * Opens the data package at a file, a folder that holds a `datapackage.json`, or a URL (then `files` downloads it).
 * Throws SourceError where it cannot be had or is not JSON, DataPackageError where it is not a usable data package.
 * Whether there is a reader for each resource is not looked at.
 */
export async function openDataPackage(location: string, files: FileProvider): Promise<OpenedPackage> {
  const { file, baseLocation, shown } = isUrl(location) ? await fetchPackage(location, files) : await findPackage(location)
  const value = parseJson(await readFile(file, 'utf8'), shown)
  const parsed = dataPackageSchema.safeParse(value)
  const issues = parsed.success ? [] : describeIssues(value, parsed.error.issues)
  const problems = [...issues, ...findDuplicateNames(value), ...findBadPaths(value, baseLocation)]
  if (!parsed.success || problems.length > 0) throw new DataPackageError(shown, problems)
  return { package: parsed.data, baseLocation }
}

interface FoundPackage {
  readonly file: string
  readonly baseLocation: string
  /** How the package is named to the user. */
  readonly shown: string
}

async function fetchPackage(location: string, files: FileProvider): Promise<FoundPackage> {
  const url = new URL(location.endsWith('/') ? `${location}${FILE_NAME}` : location).href
  const { path: file } = await files.obtain(url)
  return { file, baseLocation: new URL('.', url).href, shown: url }
}

async function findPackage(location: string): Promise<FoundPackage> {
  const absolute = path.resolve(location)
  const found = await stat(absolute).catch(() => undefined)
  const file = found?.isDirectory() ? path.join(absolute, FILE_NAME) : absolute
  if (!(await stat(file).catch(() => undefined))?.isFile())
    throw new SourceError('package-not-found', location, {
      nl: `Het datapakket ${file} bestaat niet. Geef een datapackage.json, een map waar die in staat, of een webadres.`,
      en: `The data package ${file} does not exist. Give a datapackage.json, a folder that holds one, or a web address.`,
    })
  return { file, baseLocation: path.dirname(file), shown: file }
}

function parseJson(text: string, shown: string): unknown {
  const bare = text.replace(/^\uFEFF/, '')
  const error = findJsonError(bare)
  if (error === undefined) return JSON.parse(bare)
  const { line, column, expected } = error
  const found = error.found === '' ? { nl: 'niets', en: 'nothing' } : { nl: `“${error.found}”`, en: `“${error.found}”` }
  throw new SourceError('package-not-json', shown, {
    nl: `${shown} is geen geldige JSON: regel ${line}, kolom ${column}: verwacht ${expected.nl}, gevonden ${found.nl}.`,
    en: `${shown} is not valid JSON: line ${line}, column ${column}: expected ${expected.en}, found ${found.en}.`,
  })
}

function listRawResources(value: unknown): readonly unknown[] {
  const resources = (value as { resources?: unknown } | null)?.resources
  return Array.isArray(resources) ? resources : []
}

function findDuplicateNames(value: unknown): PackageProblem[] {
  const firstAt = new Map<string, number>()
  return listRawResources(value).flatMap((resource, index) => {
    const name = (resource as { name?: unknown } | null)?.name
    if (typeof name !== 'string') return []
    const first = firstAt.get(name)
    firstAt.set(name, first ?? index)
    if (first === undefined) return []
    const expected = { nl: `een naam die nog niet voorkomt (bron ${first + 1} heet al zo)`, en: `a name not used before (resource ${first + 1} has it)` }
    return [{ resource: `${index + 1}`, field: 'name', found: describeFound(name), expected }]
  })
}

/** Paths that lead out of the package; whether the files are there shows when they are read. */
function findBadPaths(value: unknown, baseLocation: string): PackageProblem[] {
  return listRawResources(value).flatMap((resource, index) => {
    const fields = (resource ?? {}) as Record<string, unknown>
    const located = ['path', 'names', 'properties', 'folder'].flatMap((field) => {
      const given = fields[field]
      return Array.isArray(given) ? given.map((one, i) => ({ field: `${field}[${i}]`, location: one as unknown })) : [{ field, location: given }]
    })
    return located.flatMap(({ field, location }) => {
      if (typeof location !== 'string' || location === '' || isAllowed(baseLocation, location)) return []
      const expected = { nl: 'een http- of https-adres, of een pad binnen de map van het pakket', en: "an http or https address, or a path within the package's folder" }
      return [{ resource: nameResource(value, index), field, found: describeFound(location), expected }]
    })
  })
}

function isAllowed(baseLocation: string, location: string): boolean {
  try {
    resolveLocation(baseLocation, location)
    return true
  } catch (error) {
    if (error instanceof SourceError) return false
    throw error
  }
}
