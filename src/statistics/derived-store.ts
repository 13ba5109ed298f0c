/** What was computed from a version of the statistics and takes seconds to make again: kept beside its files, and deleted with them. */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceDurably } from '#statistics/durable-files.ts'

/** Every file may be deleted at any time: whoever wants it makes it again. */
export interface DerivedStore {
  /** In memory that threads share. Undefined where nothing of that kind was kept under that key, or the file is damaged. */
  find(kind: string, key: string): Promise<Buffer | undefined>
  /** Whether `find` would find it. */
  has(kind: string, key: string): Promise<boolean>
  /** Takes the place of what was kept of that kind. Rejects where the folder cannot be written in. */
  keep(kind: string, key: string, content: Uint8Array): Promise<void>
}

/** A file ends with the digest of what comes before. */
const DIGEST_BYTES = 32
/** Read at once, a millisecond of digesting: others are answered in between. */
const PIECE_BYTES = 2 ** 20

/** @param sayDamaged told the path of a file that is not as it was written. */
export function openDerivedStore(folder: string, sayDamaged: (path: string) => void = () => undefined): DerivedStore {
  const name = (kind: string, key: string) => `${kind}-${key}.bin`
  /** As `find`. Without `holds` what is given is only where pieces were read into. */
  async function read(kind: string, key: string, holds: boolean): Promise<Buffer | undefined> {
    const path = join(folder, name(kind, key))
    const file = await openWhere(path)
    if (file === undefined) return undefined
    try {
      const content = await readChecked(file, holds)
      if (content === undefined) sayDamaged(path)
      return content
    } finally {
      await file.close()
    }
  }
  return {
    find: (kind, key) => read(kind, key, true),
    has: async (kind, key) => (await read(kind, key, false)) !== undefined,
    async keep(kind, key, content) {
      await mkdir(folder, { recursive: true })
      await replaceDurably(join(folder, name(kind, key)), Buffer.concat([content, createHash('sha256').update(content).digest()]))
      const older = (await readdir(folder)).filter((own) => own.startsWith(`${kind}-`) && own.endsWith('.bin') && own !== name(kind, key))
      await Promise.all(older.map((own) => rm(join(folder, own), { force: true })))
    },
  }
}

/** Undefined where the file is not as it was written. */
async function readChecked(file: FileHandle, holds: boolean): Promise<Buffer | undefined> {
  const { size } = await file.stat()
  const length = Math.max(0, size - DIGEST_BYTES)
  const [content, digest, hash] = [Buffer.from(new SharedArrayBuffer(holds ? length : Math.min(length, PIECE_BYTES))), Buffer.alloc(DIGEST_BYTES), createHash('sha256')]
  for (let at = 0; at < length; ) {
    const { bytesRead, buffer } = await file.read(content.subarray(holds ? at : 0), 0, Math.min(PIECE_BYTES, length - at), at)
    if (bytesRead === 0) return undefined
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
  await file.read(digest, 0, DIGEST_BYTES, length)
  return hash.digest().equals(digest) ? content : undefined
}

/** Undefined where there is no such file. */
async function openWhere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
