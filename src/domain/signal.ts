/** A signal: what somebody noticed about a place, from the moment it is left until it is answered. */

/** What a signal is about: the six basics of the mission, and community. */
export const BASICS = ['school', 'work', 'income', 'health', 'housing', 'safety', 'community'] as const
export type Basic = (typeof BASICS)[number]

/** In the order a signal goes through them; a signal that is not published ends in `refused`. */
export const SIGNAL_STATUSES = ['received', 'lookedAt', 'published', 'takenUp', 'answered', 'refused'] as const
export type SignalStatus = (typeof SIGNAL_STATUSES)[number]

/** Characters. */
export const SIGNAL_LIMITS = { textLeast: 10, text: 2000, whereExactly: 200, contact: 200, answer: 2000, reason: 500, takenUpIn: 200, reference: 300 } as const

/** Days that personal data are kept. Purpose, basis and reasons: docs/privacy.md. */
export const RETENTION_DAYS = { contact: 365, contactAfterEnd: 30, refusedText: 90, accessLog: 730 } as const

/** Where a signal is about, as it was called when it was left. */
export interface SignalPlace {
  /** Area code or id of a village. */
  readonly placeId: string
  readonly placeName: string
  /** The area itself, or the area that the village lies in. */
  readonly areaCode: string
  readonly areaName: string
  readonly municipalityCode: string
  readonly municipalityName: string
}

export interface Signal extends SignalPlace {
  /** Stable and public: `S` and ten letters and digits. */
  readonly id: string
  readonly basic: Basic
  /** Plain text; undefined once it was erased. */
  readonly text: string | undefined
  readonly whereExactly: string | undefined
  readonly status: SignalStatus
  /** ISO date and time, UTC, like all moments here. */
  readonly receivedAt: string
  readonly publishedAt: string | undefined
  /** A moderator took personal data out of the text; what stood there is gone. */
  readonly redactedAt: string | undefined
  /** The text was erased when its time was up. */
  readonly erasedAt: string | undefined
}

/** What was done with a signal; they stay for ever, in order. */
export interface SignalEvent {
  readonly status: SignalStatus
  readonly at: string
  /** The answer, the reason not to publish, or what it was taken up in. */
  readonly note: string | undefined
  /** Where that can be found: an address or the identifier of something else in Topdorp. */
  readonly reference: string | undefined
}

const ID_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 16

/** Letters and digits that nobody confuses, one for each byte. */
export function writeLetters(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('')
}

/** The receipt code as people read it: four groups of four. */
export function showReceiptCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code
}

/** A receipt code as somebody typed it, undefined where it cannot be one. */
export function readReceiptCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === CODE_LENGTH && [...code].every((letter) => ID_LETTERS.includes(letter)) ? code : undefined
}
