/** Where in a scenario something stands, in the words of whoever made it: `patches.0.years.from` is "Wijziging 1, eerste jaar". */
import type { Fault } from '#domain/fault.ts'
import type { Words } from '#domain/words.ts'

/** Lists of a document whose parts have a number, by the name of the list. */
const SCENARIO_PART_WORDS = {
  patches: { nl: 'Wijziging', en: 'Patch' },
  newHomes: { nl: 'Bouwplan', en: 'Building plan' },
  closed: { nl: 'Sluiting', en: 'Closure' },
  moved: { nl: 'Verplaatsing', en: 'Move' },
  opened: { nl: 'Opening', en: 'Opening' },
  speeds: { nl: 'Snelheid', en: 'Speed' },
  norms: { nl: 'Norm', en: 'Norm' },
} as const satisfies Readonly<Record<string, Words>>

const FIELD_WORDS: Readonly<Record<string, Words>> = {
  name: { nl: 'naam', en: 'name' },
  description: { nl: 'toelichting', en: 'description' },
  format: { nl: 'soort document', en: 'kind of document' },
  patches: { nl: 'wijzigingen', en: 'patches' },
  newHomes: { nl: 'bouwplannen', en: 'building plans' },
  facilities: { nl: 'voorzieningen', en: 'facilities' },
  closed: { nl: 'sluitingen', en: 'closures' },
  moved: { nl: 'verplaatsingen', en: 'moves' },
  opened: { nl: 'openingen', en: 'openings' },
  speeds: { nl: 'snelheden', en: 'speeds' },
  norms: { nl: 'normen', en: 'norms' },
  figure: { nl: 'wat er verandert', en: 'what changes' },
  change: { nl: 'hoeveel het verandert', en: 'how much it changes' },
  years: { nl: 'jaren', en: 'years' },
  'years.from': { nl: 'eerste jaar', en: 'first year' },
  'years.to': { nl: 'laatste jaar', en: 'last year' },
  areas: { nl: 'gebieden', en: 'areas' },
  sexes: { nl: 'geslacht', en: 'sex' },
  ages: { nl: 'leeftijden', en: 'ages' },
  'ages.from': { nl: 'laagste leeftijd', en: 'lowest age' },
  'ages.to': { nl: 'hoogste leeftijd', en: 'highest age' },
  household: { nl: 'soort huishouden', en: 'kind of household' },
  municipality: { nl: 'gemeente', en: 'municipality' },
  within: { nl: 'wijk of buurt', en: 'wijk or buurt' },
  homesPerYear: { nl: 'woningen per jaar', en: 'homes a year' },
  peoplePerHome: { nl: 'mensen per woning', en: 'people a home' },
  shareFromElsewhere: { nl: 'deel dat van buiten de gemeente komt', en: 'share from outside the municipality' },
  type: { nl: 'soort voorziening', en: 'type of facility' },
  facilityType: { nl: 'soort voorziening', en: 'type of facility' },
  id: { nl: 'nummer', en: 'number' },
  address: { nl: 'adres', en: 'address' },
  place: { nl: 'plaats', en: 'place' },
  point: { nl: 'punt op de kaart', en: 'point on the map' },
  size: { nl: 'omvang', en: 'size' },
  mode: { nl: 'manier van reizen', en: 'way of travelling' },
  roads: { nl: 'soort wegen', en: 'class of roads' },
  factor: { nl: 'hoeveel keer zo snel', en: 'how many times as fast' },
  mostMinutes: { nl: 'hoogstens zoveel minuten', en: 'most minutes' },
  leastSize: { nl: 'minstens zo groot', en: 'least size' },
  source: { nl: 'bron', en: 'source' },
}

/** The part as people call it: its kind and its number in the list. */
export function nameScenarioPart(list: keyof typeof SCENARIO_PART_WORDS, at: number): Words {
  const { nl, en } = SCENARIO_PART_WORDS[list]
  return { nl: `${nl} ${at + 1}`, en: `${en} ${at + 1}` }
}

/** Of a path in a scenario, also of one within another document. What has no name of its own is quoted. */
export function nameScenarioPlace(path: string): Words {
  const steps = path.replace(/^(?:scenario|document)(?:\.|$)/, '').split('.').filter((step) => step !== '')
  const at = steps.findIndex((step) => /^\d+$/.test(step))
  const list = steps[at - 1]
  const part = at > 0 && list !== undefined && list in SCENARIO_PART_WORDS ? nameScenarioPart(list as keyof typeof SCENARIO_PART_WORDS, Number(steps[at])) : undefined
  const field = nameField(part ? steps.slice(at + 1) : steps)
  if (field === undefined) return part ?? { nl: 'Het scenario', en: 'The scenario' }
  return part ? { nl: `${part.nl}, ${field.nl}`, en: `${part.en}, ${field.en}` } : { nl: capitalise(field.nl), en: capitalise(field.en) }
}

/** Numbers within a list of a part are left out: the value that is wrong is shown beside it. */
function nameField(steps: readonly string[]): Words | undefined {
  const [first, second] = steps.filter((step) => !/^\d+$/.test(step))
  if (first === undefined) return undefined
  const both = FIELD_WORDS[`${first}.${second}`]
  if (both !== undefined) return both
  const last = second !== undefined && first === 'facilities' ? second : first
  return FIELD_WORDS[last] ?? { nl: `"${last}"`, en: `"${last}"` }
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The same at the beginning of a sentence: "Het scenario kan …", but "Wijziging 1, gebieden: kan …". */
export function introduceScenarioPlace(path: string): Words {
  const { nl, en } = nameScenarioPlace(path)
  return isWhole(path) ? { nl, en } : { nl: `${nl}:`, en: `${en}:` }
}

const isWhole = (path: string): boolean => path === '' || path === 'scenario' || path === 'document'

/** With its place in words before what is wrong. */
export function sayScenarioPlace({ field, message }: Fault): Fault {
  const place = nameScenarioPlace(field)
  return { field, message: isWhole(field) ? message : { nl: `${place.nl}: ${message.nl}`, en: `${place.en}: ${message.en}` } }
}
