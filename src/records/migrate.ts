/** Brings a database to the shape that this program knows: all steps in one transaction, or none. */
import { sql, type Kysely, type Transaction } from 'kysely'
import { createHash } from 'node:crypto'
import { MIGRATIONS } from '#records/migrations/index.ts'
import type { Migration } from '#records/migrations/migration.ts'
import { RecordsError } from '#records/records-error.ts'
import type { Tables } from '#records/tables.ts'

const OWN_TABLE = `create table if not exists records_migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at text not null
)`

/**
 * Applies the migrations that the database lacks, and returns how many. `lock` keeps other programs from doing the same meanwhile.
 * Throws RecordsError for a database of a newer version, and for one whose migrations were others than those here.
 */
export async function migrate(
  database: Kysely<Tables>,
  lock: (transaction: Transaction<Tables>) => Promise<unknown>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await lock(transaction)
    await sql.raw(OWN_TABLE).execute(transaction)
    const applied = await transaction.selectFrom('recordsMigration').selectAll().orderBy('number').execute()
    for (const { number, name, checksum } of applied) checkApplied(number, name, checksum, migrations)
    const lacking = migrations.filter(({ number }) => !applied.some((one) => one.number === number))
    for (const migration of lacking) await apply(transaction, migration)
    return lacking.length
  })
}

async function apply(transaction: Transaction<Tables>, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await sql.raw(statement).execute(transaction)
  const { number, name } = migration
  await transaction.insertInto('recordsMigration').values({ number, name, checksum: hash(migration), appliedAt: new Date().toISOString() }).execute()
}

function checkApplied(number: number, name: string, checksum: string, migrations: readonly Migration[]): void {
  const known = migrations.find((migration) => migration.number === number)
  const newest = migrations.at(-1)?.number ?? 0
  if (known === undefined) {
    throw new RecordsError({
      nl: `De registratie is van een nieuwere versie van Topdorp: stap ${number} (${name}), en dit programma kent er ${newest}. Werk Topdorp bij, of zet een reservekopie van voor die stap terug.`,
      en: `The records are of a newer version of Topdorp: step ${number} (${name}), and this program knows ${newest}. Update Topdorp, or restore a backup from before that step.`,
    })
  }
  if (hash(known) === checksum) return
  throw new RecordsError({
    nl: `Stap ${number} van de registratie (${name}) is met andere opdrachten gemaakt dan dit programma kent. Gebruik de versie van Topdorp die haar maakte.`,
    en: `Step ${number} of the records (${name}) was made with other statements than this program knows. Use the version of Topdorp that made it.`,
  })
}

function hash({ statements }: Migration): string {
  return createHash('sha256').update(statements.join(';\n')).digest('hex')
}
