/** From the error codes of Node and undici to failures in words. */
import type { FetchOptions } from '#sources/http/fetch-options.ts'
import { AttemptError, type Failure } from '#sources/http/failures.ts'

const CERTIFICATE_CODES = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** The failure that an error of the network or the disk stands for. An error of neither is a fault of ours and thrown on. */
export function toAttemptError(error: unknown, options: FetchOptions): AttemptError {
  if (error instanceof AttemptError) return error
  const { code: rawCode, name = '', message = '' } = error as { code?: unknown; name?: string; message?: string }
  const code = typeof rawCode === 'string' ? rawCode : ''
  if (code === '' && name !== 'TimeoutError') throw error
  const failure = findDiskFailure(code) ?? findTimeout(code, name, options) ?? findNetworkFailure(code, message)
  return new AttemptError(failure, { cause: error })
}

function findDiskFailure(code: string): Failure | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return { kind: 'diskFull', happened: { nl: 'past niet op de schijf', en: 'does not fit on the disk' }, retry: false }
  if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'EISDIR', 'EMFILE', 'ENOENT'].includes(code))
    return { kind: 'disk', happened: { nl: `kon niet worden bewaard (${code})`, en: `could not be kept (${code})` }, retry: false }
  return undefined
}

function findTimeout(code: string, name: string, options: FetchOptions): Failure | undefined {
  const inWords = (ms: number, nl: (time: string) => string, en: (time: string) => string): Failure => ({
    kind: 'timeout',
    happened: { nl: nl(toDuration(ms, 'seconden', 'minuten')), en: en(toDuration(ms, 'seconds', 'minutes')) },
    retry: true,
  })
  if (code === 'UND_ERR_HEADERS_TIMEOUT')
    return inWords(options.answerTimeoutMs, (t) => `gaf binnen ${t} geen antwoord`, (t) => `gave no answer within ${t}`)
  if (code === 'UND_ERR_BODY_TIMEOUT')
    return inWords(options.idleTimeoutMs, (t) => `viel tijdens het versturen ${t} stil`, (t) => `fell silent for ${t} while sending`)
  if (name === 'TimeoutError')
    return inWords(options.attemptTimeoutMs, (t) => `was na ${t} nog niet klaar met versturen`, (t) => `had not finished sending after ${t}`)
  return undefined
}

/** "30 seconds", "20 minutes", "0.1 seconds". */
function toDuration(ms: number, seconds: string, minutes: string): string {
  return ms >= 120_000 ? `${Math.round(ms / 60_000)} ${minutes}` : `${ms / 1000} ${seconds}`
}

function findNetworkFailure(code: string, message: string): Failure {
  if (CERTIFICATE_CODES.has(code))
    return { kind: 'insecure', happened: { nl: `heeft geen geldig certificaat (${code})`, en: `has no valid certificate (${code})` }, retry: false }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return unreachable('is niet gevonden (onbekende naam, of geen netwerk)', 'was not found (unknown name, or no network)')
    case 'ECONNREFUSED':
      return unreachable('weigerde de verbinding', 'refused the connection')
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return unreachable('nam de verbinding niet aan', 'did not take the connection')
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return { kind: 'brokenOff', happened: { nl: 'brak de verbinding af', en: 'broke off the connection' }, retry: true }
    default:
      if (code.startsWith('HPE_'))
        return { kind: 'brokenOff', happened: { nl: 'stuurde een antwoord dat geen HTTP is', en: 'sent an answer that is not HTTP' }, retry: true }
      return unreachable(`was niet te bereiken (${code || message})`, `could not be reached (${code || message})`)
  }
}

function unreachable(nl: string, en: string): Failure {
  return { kind: 'unreachable', happened: { nl, en }, retry: true }
}
