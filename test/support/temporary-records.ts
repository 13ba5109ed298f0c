/** Records in a folder that is thrown away. */
import { openSqlite } from '#records/sqlite.ts'
import type { Records } from '#records/records.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function openTemporaryRecords(): Promise<Records> {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-records-'))
  // A test of answers need not wait for the disk.
  const records = await openSqlite(join(folder, 'records.sqlite'), { synchronous: 'OFF' })
  return {
    ...records,
    close: async () => {
      await records.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
