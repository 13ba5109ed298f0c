/** Opens a data package: a datapackage.json on disk or behind a URL, checked before anything is read from it. */
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { dataPackageSchema, type DataPackage } from '#domain/data-package.ts'
import { SourceError, type FileProvider } from '#domain/reader.ts'
import { isUrl } from '#sources/http/resolve-location.ts'
import { describeIssues, describeRepeats } from '#sources/package/package-problems.ts'

export interface OpenedPackage {
  readonly package: DataPackage
  /** Folder or URL that the paths of the resources are relative to. */
  readonly baseLocation: string
}

/**
 * Opens the package at a file, a folder that holds datapackage.json, or a URL (then `files` downloads it).
 * Throws SourceError that names every problem: the resource, the field, what stands there and what is expected.
 */
export async function openDataPackage(location: string, files: FileProvider): Promise<OpenedPackage> {
  const path = isUrl(location) ? (await files.obtain(location)).path : await findPackageFile(location)
  const parsed = dataPackageSchema.safeParse(parseJson(location, await readFile(path, 'utf8')))
  if (!parsed.success) throw refuse('package-invalid', location, describeIssues(parsed.error.issues))
  const repeats = describeRepeats(parsed.data)
  if (repeats !== undefined) throw refuse('package-invalid', location, repeats)
  return { package: parsed.data, baseLocation: isUrl(location) ? new URL('.', location).href : dirname(path) }
}

async function findPackageFile(location: string): Promise<string> {
  const path = resolve(location)
  try {
    return (await stat(path)).isDirectory() ? await expectFile(join(path, 'datapackage.json')) : path
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw refuse('package-not-found', location, {
      nl: 'Dit datapakket bestaat niet. Geef het pad van een datapackage.json, een map waar die in staat, of een webadres.',
      en: 'This data package does not exist. Give the path of a datapackage.json, a folder that holds one, or a web address.',
    })
  }
}

async function expectFile(path: string): Promise<string> {
  await stat(path)
  return path
}

function parseJson(location: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? NaN)
    const before = text.slice(0, Number.isNaN(offset) ? text.length : offset).split('\n')
    const line = before.length
    const column = (before.at(-1)?.length ?? 0) + 1
    throw refuse(
      'package-not-json',
      location,
      {
        nl: `Dit is geen geldige JSON. De fout staat bij regel ${line}, teken ${column}: ${reason}`,
        en: `This is not valid JSON. The error is at line ${line}, character ${column}: ${reason}`,
      },
      error,
    )
  }
}

function refuse(code: string, location: string, messages: { nl: string; en: string }, cause?: unknown): SourceError {
  return new SourceError(code, location, messages, { cause })
}
