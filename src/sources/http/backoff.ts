/** How long to wait before trying again. */
import type { FetchOptions } from '#sources/http/fetch-options.ts'

/**
 * Milliseconds to wait after the `failures`-th failure in a row (1 and up): doubling, half of it by chance so that
 * many clients do not come back at the same moment; never shorter than the service asked, up to the cap.
 */
export function computeWaitMs(failures: number, retryAfterMs: number | undefined, options: FetchOptions): number {
  const full = Math.min(options.maxBackoffMs, options.backoffMs * 2 ** (failures - 1))
  const own = full / 2 + (full / 2) * options.clock.random()
  return Math.max(own, Math.min(retryAfterMs ?? 0, options.maxRetryAfterMs))
}

/** The wait a Retry-After header asks for, in seconds or as a date; undefined where it says neither. Never negative. */
export function parseRetryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const moment = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now)
}
