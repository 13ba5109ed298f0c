/** How patient, how persistent and how polite the HTTP client is. */
import { readFileSync } from 'node:fs'
import type { Clock } from '#sources/http/clock.ts'
import { systemClock } from '#sources/http/clock.ts'

export interface FetchOptions {
  readonly userAgent: string
  readonly connectTimeoutMs: number
  /** From the request until the head of the answer; CBS takes up to a minute over a large page. */
  readonly answerTimeoutMs: number
  /** Longest silence between two pieces of the body. */
  readonly idleTimeoutMs: number
  /** One attempt at a whole file. What was received is kept and the next attempt goes on from there. */
  readonly attemptTimeoutMs: number
  /** Attempts in a row that bring nothing before giving up. */
  readonly maxAttempts: number
  /** Wait after the first failure; doubles each time, up to `maxBackoffMs`, half of it by chance. */
  readonly backoffMs: number
  readonly maxBackoffMs: number
  /** Longest wait that a service may ask for with Retry-After. */
  readonly maxRetryAfterMs: number
  readonly maxRedirects: number
  /** Largest file, compressed or not. */
  readonly maxBytes: number
  readonly connectionsPerHost: number
  /** How long a kept file is used unasked when the service gives no ETag or Last-Modified to ask with. */
  readonly freshForMs: number
  /** How long a host that could not be reached is not tried again. */
  readonly unreachableForMs: number
  readonly clock: Clock
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }

const SECOND = 1000
const MINUTE = 60 * SECOND

export const defaultFetchOptions: FetchOptions = {
  userAgent: `Topdorp/${version}`,
  connectTimeoutMs: 10 * SECOND,
  answerTimeoutMs: 90 * SECOND,
  idleTimeoutMs: 30 * SECOND,
  attemptTimeoutMs: 20 * MINUTE,
  maxAttempts: 4,
  backoffMs: SECOND,
  maxBackoffMs: 30 * SECOND,
  maxRetryAfterMs: 2 * MINUTE,
  maxRedirects: 5,
  maxBytes: 2 * 1024 ** 3,
  connectionsPerHost: 3,
  freshForMs: 60 * MINUTE,
  unreachableForMs: 30 * SECOND,
  clock: systemClock,
}
