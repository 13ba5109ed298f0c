/** Opens the records: a file in the home folder, or the database that the settings name. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openPostgres } from '#records/postgres.ts'
import type { Records } from '#records/records.ts'
import { openSqlite } from '#records/sqlite.ts'

export interface RecordsSettings {
  readonly home: string
  /** `postgres://…`; without it, a file below `home`. */
  readonly database: string | undefined
}

function getRecordsPath(home: string): string {
  return join(home, 'records', 'records.sqlite')
}

/** Throws RecordsError. */
export async function openRecords({ home, database }: RecordsSettings): Promise<Records> {
  return database === undefined ? openSqlite(getRecordsPath(home)) : openPostgres(database)
}

/** Whether anything was ever entered here: a file that is there, or a database that is named. */
export function hasRecords({ home, database }: RecordsSettings): boolean {
  return database !== undefined || existsSync(getRecordsPath(home))
}
