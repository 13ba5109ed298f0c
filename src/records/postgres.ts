/** Records on a PostgreSQL server, for several processes or machines. */
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { migrate } from '#records/migrate.ts'
import type { Records } from '#records/records.ts'
import { RecordsError } from '#records/records-error.ts'
import type { Tables } from '#records/tables.ts'

const MOST_CONNECTIONS = 10
const CONNECT_MS = 10_000
/** Any number that no other program on the server uses as a lock. */
const MIGRATION_LOCK = 7_067_412

/** Opens a database by its `postgres://` address, and brings it up to date. Throws RecordsError. */
export async function openPostgres(address: string): Promise<Records> {
  const pool = new Pool({ connectionString: address, max: MOST_CONNECTIONS, connectionTimeoutMillis: CONNECT_MS })
  // A connection that breaks while idle is replaced by the pool; the next query says so if it cannot be.
  pool.on('error', () => {})
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  const location = hidePassword(address)
  try {
    await migrate(database, (transaction) => sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction))
  } catch (error) {
    await database.destroy()
    throw error instanceof RecordsError ? error : describe(error, location)
  }
  return {
    database,
    location,
    backup: async () => {
      throw new RecordsError({
        nl: 'De registratie staat op een PostgreSQL-server. Maak daar een reservekopie met pg_dump.',
        en: 'The records are on a PostgreSQL server. Make a backup there with pg_dump.',
      })
    },
    listFaults: async () => {
      await sql`select 1`.execute(database)
      return []
    },
    // PostgreSQL reuses the room by itself; what was erased is out of reach of every query at once.
    forgetErased: async () => {},
    close: () => database.destroy(),
  }
}

function describe(error: unknown, location: string): RecordsError {
  const message = error instanceof Error ? error.message : String(error)
  return new RecordsError(
    { nl: `De database ${location} doet het niet: ${message}. Kijk of TOPDORP_DATABASE klopt en of de server draait.`, en: `The database ${location} does not work: ${message}. See whether TOPDORP_DATABASE is right and the server runs.` },
    error,
  )
}

function hidePassword(address: string): string {
  const url = URL.parse(address)
  if (url === null) return 'postgres://…'
  url.password = ''
  url.search = ''
  return url.href
}
