/** Numbers as people write them: 17.942.942 in Dutch, 17,942,942 in English. */
import type { Words } from '#domain/words.ts'

/** A number with the separators of the language; two decimals at most, unless told otherwise. */
export function writeNumber(value: number, language: keyof Words, digits: Intl.NumberFormatOptions = { maximumFractionDigits: 2 }): string {
  return value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', digits)
}

/** A number as it is written, with the word for one or for another number of them: '1 minuut', '1,5 minuten'. */
export const inUnits = (written: string, one: string, more: string): string => `${written} ${written === '1' ? one : more}`

/** How many, in words: a number and the singular or plural of what is counted. `nl` and `en` are pairs such as ['cel', 'cellen']. */
export function countWords(count: number, nl: readonly [string, string], en: readonly [string, string]): Words {
  return { nl: inUnits(writeNumber(count, 'nl'), ...nl), en: inUnits(writeNumber(count, 'en'), ...en) }
}
