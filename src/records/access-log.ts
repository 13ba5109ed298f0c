/** Who saw or changed what is not public, and when (BIO 8.15). Rows are only ever added, and deleted when their time is up. */
import { randomUUID } from 'node:crypto'
import type { Database } from '#records/tables.ts'

export const ACCESSES = [
  'signedIn', 'signedOut', 'invited', 'shutOut', 'listedSignals', 'readSignal', 'readContact', 'erasedContact', 'published', 'tookUp', 'answered', 'refused', 'redacted', 'readAccessLog',
  'savedScenario', 'erasedScenario',
] as const
export type AccessKind = (typeof ACCESSES)[number]

export interface Access {
  readonly at: string
  /** Name of a moderator, or `command line: <user>`. */
  readonly who: string
  readonly what: AccessKind
  /** Identifier of the signal, name of the moderator, or how many. */
  readonly subject: string
}

export async function logAccess(database: Database, access: Access): Promise<void> {
  await database.insertInto('accessLog').values({ id: randomUUID(), ...access }).execute()
}

/** The newest first. */
export async function listAccesses(database: Database, limit: number, subject?: string): Promise<Access[]> {
  let query = database.selectFrom('accessLog').select(['at', 'who', 'what', 'subject'])
  if (subject !== undefined) query = query.where('subject', '=', subject)
  const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ ...row, what: row.what as AccessKind }))
}

export async function deleteOldAccesses(database: Database, before: string): Promise<number> {
  const { numDeletedRows: deleted } = await database.deleteFrom('accessLog').where('at', '<', before).executeTakeFirst()
  return Number(deleted)
}
