/** Keeping a scenario for others to open, without an account: an address that is hard to guess, and a secret for whoever made it. */
import { randomBytes } from 'node:crypto'
import type { KeptScenarioAnswer, ScenarioReceipt } from '#domain/answers/scenario-answers.ts'
import { makeFault } from '#domain/fault.ts'
import { findKeptFault, KEPT_TEXT_LIMITS, MOST_KEPT_CHARACTERS, MOST_SCENARIO_VERSIONS, type KeptFault } from '#domain/kept-scenario.ts'
import { scenarioDocumentSchema, type ScenarioDocument } from '#domain/scenario-document.ts'
import { writeLetters } from '#domain/signal.ts'
import type { Words } from '#domain/words.ts'
import { logAccess } from '#records/access-log.ts'
import type { Records } from '#records/records.ts'
import { addScenarioVersion, eraseScenario, findScenario, insertScenario, markScenarioUsed } from '#records/scenarios.ts'
import type { Database } from '#records/tables.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'
import { hashSecret, makeToken } from '#steps/see/signals/secrets.ts'

/** 16 letters of 30: 78 bits. */
const ID_BYTES = 16
/** In the access log, for whoever holds the secret. */
const HOLDER = 'holder of the secret'

/** When this returns it is on the disk. Throws SeeError `scenarioNotKept` or `scenarioRefused`. */
export async function keepScenario(database: Database, statistics: Statistics, document: ScenarioDocument, now: Date): Promise<ScenarioReceipt> {
  await refuseUnfit(statistics, document)
  const id = writeLetters(randomBytes(ID_BYTES))
  const secret = makeToken()
  await insertScenario(database, { id, secretHash: hashSecret(secret), document: JSON.stringify(document), figuresVersion: statistics.version, savedAt: now.toISOString() })
  await logAccess(database, { at: now.toISOString(), who: HOLDER, what: 'savedScenario', subject: id })
  return { id, version: 1, secret }
}

/** A new version; those that are there stay as they are. Throws SeeError `unknownScenario`, `scenarioFull` and as above. */
export async function keepVersion(database: Database, statistics: Statistics, id: string, secret: string, document: ScenarioDocument, now: Date): Promise<{ readonly id: string; readonly version: number }> {
  await refuseUnfit(statistics, document)
  const version = await addScenarioVersion(database, { id, secretHash: hashSecret(secret), document: JSON.stringify(document), figuresVersion: statistics.version, savedAt: now.toISOString() }, MOST_SCENARIO_VERSIONS)
  if (version === 'unknown') throw new SeeError('unknownScenario', id)
  if (version === 'full') throw new SeeError('scenarioFull', id)
  await logAccess(database, { at: now.toISOString(), who: HOLDER, what: 'savedScenario', subject: `${id}.${version}` })
  return { id, version }
}

/** A version, or the last. Throws SeeError `unknownScenario` or `scenarioErased`. */
export async function openScenario(database: Database, statistics: Statistics, id: string, number: number | undefined, now: Date): Promise<KeptScenarioAnswer> {
  const scenario = await findScenario(database, id)
  if (scenario?.erasedAt !== undefined) throw new SeeError('scenarioErased', id)
  const version = scenario?.versions.find((own) => own.number === (number ?? scenario.versions.length))
  if (scenario === undefined || version?.document === undefined) throw new SeeError('unknownScenario', number === undefined ? id : `${id}.${number}`)
  await markScenarioUsed(database, id, now.toISOString().slice(0, 10))
  return {
    id,
    version: version.number,
    savedAt: version.savedAt,
    sameFigures: version.figuresVersion === statistics.version,
    latestVersion: scenario.versions.length,
    document: scenarioDocumentSchema.parse(JSON.parse(version.document)),
  }
}

/** By whoever has the secret, or without one by the operator (`who`). Throws SeeError `unknownScenario`. */
export async function removeScenario(records: Records, id: string, by: { readonly secret: string } | { readonly who: string }, now: Date): Promise<void> {
  const at = now.toISOString()
  if (!(await eraseScenario(records.database, id, 'secret' in by ? hashSecret(by.secret) : undefined, at))) throw new SeeError('unknownScenario', id)
  await logAccess(records.database, { at, who: 'who' in by ? by.who : HOLDER, what: 'erasedScenario', subject: id })
  await records.forgetErased()
}

async function refuseUnfit(statistics: Statistics, document: ScenarioDocument): Promise<void> {
  const fault = findKeptFault(document)
  if (fault !== undefined) throw new SeeError('scenarioNotKept', document.name, [makeFault('', FAULT_WORDS[fault].nl, FAULT_WORDS[fault].en)])
  await resolveScenario(statistics, document)
}

const FAULT_WORDS: Readonly<Record<KeptFault, Words>> = {
  nameLong: { nl: `De naam is te lang. Gebruik hooguit ${KEPT_TEXT_LIMITS.name} tekens.`, en: `The name is too long. Use at most ${KEPT_TEXT_LIMITS.name} characters.` },
  descriptionLong: { nl: `De toelichting is te lang. Gebruik hooguit ${KEPT_TEXT_LIMITS.description} tekens.`, en: `The description is too long. Use at most ${KEPT_TEXT_LIMITS.description} characters.` },
  tooLarge: { nl: `Het scenario is te groot. Hooguit ${MOST_KEPT_CHARACTERS} tekens kan. Bewaar het als bestand.`, en: `The scenario is too large. At most ${MOST_KEPT_CHARACTERS} characters are possible. Keep it as a file.` },
  unseen: { nl: 'In een tekst staat een teken dat niet te zien is. Haal het weg.', en: 'A text has a character that cannot be seen. Take it out.' },
  contact: { nl: 'In een tekst lijkt een e-mailadres of telefoonnummer te staan. Haal het weg: een scenario is voor iedereen die de link heeft.', en: 'A text seems to hold an e-mail address or telephone number. Take it out: a scenario is for everybody who has the link.' },
}
