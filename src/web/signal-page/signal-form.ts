/** What is typed in the form of a signal, and what is wrong with it. */
import type { SignalFormBody } from '#domain/answers/signals.ts'
import { SIGNAL_LIMITS, type Basic } from '#domain/signal.ts'
import type { Messages } from '#web/messages/nl/index.ts'

export interface SignalDraft {
  readonly basic: Basic | undefined
  readonly text: string
  readonly whereExactly: string
  readonly contact: string
  /** People do not see this field. */
  readonly website: string
}

export const EMPTY_DRAFT: SignalDraft = { basic: undefined, text: '', whereExactly: '', contact: '', website: '' }

/** What is wrong, by the id of its field on the page. */
export type FormErrors = Readonly<Partial<Record<FieldId, string>>>
export type FieldId = 'plaats' | 'onderwerp' | 'tekst' | 'waar' | 'contact'

const FIELD_IDS: Readonly<Record<string, FieldId>> = { placeId: 'plaats', basic: 'onderwerp', text: 'tekst', whereExactly: 'waar', contact: 'contact' }

export function checkDraft(draft: SignalDraft, placeId: string | undefined, t: Messages, most: string): FormErrors {
  const { text } = draft
  const length = text.trim().length
  return {
    ...(placeId === undefined && { plaats: t.signals.form.needPlace }),
    ...(draft.basic === undefined && { onderwerp: t.signals.form.needBasic }),
    ...(length < SIGNAL_LIMITS.textLeast && { tekst: t.signals.form.needText(SIGNAL_LIMITS.textLeast) }),
    ...(length > SIGNAL_LIMITS.text && { tekst: t.signals.form.longText(most) }),
  }
}

/** What the server found wrong, at the fields of the page. */
export function placeErrors(fields: readonly { field: string; message: string }[]): FormErrors {
  return Object.fromEntries(fields.flatMap(({ field, message }) => (FIELD_IDS[field] === undefined ? [] : [[FIELD_IDS[field], message]])))
}

export function writeBody(draft: SignalDraft, placeId: string, basic: Basic, key: string, secondsSpent: number): SignalFormBody {
  const { text, whereExactly, contact, website } = draft
  return {
    placeId,
    basic,
    text,
    key,
    secondsSpent,
    ...(whereExactly.trim() !== '' && { whereExactly }),
    ...(contact.trim() !== '' && { contact }),
    ...(website !== '' && { website }),
  }
}

/** A random UUID. `crypto.randomUUID` is there over https only, and the site must also work on a network at home. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
