/** Files that are on the disk when the promise resolves, and never half there. */
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a new file and waits until the disk has it. */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Puts a file in the place of another in one step: a reader sees the old or the new one, never a part. */
export async function replaceDurably(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeDurably(temporary, content)
  await rename(temporary, path)
  await syncFolder(dirname(path))
}
