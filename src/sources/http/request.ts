/** One request and its redirects, up to the head of the answer. */
import { request as send, type Dispatcher } from 'undici'
import { parseRetryAfterMs } from '#sources/http/backoff.ts'
import { AttemptError, type Failure } from '#sources/http/failures.ts'
import type { FetchOptions } from '#sources/http/fetch-options.ts'

export type Answer = Dispatcher.ResponseData

const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Statuses after which trying again may help. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524])

/**
 * Asks for a URL and follows redirects. The answer is 200, 206, 304 or 416; every other status throws AttemptError,
 * as do too many redirects, a circle of them, and one that leaves https or the web.
 */
export async function request(
  url: string,
  headers: Readonly<Record<string, string>>,
  dispatcher: Dispatcher,
  signal: AbortSignal,
  options: FetchOptions,
): Promise<Answer> {
  const visited = [url]
  for (;;) {
    const here = visited.at(-1) ?? url
    const answer = await send(here, {
      dispatcher,
      signal,
      headers: { 'User-Agent': options.userAgent, ...headers },
      headersTimeout: options.answerTimeoutMs,
      bodyTimeout: options.idleTimeoutMs,
    })
    if ([200, 206, 304, 416].includes(answer.statusCode)) return answer
    await answer.body.dump().catch(() => undefined)
    if (!REDIRECTS.has(answer.statusCode)) throw new AttemptError(describeStatus(answer, options))
    visited.push(findNextUrl(answer, here, visited, options))
  }
}

function findNextUrl(answer: Answer, here: string, visited: readonly string[], options: FetchOptions): string {
  const location = readHeader(answer, 'location')
  if (location === undefined || !URL.canParse(location, here))
    throw redirectError('verwijst door zonder te zeggen waarheen', 'redirects without saying where to')
  const next = new URL(location, here)
  if (next.protocol !== 'https:' && !(next.protocol === 'http:' && here.startsWith('http:')))
    throw redirectError(`verwijst door naar een onveilig adres (${next.href})`, `redirects to an unsafe address (${next.href})`)
  if (visited.includes(next.href)) throw redirectError('verwijst in een kring door', 'redirects in a circle')
  if (visited.length > options.maxRedirects)
    throw redirectError(`verwijst meer dan ${options.maxRedirects} keer door`, `redirects more than ${options.maxRedirects} times`)
  return next.href
}

function redirectError(nl: string, en: string): AttemptError {
  return new AttemptError({ kind: 'redirects', happened: { nl, en }, retry: false })
}

function describeStatus(answer: Answer, options: FetchOptions): Failure {
  const status = answer.statusCode
  const happened = { nl: `gaf antwoord ${status}`, en: `answered ${status}` }
  if (PASSING.has(status)) {
    const retryAfterMs = parseRetryAfterMs(readHeader(answer, 'retry-after'), options.clock.now())
    return { kind: 'busy', happened, retry: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  }
  if (status === 404 || status === 410) return { kind: 'notFound', happened, retry: false }
  if (status === 401 || status === 403 || status === 407 || status === 451) return { kind: 'forbidden', happened, retry: false }
  return { kind: 'refused', happened, retry: false }
}

/** One header of an answer, the first where there are several. */
export function readHeader(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name]
  return Array.isArray(value) ? value[0] : value
}
