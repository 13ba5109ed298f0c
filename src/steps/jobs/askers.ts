/** Who wait for a job: everybody who asked for it has a ticket, and is known to follow it who asks with it how far it is. */
import { randomBytes } from 'node:crypto'

/** Who followed a job and has not been heard of for so long is gone; pages ask more than once a second. */
const GONE_MS = 30_000
const TICKET_BYTES = 9

export class Askers {
  readonly #now: () => number
  /** When each was heard of last; undefined for who never asked how far it is, and so may come for the result only. */
  readonly #seenAt = new Map<string, number | undefined>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** The ticket of one more. */
  add(): string {
    const ticket = randomBytes(TICKET_BYTES).toString('base64url')
    this.#seenAt.set(ticket, undefined)
    return ticket
  }

  see(ticket: string): void {
    if (this.#seenAt.has(ticket)) this.#seenAt.set(ticket, this.#now())
  }

  /** One leaves; without a ticket it is not known which, and only the last can. Gives whether nobody waits any more. */
  leave(ticket: string | undefined): boolean {
    if (ticket === undefined) return this.#countThere() <= 1
    return this.#seenAt.delete(ticket) && this.#countThere() === 0
  }

  /** Whether all of them followed it, and do so no longer. */
  areGone(): boolean {
    return this.#countThere() === 0
  }

  #countThere(): number {
    return [...this.#seenAt.values()].filter((seenAt) => seenAt === undefined || this.#now() - seenAt <= GONE_MS).length
  }
}
