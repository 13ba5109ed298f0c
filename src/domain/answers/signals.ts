/** What is sent and answered about signals. */
import { z } from 'zod'
import { AREA_LEVELS } from '#domain/area.ts'
import { BASICS, SIGNAL_LIMITS, SIGNAL_STATUSES } from '#domain/signal.ts'
import { bilingualSchema } from '#domain/answers/shared.ts'

export const basicSchema = z.enum(BASICS).describe('What it is about: one of the six basics, or community')
export const signalStatusSchema = z.enum(SIGNAL_STATUSES)

/** No control characters but line ends and tabs, and none that turn the direction of writing around. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/
const UNSEEN_WORDS = { nl: 'In de tekst staat een teken dat niet te zien is. Haal het weg.', en: 'The text has a character that cannot be seen. Take it out.' }

function plainText(most: number, least = 0) {
  return z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim())
    .pipe(z.string().min(least).max(most).refine((text) => !UNSEEN.test(text), { params: UNSEEN_WORDS }))
}

export const signalFormSchema = z.strictObject({
  placeId: z.string().min(1).max(20).describe('Area code of a municipality, wijk or buurt, or id of a village'),
  basic: basicSchema,
  text: plainText(SIGNAL_LIMITS.text, SIGNAL_LIMITS.textLeast).describe('What was noticed; plain text'),
  whereExactly: plainText(SIGNAL_LIMITS.whereExactly).optional().describe('A street, a building, a spot'),
  contact: plainText(SIGNAL_LIMITS.contact).optional().describe('How the sender can be reached; seen by moderators only, and erased'),
  key: z.uuid().optional().describe('Made by the sender. Sending the same again with the same key gives the same receipt.'),
  website: z.string().max(200).optional().describe('Leave empty: programs that fill in everything are known by it'),
  secondsSpent: z.number().min(0).optional().describe('How long the form was open'),
})

const momentSchema = z.iso.datetime()
const namedSchema = z.object({ id: z.string(), name: z.string() })

export const receiptSchema = z.object({
  id: z.string(),
  code: z.string().describe('Follow the signal with it at /v1/receipts/{code}; kept nowhere, so write it down'),
  receivedAt: momentSchema,
})

export const signalEventSchema = z.object({
  status: signalStatusSchema,
  at: momentSchema,
  note: z.string().optional().describe('The answer, what it was taken up in, or the reason not to publish'),
  reference: z.string().optional(),
})

export const signalSchema = z.object({
  id: z.string().describe('Stable'),
  place: namedSchema.describe('As it was called when the signal was left'),
  municipality: namedSchema,
  basic: basicSchema,
  text: z.string(),
  whereExactly: z.string().optional(),
  isRedacted: z.boolean().describe('Personal data were taken out'),
  status: signalStatusSchema,
  receivedAt: momentSchema,
  publishedAt: momentSchema,
  events: z.array(signalEventSchema),
  moved: bilingualSchema.optional().describe('Where it belongs now, when the area that it was left about is no more'),
})

export const signalListSchema = z.object({
  total: z.number().int(),
  byBasic: z.array(z.object({ basic: basicSchema, count: z.number().int() })),
  signals: z.array(signalSchema),
})

export const signalCountLevelSchema = z.enum(['village', ...AREA_LEVELS]).describe('A village, or a level of area: country to neighbourhood')
const placeCountSchema = z.object({
  id: z.string().describe('As in /v1/places/{id}'),
  name: z.string(),
  municipality: namedSchema.optional().describe('Where it lies, for what is smaller than a municipality'),
  total: z.number().int(),
  byStatus: z.array(z.object({ status: signalStatusSchema, count: z.number().int() })),
  byBasic: z.array(z.object({ basic: basicSchema, count: z.number().int() })),
  lastReceivedAt: momentSchema,
})
export const signalCountListSchema = z.object({
  level: signalCountLevelSchema,
  total: z.number().int().describe('All published signals; one about a municipality that was divided counts in each part, so places may add up to more'),
  ofOtherLevels: z.number().int().describe('Not counted with any of `places`: they are about an area that lies in none of this level'),
  nowhere: z.number().int().describe('Not counted with any of `places`: it is not known where they belong now'),
  places: z.array(placeCountSchema).describe('Most signals first, then by name; a place without signals is not in it'),
})

export const receiptStatusSchema = z.object({
  id: z.string(),
  place: namedSchema,
  basic: basicSchema,
  text: z.string().optional(),
  status: signalStatusSchema,
  isPublished: z.boolean(),
  receivedAt: momentSchema,
  events: z.array(signalEventSchema),
  hasContact: z.boolean(),
  contactErasedAt: momentSchema.optional(),
})

export const waitingSignalSchema = z.object({
  id: z.string(),
  place: namedSchema,
  municipality: namedSchema,
  basic: basicSchema,
  status: signalStatusSchema,
  isPublished: z.boolean(),
  receivedAt: momentSchema,
  hasContact: z.boolean(),
})
export const waitingListSchema = z.object({
  counts: z.array(z.object({ status: signalStatusSchema, count: z.number().int() })),
  signals: z.array(waitingSignalSchema),
})
export const moderatedSignalSchema = waitingSignalSchema.extend({
  text: z.string().optional(),
  whereExactly: z.string().optional(),
  isRedacted: z.boolean(),
  events: z.array(signalEventSchema),
})
export const contactSchema = z.object({ contact: z.string(), eraseAt: momentSchema })

export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publish') }),
  z.strictObject({ kind: z.literal('takeUp'), note: plainText(SIGNAL_LIMITS.takenUpIn, 3), reference: plainText(SIGNAL_LIMITS.reference).optional() }),
  z.strictObject({ kind: z.literal('answer'), note: plainText(SIGNAL_LIMITS.answer, 3), reference: plainText(SIGNAL_LIMITS.reference).optional() }),
  z.strictObject({ kind: z.literal('refuse'), note: plainText(SIGNAL_LIMITS.reason, 3) }),
  z.strictObject({ kind: z.literal('redact'), text: plainText(SIGNAL_LIMITS.text, 1), whereExactly: plainText(SIGNAL_LIMITS.whereExactly).optional() }),
])

export const signInSchema = z.strictObject({ token: z.string().min(1).max(200).describe('From the link that a moderator was given') })
export const sessionSchema = z.object({ name: z.string(), expiresAt: momentSchema })

export const privacySchema = z.object({
  operator: z.string().optional().describe('Who runs this installation and how to reach them'),
  retentionDays: z.object({ contact: z.number().int(), contactAfterEnd: z.number().int(), refusedText: z.number().int(), accessLog: z.number().int() }),
})

export type PrivacyAnswer = z.infer<typeof privacySchema>
export type SignalAnswer = z.infer<typeof signalSchema>
export type SignalListAnswer = z.infer<typeof signalListSchema>
export type SignalCountLevel = z.infer<typeof signalCountLevelSchema>
export type SignalCountListAnswer = z.infer<typeof signalCountListSchema>
export type PlaceSignalCount = z.infer<typeof placeCountSchema>
export type SignalEventAnswer = z.infer<typeof signalEventSchema>
export type SignalFormBody = z.infer<typeof signalFormSchema>
export type Receipt = z.infer<typeof receiptSchema>
export type SessionAnswer = z.infer<typeof sessionSchema>
export type ReceiptStatus = z.infer<typeof receiptStatusSchema>
export type WaitingSignal = z.infer<typeof waitingSignalSchema>
export type WaitingList = z.infer<typeof waitingListSchema>
export type ModeratedSignal = z.infer<typeof moderatedSignalSchema>
export type Decision = z.infer<typeof decisionSchema>
export type ContactAnswer = z.infer<typeof contactSchema>
