/** What indices that come along are called in each language. A document holds one name; the site speaks two. */
import type { Words } from '#domain/words.ts'

const NAMES: Readonly<Record<string, Words>> = { 'basis-op-orde': { nl: 'Basis op orde', en: 'Basics in order' } }

/** Of an index that comes along, by its id; the id itself where that is not known. */
export function nameBuiltIndex(id: string): Words {
  return (Object.hasOwn(NAMES, id) ? NAMES[id] : undefined) ?? { nl: id, en: id }
}

/** An index that somebody gave another name keeps that. */
export function nameIndex({ id, name }: { readonly id?: string | undefined; readonly name: string }): Words {
  const own = id === undefined || !Object.hasOwn(NAMES, id) ? undefined : NAMES[id]
  return own?.nl === name ? own : { nl: name, en: name }
}
