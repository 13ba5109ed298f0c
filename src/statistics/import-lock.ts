/** One import at a time in a home folder: two would download into, and sweep, each other's files. */
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { getFolders } from '#statistics/folders.ts'

/**
 * Takes the lock and gives back what releases it, or the process number of the import that holds it.
 * A lock of a process that is no longer there (killed, power cut) counts for nothing.
 */
export async function takeImportLock(home: string): Promise<{ release: () => Promise<void> } | { heldBy: number }> {
  const folder = getFolders(home).root
  const path = join(folder, 'import.lock')
  await mkdir(folder, { recursive: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const heldBy = Number(await readFile(path, 'utf8').catch(() => ''))
    if (heldBy !== process.pid && isRunning(heldBy)) return { heldBy }
    await rm(path, { force: true })
  }
  return { heldBy: NaN }
}

/** Whether a process with that number exists, of whichever user. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
