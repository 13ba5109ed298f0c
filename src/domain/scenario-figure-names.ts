/** What people call the figures of a projection that a scenario changes. */
import type { ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'

export const SCENARIO_FIGURE_NAMES: Readonly<Record<ScenarioDocumentPatch['figure'], Words>> = {
  internalOutRates: { nl: 'Vertrek naar andere gemeenten', en: 'Leaving for other municipalities' },
  arrivalWeights: { nl: 'Hoeveel verhuizers hierheen komen', en: 'How many movers come here' },
  immigrationCounts: { nl: 'Mensen die uit het buitenland komen', en: 'People who come from abroad' },
  emigrationRates: { nl: 'Vertrek naar het buitenland', en: 'Leaving for abroad' },
  netMigrationCounts: { nl: 'Komst min vertrek', en: 'Arrivals less departures' },
  fertilityRates: { nl: 'Geboorten', en: 'Births' },
  survivalRatios: { nl: 'Kans om een jaar verder te leven', en: 'Chance to live another year' },
  population: { nl: 'Inwoners bij het begin', en: 'Inhabitants at the start' },
  headshipRates: { nl: 'Huishoudens per persoon', en: 'Households a person' },
}
