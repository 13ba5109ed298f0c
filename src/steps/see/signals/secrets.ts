/** Secrets that people carry: receipts, links, sessions. They are long and random, so a plain hash is enough to keep. */
import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32
const DAY_MS = 24 * 3600 * 1000

/** 256 bits that fit in an address and in a cookie. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/**
 * What is kept of a secret. It is looked up by this in an index: how long that takes says something of the hash at most,
 * and nothing of the secret.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function addDays(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * DAY_MS).toISOString()
}
