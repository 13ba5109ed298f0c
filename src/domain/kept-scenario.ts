/** What is asked of a scenario that is kept for others to open. */
import type { ScenarioDocument } from '#domain/scenario-document.ts'

/** Days after which a scenario that nobody opened or changed is erased. */
export const UNUSED_SCENARIO_DAYS = 730
/** Versions of one scenario. */
export const MOST_SCENARIO_VERSIONS = 50
/** Free text is for a name and a few lines, not for stories about people. */
export const KEPT_TEXT_LIMITS = { name: 80, description: 500 } as const
/** Characters of the document as JSON. */
export const MOST_KEPT_CHARACTERS = 60_000

/** No control characters but line ends and tabs, and none that turn the direction of writing around. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/
/** Addresses of people and telephone numbers, which have no place in a scenario. */
const CONTACT = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:\+31|\b0)[\s-]?(?:\d[\s-]?){8,9}\b/i

export type KeptFault = 'nameLong' | 'descriptionLong' | 'tooLarge' | 'unseen' | 'contact'

/** Undefined where it can be kept. */
export function findKeptFault(document: ScenarioDocument): KeptFault | undefined {
  const { name, description = '' } = document
  const text = JSON.stringify(document)
  if (name.length > KEPT_TEXT_LIMITS.name) return 'nameLong'
  if (description.length > KEPT_TEXT_LIMITS.description) return 'descriptionLong'
  if (text.length > MOST_KEPT_CHARACTERS) return 'tooLarge'
  const words = [name, description, ...Object.values(document.facilities ?? {}).flatMap((list) => (list ?? []).map((own) => own.name ?? ''))]
  if (words.some((word) => UNSEEN.test(word))) return 'unseen'
  return words.some((word) => CONTACT.test(word)) ? 'contact' : undefined
}
