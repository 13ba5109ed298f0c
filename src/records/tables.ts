/** The tables, as the query builder sees them. Columns are text and whole numbers only, so that both databases hold the same. */
import type { Kysely } from 'kysely'

/** Moments are ISO 8601 in UTC: as text they sort in time. */
export interface Tables {
  recordsMigration: { number: number; name: string; checksum: string; appliedAt: string }
  signal: SignalTable
  signalEvent: SignalEventTable
  signalContact: SignalContactTable
  moderator: { id: string; name: string; createdAt: string; disabledAt: string | null }
  moderatorInvite: { tokenHash: string; moderatorId: string; createdAt: string; expiresAt: string; usedAt: string | null }
  moderatorSession: {
    tokenHash: string
    moderatorId: string
    createdAt: string
    seenAt: string
    expiresAt: string
    revokedAt: string | null
  }
  scenario: { id: string; secretHash: string; createdAt: string; usedOn: string; erasedAt: string | null }
  scenarioVersion: { scenarioId: string; number: number; document: string | null; figuresVersion: string; savedAt: string }
  accessLog: { id: string; at: string; who: string; what: string; subject: string }
}

interface SignalTable {
  id: string
  receiptHash: string
  placeId: string
  placeName: string
  areaCode: string
  areaName: string
  municipalityCode: string
  municipalityName: string
  basic: string
  text: string | null
  whereExactly: string | null
  status: string
  receivedAt: string
  publishedAt: string | null
  redactedAt: string | null
  eraseAt: string | null
  erasedAt: string | null
}

interface SignalEventTable {
  signalId: string
  number: number
  status: string
  at: string
  byWhom: string
  note: string | null
  reference: string | null
}

/** Apart from the signal, since it is personal. What is left after erasing is the tombstone: that there was one, and when it went. */
interface SignalContactTable {
  signalId: string
  contact: string | null
  eraseAt: string
  erasedAt: string | null
}

export type Database = Kysely<Tables>
