/** Levels and themes as they are called in files and on the terminal. */
import type { AreaLevel } from '#domain/area.ts'
import type { Theme } from '#domain/indicator.ts'
import type { Words } from '#domain/words.ts'

export const LEVEL_WORDS: Readonly<Record<AreaLevel, Words>> = {
  country: { nl: 'land', en: 'country' },
  landsdeel: { nl: 'landsdelen', en: 'parts of the country' },
  province: { nl: 'provincies', en: 'provinces' },
  corop: { nl: 'COROP-gebieden', en: 'COROP areas' },
  municipality: { nl: 'gemeenten', en: 'municipalities' },
  district: { nl: 'wijken', en: 'districts' },
  neighbourhood: { nl: 'buurten', en: 'neighbourhoods' },
}

export const THEME_WORDS: Readonly<Record<Theme, Words>> = {
  population: { nl: 'Bevolking', en: 'Population' },
  school: { nl: 'School', en: 'School' },
  work: { nl: 'Werk', en: 'Work' },
  income: { nl: 'Inkomen', en: 'Income' },
  health: { nl: 'Zorg en gezondheid', en: 'Care and health' },
  housing: { nl: 'Wonen', en: 'Housing' },
  safety: { nl: 'Veiligheid', en: 'Safety' },
  community: { nl: 'Samenleven', en: 'Community' },
}
