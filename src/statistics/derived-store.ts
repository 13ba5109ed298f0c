/** What was computed from a version of the statistics and takes seconds to make again: kept beside its files, and deleted with them. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably } from '#statistics/durable-files.ts'

/** Every file may be deleted at any time: whoever wants it makes it again. */
export interface DerivedStore {
  /** Undefined where nothing of that kind was kept under that key. */
  find(kind: string, key: string): Promise<Buffer | undefined>
  /** Takes the place of what was kept of that kind. Rejects where the folder cannot be written in. */
  keep(kind: string, key: string, content: Uint8Array): Promise<void>
}

export function openDerivedStore(folder: string): DerivedStore {
  const name = (kind: string, key: string) => `${kind}-${key}.bin`
  return {
    async find(kind, key) {
      try {
        return await readFile(join(folder, name(kind, key)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async keep(kind, key, content) {
      await mkdir(folder, { recursive: true })
      await replaceDurably(join(folder, name(kind, key)), content)
      const older = (await readdir(folder)).filter((own) => own.startsWith(`${kind}-`) && own.endsWith('.bin') && own !== name(kind, key))
      await Promise.all(older.map((own) => rm(join(folder, own), { force: true })))
    },
  }
}
