/** A text in both languages. */
export interface Words {
  readonly nl: string
  readonly en: string
}

/** "1, 2 en 3" */
export function writeList(texts: readonly string[], and: 'en' | 'and'): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)!}`
}
