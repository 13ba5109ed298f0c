/** Erases personal data whose time is up: at every start and once a day. Periods: docs/privacy.md. */
import { UNUSED_SCENARIO_DAYS } from '#domain/kept-scenario.ts'
import { RETENTION_DAYS } from '#domain/signal.ts'
import { deleteOldAccesses } from '#records/access-log.ts'
import { eraseUnusedScenarios } from '#records/scenarios.ts'
import { deleteOldSessions } from '#records/moderators.ts'
import type { Records } from '#records/records.ts'
import { eraseExpiredSignalData } from '#records/signals.ts'
import { addDays } from '#steps/see/signals/secrets.ts'

const SESSION_DAYS = 7

export interface Erased {
  readonly contacts: number
  /** Texts of signals that were not published. */
  readonly texts: number
  readonly accesses: number
  /** Scenarios that nobody used any more. */
  readonly scenarios: number
}

export async function eraseExpired(records: Records, now: Date): Promise<Erased> {
  const { database } = records
  const erased = await eraseExpiredSignalData(database, now.toISOString())
  const accesses = await deleteOldAccesses(database, addDays(now, -RETENTION_DAYS.accessLog))
  await deleteOldSessions(database, addDays(now, -SESSION_DAYS))
  const scenarios = await eraseUnusedScenarios(database, addDays(now, -UNUSED_SCENARIO_DAYS).slice(0, 10), now.toISOString())
  await records.forgetErased()
  return { ...erased, accesses, scenarios }
}
