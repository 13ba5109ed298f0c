/** What is projected, in words. */
import type { Words } from '#domain/words.ts'

export const MEASURE_WORDS = {
  population: { nl: 'Inwoners', en: 'Inhabitants' },
  households: { nl: 'Huishoudens', en: 'Households' },
  onePerson: { nl: 'Mensen die alleen wonen', en: 'People who live alone' },
  withoutChildren: { nl: 'Huishoudens zonder kinderen', en: 'Households without children' },
  withChildren: { nl: 'Huishoudens met kinderen', en: 'Households with children' },
  children0to3: { nl: 'Inwoners van 0 tot en met 3 jaar', en: 'Inhabitants aged 0 to 3' },
  pupils4to11: { nl: 'Inwoners van 4 tot en met 11 jaar', en: 'Inhabitants aged 4 to 11' },
  pupils12to17: { nl: 'Inwoners van 12 tot en met 17 jaar', en: 'Inhabitants aged 12 to 17' },
  young18to24: { nl: 'Inwoners van 18 tot en met 24 jaar', en: 'Inhabitants aged 18 to 24' },
  people65Plus: { nl: 'Inwoners van 65 jaar en ouder', en: 'Inhabitants aged 65 and over' },
  people75Plus: { nl: 'Inwoners van 75 jaar en ouder', en: 'Inhabitants aged 75 and over' },
  people85Plus: { nl: 'Inwoners van 85 jaar en ouder', en: 'Inhabitants aged 85 and over' },
  alone75Plus: { nl: 'Inwoners van 75 jaar en ouder die alleen wonen', en: 'Inhabitants aged 75 and over who live alone' },
  greyPressure: { nl: 'Grijze druk: 65 jaar en ouder op 100 van 15 tot en met 64', en: 'Old-age dependency: 65 and over to 100 of 15 to 64' },
  greenPressure: { nl: 'Groene druk: tot en met 14 jaar op 100 van 15 tot en met 64', en: 'Youth dependency: up to 14 to 100 of 15 to 64' },
  births: { nl: 'Geboren in het jaar ervoor', en: 'Born in the year before' },
  deaths: { nl: 'Overleden in het jaar ervoor', en: 'Died in the year before' },
  netMigration: { nl: 'Gekomen min vertrokken in het jaar ervoor', en: 'Arrivals less departures in the year before' },
  women: { nl: 'Vrouwen', en: 'Women' },
  men: { nl: 'Mannen', en: 'Men' },
} as const satisfies Readonly<Record<string, Words>>

export type MeasureWord = keyof typeof MEASURE_WORDS
