/** Postcodes that tell nothing of the ages of a municipality: why, how many people live there, and what is said about it. */
import type { Finding } from '#domain/finding.ts'
import { writeList, type Words } from '#domain/words.ts'
import { writeNumber } from '#domain/write-number.ts'

/** Why a postcode tells nothing: its municipality is not named, was no municipality in the year of the table, or its ages are not there. */
export type WhyLeftOut = 'municipalityNotNamed' | 'municipalityUnknown' | 'agesAbsent'

export class PostcodesLeftOut {
  /** Inhabitants by postcode, rounded to five by the publisher. */
  readonly #people = new Map<WhyLeftOut, Map<number, number>>()
  readonly #names = new Set<string>()

  /** One more age group of a postcode; `people` is NaN where they were not counted. */
  add(why: WhyLeftOut, postcode: number, people: number, municipality?: string): void {
    const byPostcode = this.#people.get(why) ?? new Map<number, number>()
    this.#people.set(why, byPostcode)
    byPostcode.set(postcode, (byPostcode.get(postcode) ?? 0) + (Number.isNaN(people) ? 0 : people))
    if (municipality !== undefined) this.#names.add(municipality)
  }

  /** A finding for each reason that occurs; `year` is that of the table. */
  describe(year: number): Finding[] {
    const names = [...this.#names]
    return [
      this.#describe('municipalityUnknown', 'projection-municipality-name-unknown', 'pc4-gemeente', {
        nl: `Van deze postcodes staat een gemeente in de tabel die er in ${year} niet was (${writeList(names, 'en')})`,
        en: `The municipality in the table of these postcodes did not exist in ${year} (${writeList(names, 'and')})`,
      }),
      this.#describe('municipalityNotNamed', 'projection-postcode-without-municipality', 'pc4-gemeente', {
        nl: 'Van deze postcodes staat geen gemeente in de tabel',
        en: 'The table names no municipality for these postcodes',
      }),
      this.#describe('agesAbsent', 'projection-postcode-without-ages', 'population-pc4', {
        nl: 'Van deze postcodes is de leeftijd van de inwoners niet bekend',
        en: 'The ages of the inhabitants of these postcodes are not known',
      }),
    ].flatMap((finding) => finding ?? [])
  }

  #describe(why: WhyLeftOut, code: string, resource: string, reason: Words): Finding | undefined {
    const byPostcode = this.#people.get(why)
    if (byPostcode === undefined) return undefined
    const [listed, people] = [[...byPostcode.keys()].join(', '), [...byPostcode.values()].reduce((sum, count) => sum + count, 0)]
    return {
      severity: people > 0 ? 'warning' : 'info',
      code,
      resource,
      count: byPostcode.size,
      message: {
        nl: `${reason.nl}: ${listed}. ${people > 0 ? `Hun ${writeNumber(people, 'nl')} inwoners tellen` : 'Zij tellen'} niet mee in de leeftijdsopbouw. De gemeente als geheel wordt wel op haar gepubliceerde aantallen gebracht.`,
        en: `${reason.en}: ${listed}. ${people > 0 ? `Their ${writeNumber(people, 'en')} inhabitants are` : 'They are'} not in the age structure. The municipality as a whole is still fitted to its published numbers.`,
      },
    }
  }
}
