/** How the regions of 2016 fared and what is expected of them. */
import type { regionOutlook as dutch } from '#web/messages/nl/region-outlook.ts'

export const regionOutlook: typeof dutch = {
  title: 'What was expected then, what happened, what is expected now?',
  caption: (from, to) => `The regions of 2016: counted until ${from}, projected to ${to}`,
  since: (from, to) => `Inhabitants ${from}–${to}, counted`,
  natural: 'By births and deaths',
  moves: 'By moves and migration',
  projected: (from, to) => `Inhabitants ${from}–${to}, projected`,
  projectedHouseholds: (from, to) => `Households ${from}–${to}, projected`,
  chance: (percent) => `Chance of a fall of ${percent}% or more`,
  chanceHouseholds: (percent) => `Chance of ${percent}% fewer households`,
  without: 'Inhabitants without growth from abroad',
  withInterval: (change, lower, upper) => `${change} (${lower} to ${upper})`,
  tiny: '< 1%',
  note: 'In brackets: in 8 of 10 cases it lies between these. The last column is an experiment: as many people come from abroad as leave for it.',
  source: 'Source',
}
