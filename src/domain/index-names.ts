/** What indices that come along are called in each language. A document holds one name; the site speaks two. */
import type { Words } from '#domain/words.ts'

const NAMES: Readonly<Record<string, Words>> = { 'basis-op-orde': { nl: 'Basis op orde', en: 'Basics in order' } }

/** An index that somebody gave another name keeps that. */
export function nameIndex({ id, name }: { readonly id?: string | undefined; readonly name: string }): Words {
  const own = id === undefined || !Object.hasOwn(NAMES, id) ? undefined : NAMES[id]
  return own?.nl === name ? own : { nl: name, en: name }
}
