/** Anybody leaves a signal: a check that it is about a place here, a receipt, and it is kept before the sender hears of it. */
import { createHash, randomBytes } from 'node:crypto'
import type { Area } from '#domain/area.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { RETENTION_DAYS, writeLetters, type Basic, type SignalPlace } from '#domain/signal.ts'
import { findSignalByReceipt, insertSignal } from '#records/signals.ts'
import type { Database } from '#records/tables.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { SeeError } from '#steps/see/problems.ts'
import { isPresent, locateSignal } from '#steps/see/signals/locate-signal.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'
import { getSubject } from '#steps/see/subject.ts'
import { addDays, hashSecret } from '#steps/see/signals/secrets.ts'

export interface SignalForm {
  readonly placeId: string
  readonly basic: Basic
  readonly text: string
  readonly whereExactly?: string | undefined
  /** Name, address, telephone or e-mail: whatever the sender wants to be reached by. */
  readonly contact?: string | undefined
  /** Random, made by the form: who sends it again after a broken connection gets the same receipt, and nothing is kept twice. */
  readonly key?: string | undefined
}

export interface SignalReceipt {
  readonly id: string
  /** With this the sender follows the signal, without an account. Kept nowhere here. */
  readonly code: string
  readonly receivedAt: string
}

const ID_BYTES = 10
const CODE_BYTES = 16

/** When this returns, the signal is on the disk. Throws SeeError (`areaIsNoMore` with what it became) and SignalError `placeTooLarge`. */
export async function leaveSignal(database: Database, statistics: Statistics, form: SignalForm, now: Date): Promise<SignalReceipt> {
  const place = findSignalPlace(statistics, form.placeId)
  // The whole form, not the key alone: who mends the text before sending again sends another signal.
  const seed = form.key === undefined ? randomBytes(32) : hash(JSON.stringify([form.key, form.placeId, form.basic, form.text, form.whereExactly, form.contact]))
  const code = writeLetters(hash('receipt', seed).subarray(0, CODE_BYTES))
  const id = `S${writeLetters(hash('identifier', seed).subarray(0, ID_BYTES))}`
  const receivedAt = now.toISOString()
  const receiptHash = hashSecret(code)
  const isNew = await insertSignal(database, {
    id,
    receiptHash,
    ...place,
    basic: form.basic,
    text: form.text,
    whereExactly: form.whereExactly || undefined,
    receivedAt,
    ...(form.contact && { contact: { text: form.contact, eraseAt: addDays(now, RETENTION_DAYS.contact) } }),
  })
  if (isNew) return { id, code, receivedAt }
  const earlier = await findSignalByReceipt(database, receiptHash)
  return { id, code, receivedAt: earlier?.receivedAt ?? receivedAt }
}

function findSignalPlace(statistics: Statistics, id: string): SignalPlace {
  const { id: placeId, name: placeName, areas } = getSubject(statistics, id)
  const [area] = areas
  const municipality = area && statistics.findArea(area.level === 'municipality' ? area.code : (area.parents.municipality ?? ''))
  if (area === undefined || municipality === undefined) throw new SignalError('placeTooLarge', placeName)
  const place = { placeId, placeName, areaCode: area.code, areaName: area.name, municipalityCode: municipality.code, municipalityName: municipality.name }
  if (!isPresent(statistics, area)) throw new SeeError('areaIsNoMore', placeId, [describeSuccessors(place, locateSignal(statistics, place).areas)])
  return place
}

/** What became of it, so that the sender can choose that. */
function describeSuccessors({ placeId, placeName }: SignalPlace, areas: readonly Area[]): Fault {
  const names = areas.map(({ name, code }) => `${name} (${code})`).join(', ')
  return areas.length === 0
    ? makeFault('placeId', `${placeName} (${placeId}) bestaat niet meer. Zoek een plaats die er nu is.`, `${placeName} (${placeId}) is no more. Search a place that is there now.`)
    : makeFault('placeId', `${placeName} (${placeId}) bestaat niet meer. Het hoort nu bij: ${names}. Kies die plaats.`, `${placeName} (${placeId}) is no more. It belongs to: ${names} now. Choose that place.`)
}

function hash(text: string, seed: Uint8Array = new Uint8Array()): Buffer {
  return createHash('sha256').update(text).update(seed).digest()
}
