/**
 * How often one address may send, without keeping addresses: each is counted under a keyed hash, the key is random,
 * lives in memory only and is thrown away with all counts after a day.
 */
import { createHmac, randomBytes } from 'node:crypto'

const HOUR_MS = 3600 * 1000
const DAY_MS = 24 * HOUR_MS
/** Beyond this many addresses a day somebody is attacking; then all are counted together. */
const MOST_ADDRESSES = 100_000

export interface SenderLimits {
  readonly perHour: number
  readonly perDay: number
  /** By all addresses together, in an hour. */
  readonly allPerHour: number
  /** Addresses that are counted with all only: a proxy on this machine would otherwise stand for everybody. */
  readonly exempt: readonly string[]
}

export class SenderLimiter {
  readonly #limits: SenderLimits
  #key = randomBytes(32)
  #day = -1
  #hour = -1
  #all = 0
  readonly #inHour = new Map<string, number>()
  readonly #inDay = new Map<string, number>()

  constructor(limits: SenderLimits) {
    this.#limits = limits
  }

  /** Counts one more; undefined where it may be, otherwise the seconds to wait. */
  count(address: string, now: Date): number | undefined {
    this.#turn(now.getTime())
    const untilHour = Math.ceil((HOUR_MS - (now.getTime() % HOUR_MS)) / 1000)
    if (this.#all >= this.#limits.allPerHour) return untilHour
    this.#all += 1
    if (this.#limits.exempt.includes(address)) return undefined
    const name = this.#inDay.size >= MOST_ADDRESSES ? 'others' : createHmac('sha256', this.#key).update(groupAddress(address)).digest('base64')
    const inDay = this.#inDay.get(name) ?? 0
    const inHour = this.#inHour.get(name) ?? 0
    if (inDay >= this.#limits.perDay) return Math.ceil((DAY_MS - (now.getTime() % DAY_MS)) / 1000)
    if (inHour >= this.#limits.perHour) return untilHour
    this.#inDay.set(name, inDay + 1)
    this.#inHour.set(name, inHour + 1)
    return undefined
  }

  #turn(time: number): void {
    const hour = Math.floor(time / HOUR_MS)
    if (hour === this.#hour) return
    this.#hour = hour
    this.#inHour.clear()
    this.#all = 0
    const day = Math.floor(time / DAY_MS)
    if (day === this.#day) return
    this.#day = day
    this.#inDay.clear()
    this.#key = randomBytes(32)
  }
}

/** One IPv6 subscriber has 2^64 addresses: the first half tells who. */
function groupAddress(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = ''] = address.split('::')
  return head.split(':').slice(0, 4).join(':')
}
