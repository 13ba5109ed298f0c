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

/** The level a word in the URL stands for; undefined for any other word. */
export function findLevel(word: string | undefined): AreaLevel | undefined {
  return (Object.keys(WORDS) as AreaLevel[]).find((level) => WORDS[level] === word)
}
