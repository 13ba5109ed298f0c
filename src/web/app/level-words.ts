/** Levels as they are called in the URL. */
import type { AreaLevel } from '#domain/area.ts'

const WORDS: Readonly<Record<AreaLevel, string>> = {
  country: 'land',
  landsdeel: 'landsdeel',
  province: 'provincie',
  corop: 'corop',
  municipality: 'gemeente',
  district: 'wijk',
  neighbourhood: 'buurt',
}

export function getLevelWord(level: AreaLevel): string {
  return WORDS[level]
}

/** 'gemeente Aa en Hunze', by the word for its level; 'Wijk 17 Gieten' and 'Nederland' need no word before them. */
export function nameWithLevel({ name, level }: { readonly name: string; readonly level: AreaLevel }, word: string): string {
  return level === 'country' || name.toLocaleLowerCase().startsWith(word.toLocaleLowerCase()) ? name : `${word} ${name}`
}

/** The level a word in the URL stands for; undefined for any other word. */
export function findLevel(word: string | undefined): AreaLevel | undefined {
  return (Object.keys(WORDS) as AreaLevel[]).find((level) => WORDS[level] === word)
}
