/** What was computed from a version of the statistics and takes seconds to make again: kept beside its files, and deleted with them. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably } from '#statistics/durable-files.ts'

/** Every file may be deleted at any time: whoever wants it makes it again. */
export interface DerivedStore {
  /** Undefined where nothing of that kind was kept under that key, or the file is damaged. */
  find(kind: string, key: string): Promise<Buffer | undefined>
  /** Takes the place of what was kept of that kind. Rejects where the folder cannot be written in. */
  keep(kind: string, key: string, content: Uint8Array): Promise<void>
}

/** A file ends with the digest of what comes before. */
const DIGEST_BYTES = 32

/** @param sayDamaged told the path of a file that is not as it was written. */
export function openDerivedStore(folder: string, sayDamaged: (path: string) => void = () => undefined): DerivedStore {
  const name = (kind: string, key: string) => `${kind}-${key}.bin`
  return {
    async find(kind, key) {
      const path = join(folder, name(kind, key))
      const bytes = await readWhere(path)
      if (bytes === undefined) return undefined
      const content = bytes.subarray(0, -DIGEST_BYTES)
      // By a thread of Node's own: tens of milliseconds for tens of megabytes.
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', content))
      if (digest.equals(bytes.subarray(-DIGEST_BYTES))) return content
      sayDamaged(path)
      return undefined
    },
    async keep(kind, key, content) {
      await mkdir(folder, { recursive: true })
      await replaceDurably(join(folder, name(kind, key)), Buffer.concat([content, createHash('sha256').update(content).digest()]))
      const older = (await readdir(folder)).filter((own) => own.startsWith(`${kind}-`) && own.endsWith('.bin') && own !== name(kind, key))
      await Promise.all(older.map((own) => rm(join(folder, own), { force: true })))
    },
  }
}

/** Undefined where there is no such file. */
async function readWhere(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
