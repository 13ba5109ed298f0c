/** One thing that must be right for Topdorp to work, and the way out where it is not. */
import type { Bilingual } from '#cli/command.ts'

export interface CheckResult {
  /** warning: Topdorp works, but not as well as it could. */
  readonly outcome: 'ok' | 'warning' | 'failed'
  readonly message: Bilingual
  readonly wayOut?: Bilingual
}

export interface Check {
  readonly id: string
  run(): Promise<CheckResult>
}

export function passed(nl: string, en: string): CheckResult {
  return { outcome: 'ok', message: { nl, en } }
}

export function warned(message: Bilingual, wayOut: Bilingual): CheckResult {
  return { outcome: 'warning', message, wayOut }
}

export function failed(message: Bilingual, wayOut: Bilingual): CheckResult {
  return { outcome: 'failed', message, wayOut }
}
