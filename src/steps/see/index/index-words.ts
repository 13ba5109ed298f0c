/** Words about an index for files. */
import type { IndexDocument } from '#domain/index-document.ts'
import type { UncertainChoice } from '#domain/uncertain-choices.ts'
import type { MISSING_SCORE_REASONS } from '#engines/index/compute-index.ts'
import { THEME_WORDS } from '#steps/see/export-words.ts'

type Words = { readonly nl: string; readonly en: string }

export const MISSING_SCORE_WORDS: Readonly<Record<(typeof MISSING_SCORE_REASONS)[number], Words>> = {
  scored: { nl: '', en: '' },
  noFigures: { nl: 'Geen enkel cijfer', en: 'Not a single figure' },
  tooFewFigures: { nl: 'Te weinig cijfers', en: 'Too few figures' },
}

export const NORMALISATION_WORDS: Readonly<Record<IndexDocument['normalisation'], Words>> = {
  zScore: { nl: 'z-score', en: 'z-score' },
  minMax: { nl: 'van beste naar slechtste', en: 'from best to worst' },
  percentileRank: { nl: 'percentielrang', en: 'percentile rank' },
  exponentialRank: { nl: 'exponentiële rang', en: 'exponential rank' },
}

/** A dimension that is called after a theme is called that in every language. */
export function getDimensionName({ id, name }: { readonly id: string; readonly name: string }, language: 'nl' | 'en'): string {
  const words = Object.hasOwn(THEME_WORDS, id) ? THEME_WORDS[id as keyof typeof THEME_WORDS] : undefined
  return words?.nl === name ? words[language] : name
}

/** The choices that are drawn to see how sure a rank is. */
export const CHOICE_WORDS: Readonly<Record<UncertainChoice, Words>> = {
  weights: { nl: 'de gewichten', en: 'the weights' },
  normalisation: { nl: 'de schaal van de cijfers', en: 'the scale of the indicators' },
  aggregation: { nl: 'het soort gemiddelde', en: 'the kind of mean' },
  leftOut: { nl: 'welk cijfer wegvalt', en: 'which indicator is left out' },
}
