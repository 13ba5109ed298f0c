/** Every migration, in order. */
import { signals } from '#records/migrations/0001-signals.ts'
import { scenarios } from '#records/migrations/0002-scenarios.ts'
import type { Migration } from '#records/migrations/migration.ts'

export const MIGRATIONS: readonly Migration[] = [signals, scenarios]
