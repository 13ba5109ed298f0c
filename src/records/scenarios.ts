/** Scenarios that people keep, as versions that never change. What is left of an erased one is that it was there. */
import type { Transaction } from 'kysely'
import type { Database, Tables } from '#records/tables.ts'

export interface NewScenario {
  readonly id: string
  readonly secretHash: string
  /** The document as JSON. */
  readonly document: string
  /** Version of the figures that it was made on. */
  readonly figuresVersion: string
  readonly savedAt: string
}

export interface ScenarioVersion {
  readonly number: number
  /** JSON; undefined once it was erased. */
  readonly document: string | undefined
  readonly figuresVersion: string
  readonly savedAt: string
}

export async function insertScenario(database: Database, { id, secretHash, document, figuresVersion, savedAt }: NewScenario): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.insertInto('scenario').values({ id, secretHash, createdAt: savedAt, usedOn: savedAt.slice(0, 10), erasedAt: null }).execute()
    await transaction.insertInto('scenarioVersion').values({ scenarioId: id, number: 1, document, figuresVersion, savedAt }).execute()
  })
}

/** The number of the new version; why not otherwise. A version that is there is never changed. */
export async function addScenarioVersion(database: Database, { id, secretHash, document, figuresVersion, savedAt }: NewScenario, mostVersions: number): Promise<number | 'unknown' | 'full'> {
  return database.transaction().execute(async (transaction) => {
    if (!(await touchOwn(transaction, id, secretHash, savedAt))) return 'unknown'
    const { last } = await transaction.selectFrom('scenarioVersion').select(({ fn }) => fn.max('number').as('last')).where('scenarioId', '=', id).executeTakeFirstOrThrow()
    const number = Number(last) + 1
    if (number > mostVersions) return 'full'
    await transaction.insertInto('scenarioVersion').values({ scenarioId: id, number, document, figuresVersion, savedAt }).execute()
    return number
  })
}

/** Holds the row, so that two versions at once get two numbers. False for an unknown or erased scenario, and another secret. */
async function touchOwn(transaction: Transaction<Tables>, id: string, secretHash: string, savedAt: string): Promise<boolean> {
  const { numUpdatedRows: found } = await transaction
    .updateTable('scenario')
    .set({ usedOn: savedAt.slice(0, 10) })
    .where('id', '=', id)
    .where('secretHash', '=', secretHash)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  return found > 0n
}

/** All versions, the oldest first; undefined where there is no such scenario. */
export async function findScenario(database: Database, id: string): Promise<{ readonly createdAt: string; readonly erasedAt: string | undefined; readonly versions: readonly ScenarioVersion[] } | undefined> {
  const row = await database.selectFrom('scenario').select(['createdAt', 'erasedAt']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const versions = await database.selectFrom('scenarioVersion').select(['number', 'document', 'figuresVersion', 'savedAt']).where('scenarioId', '=', id).orderBy('number').execute()
  return { createdAt: row.createdAt, erasedAt: row.erasedAt ?? undefined, versions: versions.map((version) => ({ ...version, document: version.document ?? undefined })) }
}

/** Writes down that it was looked at, once a day, so that what is used is kept. */
export async function markScenarioUsed(database: Database, id: string, day: string): Promise<void> {
  await database.updateTable('scenario').set({ usedOn: day }).where('id', '=', id).where('usedOn', '<', day).execute()
}

/** `secretHash` undefined: by the operator. False where there was nothing to erase. */
export async function eraseScenario(database: Database, id: string, secretHash: string | undefined, at: string): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    let query = transaction.updateTable('scenario').set({ erasedAt: at }).where('id', '=', id).where('erasedAt', 'is', null)
    if (secretHash !== undefined) query = query.where('secretHash', '=', secretHash)
    const { numUpdatedRows: erased } = await query.executeTakeFirst()
    if (erased === 0n) return false
    await transaction.updateTable('scenarioVersion').set({ document: null }).where('scenarioId', '=', id).execute()
    return true
  })
}

/** Erases those that nobody opened or changed since that day; how many. */
export async function eraseUnusedScenarios(database: Database, before: string, at: string): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const unused = transaction.selectFrom('scenario').select('id').where('usedOn', '<', before)
    await transaction.updateTable('scenarioVersion').set({ document: null }).where('scenarioId', 'in', unused).where('document', 'is not', null).execute()
    const { numUpdatedRows: erased } = await transaction.updateTable('scenario').set({ erasedAt: at }).where('usedOn', '<', before).where('erasedAt', 'is', null).executeTakeFirst()
    return Number(erased)
  })
}
