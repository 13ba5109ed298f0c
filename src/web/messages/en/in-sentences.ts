/** Texts that are made of parts, with the name of the country as it is written within a sentence. */
import { writeInSentence } from '#domain/area-names.ts'

/** The same catalogue; only what its functions give may differ. */
export function putInSentences<Catalogue>(catalogue: Catalogue): Catalogue {
  if (typeof catalogue === 'function') {
    const write = catalogue as unknown as (...parts: unknown[]) => unknown
    const written = (...parts: unknown[]): unknown => {
      const text = write(...parts)
      return typeof text === 'string' ? writeInSentence(text) : text
    }
    return written as Catalogue
  }
  if (Array.isArray(catalogue)) return catalogue.map(putInSentences) as Catalogue
  if (typeof catalogue !== 'object' || catalogue === null) return catalogue
  return Object.fromEntries(Object.entries(catalogue).map(([key, part]) => [key, putInSentences(part as unknown)])) as Catalogue
}
