/** Records in one file, by Node's own SQLite. What is acknowledged is on the disk: docs/decisions/0010-sqlite-in-the-box.md. */
import { CamelCasePlugin, CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase } from 'kysely'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '#records/migrate.ts'
import type { Records } from '#records/records.ts'
import { RecordsError } from '#records/records-error.ts'
import type { Tables } from '#records/tables.ts'

/** Milliseconds to wait for another program that is writing, and between two tries. */
const BUSY_MS = 10_000
const RETRY_MS = 10
const SQLITE_BUSY = 5

export interface SqliteSettings {
  /** Only tests set another: with less than FULL, a power cut loses what was acknowledged. */
  readonly synchronous?: 'FULL' | 'NORMAL' | 'OFF'
}

/** Opens the file, made where there is none, and brings it up to date. Throws RecordsError. */
export async function openSqlite(path: string, { synchronous = 'FULL' }: SqliteSettings = {}): Promise<Records> {
  const file = openFile(path, synchronous)
  const database = new Kysely<Tables>({ dialect: new WritingDialect({ database: adapt(file) }), plugins: [new CamelCasePlugin()] })
  try {
    await migrate(database, async () => {})
  } catch (error) {
    file.close()
    throw error
  }
  syncFolder(dirname(path))
  return {
    database,
    location: path,
    backup: async (target) => backupTo(file, target),
    listFaults: async () => listFaults(file),
    forgetErased: async () => void file.prepare('pragma wal_checkpoint(truncate)').all(),
    close: async () => {
      await database.destroy()
    },
  }
}

function openFile(path: string, synchronous: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Personal data: for the eyes of this user only, and so for the files beside it that SQLite makes.
  closeSync(openSync(path, 'a', 0o600))
  try {
    const file = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
    file.exec(`pragma journal_mode = wal; pragma synchronous = ${synchronous}; pragma secure_delete = on;`)
    // From here on whoever waits lets others go on: see WritingDriver.
    file.exec('pragma busy_timeout = 0')
    return file
  } catch (error) {
    throw new RecordsError(
      {
        nl: `Het bestand ${path} is geen registratie van Topdorp, of het is beschadigd (${(error as Error).message}). Zet een reservekopie terug.`,
        en: `The file ${path} holds no records of Topdorp, or is damaged (${(error as Error).message}). Restore a backup.`,
      },
      error,
    )
  }
}

/** The few methods that the query builder asks of a database. */
function adapt(file: DatabaseSync): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare: (text) => {
      const statement = file.prepare(text)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      }
    },
  }
}

/**
 * Every transaction here writes: it takes its turn at the beginning, so that it never fails halfway because another wrote first.
 * Waiting for that turn does not hold up the rest of the program, as the waiting of SQLite itself would.
 */
class WritingDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: (query) => waitForTurn(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

async function waitForTurn<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const givenUp = Date.now() + BUSY_MS; ; await sleep(RETRY_MS)) {
    try {
      return await attempt()
    } catch (error) {
      const isBusy = (error as { errcode?: number }).errcode === SQLITE_BUSY
      if (!isBusy || Date.now() > givenUp) throw error
    }
  }
}

class WritingDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }
  override createDriver(): WritingDriver {
    return new WritingDriver(this.#config)
  }
}

function backupTo(file: DatabaseSync, target: string): void {
  if (existsSync(target)) {
    throw new RecordsError({ nl: `${target} bestaat al. Kies een andere naam.`, en: `${target} is there already. Choose another name.` })
  }
  mkdirSync(dirname(target), { recursive: true })
  // `vacuum into` may fill an empty file, and so it is for the eyes of this user only from the start.
  closeSync(openSync(target, 'wx', 0o600))
  file.prepare('vacuum into ?').run(target)
  const copy = openSync(target, 'r')
  fsyncSync(copy)
  closeSync(copy)
  syncFolder(dirname(target))
}

function listFaults(file: DatabaseSync): string[] {
  try {
    const integrity = file.prepare('pragma integrity_check').all().map((row) => String(row['integrity_check']))
    const references = file.prepare('pragma foreign_key_check').all().map((row) => `${String(row['table'])} ${String(row['rowid'])} → ${String(row['parent'])}`)
    return [...integrity.filter((line) => line !== 'ok'), ...references]
  } catch (error) {
    // Damaged so much that the check itself stops.
    return [(error as Error).message]
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
