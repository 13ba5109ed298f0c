/** Licences as people read them. */
import type { Words } from '#domain/words.ts'

/** What a data package writes where nobody looked into it. */
const UNVERIFIED = 'unverified'

/** The identifier itself (CC-BY-4.0), or in words that it was not verified. */
export function describeLicence(licence: string): Words {
  return licence === UNVERIFIED ? { nl: 'licentie niet nagegaan', en: 'licence not verified' } : { nl: licence, en: licence }
}
