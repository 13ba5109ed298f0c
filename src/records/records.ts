/** What people enter, in a database. One variant a file; `open-records.ts` chooses. */
import type { Database } from '#records/tables.ts'

export interface Records {
  readonly database: Database
  /** Path or address, without a password, for messages. */
  readonly location: string
  /** Writes a copy that is whole, while others go on writing. The file must not be there yet. Throws RecordsError. */
  backup(path: string): Promise<void>
  /** What is wrong with the database, in the words of the database; empty when all is well. */
  listFaults(): Promise<string[]>
  /** Makes sure that what was erased is gone from the files as well. */
  forgetErased(): Promise<void>
  close(): Promise<void>
}
