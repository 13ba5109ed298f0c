/** What of a projection a scenario changes, in words. */
import type { ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'

export const FIGURE_WORDS: Readonly<Record<ScenarioDocumentPatch['figure'], Words>> = {
  population: { nl: 'het aantal mensen bij het begin', en: 'the number of people at the beginning' },
  survivalRatios: { nl: 'het deel dat een jaar later nog leeft', en: 'the share that is alive a year later' },
  fertilityRates: { nl: 'het aantal kinderen per vrouw per jaar', en: 'births a woman a year' },
  internalOutRates: { nl: 'het deel dat per jaar naar een andere gemeente gaat', en: 'the share that moves to another municipality in a year' },
  arrivalWeights: { nl: 'hoeveel mensen uit andere gemeenten hierheen komen', en: 'how many of those who move from other municipalities come here' },
  emigrationRates: { nl: 'het deel dat per jaar naar het buitenland gaat', en: 'the share that leaves the country in a year' },
  immigrationCounts: { nl: 'het aantal mensen per jaar uit het buitenland', en: 'people from abroad a year' },
  netMigrationCounts: { nl: 'het aantal mensen dat per jaar extra komt of gaat', en: 'people who come or go in addition, a year' },
  headshipRates: { nl: 'het aantal huishoudens per mens', en: 'households a person' },
}
