/** Moderators, the links that let them in once, and their sessions. Of links and sessions only hashes are kept. */
import type { Database } from '#records/tables.ts'

export interface Moderator {
  readonly id: string
  readonly name: string
}

export interface ModeratorSession extends Moderator {
  readonly seenAt: string
  readonly expiresAt: string
}

/** The moderator of that name, made or let in again where need be. */
export async function enableModerator(database: Database, { id, name }: Moderator, at: string): Promise<Moderator> {
  await database
    .insertInto('moderator')
    .values({ id, name, createdAt: at, disabledAt: null })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ disabledAt: null }))
    .execute()
  return database.selectFrom('moderator').select(['id', 'name']).where('name', '=', name).executeTakeFirstOrThrow()
}

export async function listModerators(database: Database): Promise<(Moderator & { createdAt: string; disabledAt: string | undefined })[]> {
  const rows = await database.selectFrom('moderator').selectAll().orderBy('name').execute()
  return rows.map(({ disabledAt, ...row }) => ({ ...row, disabledAt: disabledAt ?? undefined }))
}

/** Shuts a moderator out: sessions end and links no longer work. False where there is none of that name. */
export async function disableModerator(database: Database, name: string, at: string): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const moderator = await transaction.selectFrom('moderator').select('id').where('name', '=', name).executeTakeFirst()
    if (moderator === undefined) return false
    await transaction.updateTable('moderator').set({ disabledAt: at }).where('id', '=', moderator.id).execute()
    await transaction.updateTable('moderatorSession').set({ revokedAt: at }).where('moderatorId', '=', moderator.id).where('revokedAt', 'is', null).execute()
    await transaction.updateTable('moderatorInvite').set({ usedAt: at }).where('moderatorId', '=', moderator.id).where('usedAt', 'is', null).execute()
    return true
  })
}

export async function insertInvite(database: Database, invite: { tokenHash: string; moderatorId: string; createdAt: string; expiresAt: string }): Promise<void> {
  await database.insertInto('moderatorInvite').values({ ...invite, usedAt: null }).execute()
}

/** Uses a link up and opens a session in its place. Undefined where the link is unknown, used or too old. */
export async function exchangeInvite(
  database: Database,
  { inviteHash, sessionHash, now, expiresAt }: { inviteHash: string; sessionHash: string; now: string; expiresAt: string },
): Promise<Moderator | undefined> {
  return database.transaction().execute(async (transaction) => {
    const { numUpdatedRows: used } = await transaction
      .updateTable('moderatorInvite')
      .set({ usedAt: now })
      .where('tokenHash', '=', inviteHash)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .executeTakeFirst()
    if (used === 0n) return undefined
    const moderator = await transaction
      .selectFrom('moderatorInvite')
      .innerJoin('moderator', 'moderator.id', 'moderatorInvite.moderatorId')
      .select(['moderator.id', 'moderator.name'])
      .where('tokenHash', '=', inviteHash)
      .where('disabledAt', 'is', null)
      .executeTakeFirst()
    if (moderator === undefined) return undefined
    await transaction
      .insertInto('moderatorSession')
      .values({ tokenHash: sessionHash, moderatorId: moderator.id, createdAt: now, seenAt: now, expiresAt, revokedAt: null })
      .execute()
    return moderator
  })
}

/** A session that is still good, neither ended nor idle since `idleSince`. */
export async function findSession(database: Database, tokenHash: string, now: string, idleSince: string): Promise<ModeratorSession | undefined> {
  return database
    .selectFrom('moderatorSession')
    .innerJoin('moderator', 'moderator.id', 'moderatorSession.moderatorId')
    .select(['moderator.id', 'moderator.name', 'seenAt', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .where('disabledAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('seenAt', '>', idleSince)
    .executeTakeFirst()
}

export async function touchSession(database: Database, tokenHash: string, now: string): Promise<void> {
  await database.updateTable('moderatorSession').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
}

export async function revokeSession(database: Database, tokenHash: string, now: string): Promise<void> {
  await database.updateTable('moderatorSession').set({ revokedAt: now }).where('tokenHash', '=', tokenHash).where('revokedAt', 'is', null).execute()
}

/** Links and sessions that are over since that moment: nothing refers to them. */
export async function deleteOldSessions(database: Database, before: string): Promise<void> {
  await database.deleteFrom('moderatorSession').where('expiresAt', '<', before).execute()
  await database.deleteFrom('moderatorInvite').where('expiresAt', '<', before).execute()
}
