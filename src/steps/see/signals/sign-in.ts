/** How moderators come in: a link that works once, a session that ends by itself. */
import { randomUUID } from 'node:crypto'
import { logAccess } from '#records/access-log.ts'
import { disableModerator, enableModerator, exchangeInvite, findSession, insertInvite, listModerators, revokeSession, touchSession, type Moderator } from '#records/moderators.ts'
import type { Database } from '#records/tables.ts'
import type { Act } from '#steps/see/signals/moderate.ts'
import { addDays, hashSecret, makeToken } from '#steps/see/signals/secrets.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'

const LINK_DAYS = 1
const HOUR_MS = 3600 * 1000
const LONGEST_SESSION_MS = 12 * HOUR_MS
const LONGEST_IDLE_MS = 2 * HOUR_MS
/** So often is it written down that a session is in use. */
const TOUCH_MS = 60 * 1000

export { listModerators }

/** A token for a link that lets this moderator in once, within a day. */
export async function inviteModerator(database: Database, name: string, { who, now }: Act): Promise<{ token: string; expiresAt: string }> {
  const at = now.toISOString()
  const moderator = await enableModerator(database, { id: randomUUID(), name }, at)
  const token = makeToken()
  const expiresAt = addDays(now, LINK_DAYS)
  await insertInvite(database, { tokenHash: hashSecret(token), moderatorId: moderator.id, createdAt: at, expiresAt })
  await logAccess(database, { at, who, what: 'invited', subject: name })
  return { token, expiresAt }
}

/** Ends all sessions and links of a moderator. False where there is none of that name. */
export async function shutOutModerator(database: Database, name: string, { who, now }: Act): Promise<boolean> {
  const at = now.toISOString()
  const isDone = await disableModerator(database, name, at)
  if (isDone) await logAccess(database, { at, who, what: 'shutOut', subject: name })
  return isDone
}

export interface OpenedSession {
  /** For the cookie: always a new one, whatever the browser had. */
  readonly token: string
  readonly name: string
  readonly expiresAt: string
}

/** Exchanges a link for a session. A session that the browser had before ends. Throws SignalError `linkUsedUp`. */
export async function signIn(database: Database, inviteToken: string, formerToken: string | undefined, now: Date): Promise<OpenedSession> {
  const token = makeToken()
  const at = now.toISOString()
  const expiresAt = new Date(now.getTime() + LONGEST_SESSION_MS).toISOString()
  const moderator = await exchangeInvite(database, { inviteHash: hashSecret(inviteToken), sessionHash: hashSecret(token), now: at, expiresAt })
  if (moderator === undefined) throw new SignalError('linkUsedUp')
  if (formerToken !== undefined) await revokeSession(database, hashSecret(formerToken), at)
  await logAccess(database, { at, who: moderator.name, what: 'signedIn', subject: moderator.name })
  return { token, name: moderator.name, expiresAt }
}

/** The moderator behind a cookie. Throws SignalError `signInFirst` where the session is over, or there is none. */
export async function getModerator(database: Database, token: string | undefined, now: Date): Promise<Moderator & { expiresAt: string }> {
  const tokenHash = token === undefined ? undefined : hashSecret(token)
  const idleSince = new Date(now.getTime() - LONGEST_IDLE_MS).toISOString()
  const session = tokenHash === undefined ? undefined : await findSession(database, tokenHash, now.toISOString(), idleSince)
  if (session === undefined || tokenHash === undefined) throw new SignalError('signInFirst')
  if (now.getTime() - Date.parse(session.seenAt) > TOUCH_MS) await touchSession(database, tokenHash, now.toISOString())
  const { id, name, expiresAt } = session
  return { id, name, expiresAt }
}

export async function signOut(database: Database, token: string, { who, now }: Act): Promise<void> {
  await revokeSession(database, hashSecret(token), now.toISOString())
  await logAccess(database, { at: now.toISOString(), who, what: 'signedOut', subject: who })
}
