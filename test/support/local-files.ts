/** Files of a folder, or written for one test, as a FileProvider. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SourceError, type FileProvider } from '#domain/reader.ts'

/** Files below a folder, by relative path. */
export function filesBelow(folder: string): FileProvider {
  return {
    async obtain(location) {
      const path = resolve(folder, location)
      try {
        const { size, mtime } = await stat(path)
        const sha256 = createHash('sha256').update(await readFile(path)).digest('hex')
        return { location, path, bytes: size, sha256, retrievedAt: mtime.toISOString() }
      } catch (cause) {
        throw new SourceError('file-not-found', location, { nl: 'Niet gevonden.', en: 'Not found.' }, { cause })
      }
    },
  }
}

export interface WrittenFiles extends FileProvider {
  /** Locations in the order they were asked. */
  readonly asked: string[]
  remove(): Promise<void>
}

/** Files with this content, by any location: a name, or the URL of a page. */
export async function writeFiles(contents: Readonly<Record<string, string | Uint8Array>>): Promise<WrittenFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'topdorp-files-'))
  const names = new Map(Object.keys(contents).map((location, index) => [location, `${index}`]))
  await Promise.all([...names].map(([location, name]) => writeFile(join(folder, name), contents[location] ?? '')))
  const below = filesBelow(folder)
  const asked: string[] = []
  return {
    asked,
    async obtain(location) {
      asked.push(location)
      const name = names.get(location)
      return name === undefined ? below.obtain(location) : { ...(await below.obtain(name)), location }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
