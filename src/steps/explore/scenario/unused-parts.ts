/** Which parts of a scenario an answer did not look at, and that there are none at all, in words. */
import { isEmptyScenario, listUnusedParts, type ScenarioDocument, type ScenarioPart, type ScenarioUse } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'

const PART_WORDS: Readonly<Record<ScenarioPart, Words>> = {
  patches: { nl: 'bevolking', en: 'population' },
  newHomes: { nl: 'nieuwe woningen', en: 'new homes' },
  facilities: { nl: 'voorzieningen', en: 'facilities' },
  norms: { nl: 'normen', en: 'norms' },
  speeds: { nl: 'snelheden', en: 'speeds' },
}

const WHERE: Readonly<Record<ScenarioUse, (parts: Words) => Words>> = {
  projection: ({ nl, en }) => ({
    nl: `Dit deel van het scenario verandert de prognose niet: ${nl}. Zie daarvoor “Hoe ver is het?”.`,
    en: `This part of the scenario does not change the projection: ${en}. See “How far is it?” for it.`,
  }),
  reach: ({ nl, en }) => ({
    nl: `Dit deel van het scenario telt pas mee als u een later jaar kiest: ${nl}.`,
    en: `This part of the scenario only counts when you choose a later year: ${en}.`,
  }),
  supply: ({ nl, en }) => ({
    nl: `Hoeveel er binnen bereik is, volgt dit deel van het scenario niet: ${nl}. Het gaat over de inwoners van nu.`,
    en: `How much is within reach does not follow this part of the scenario: ${en}. It is about the inhabitants of now.`,
  }),
  schools: ({ nl, en }) => ({
    nl: `Dit deel van het scenario verandert het aantal leerlingen niet: ${nl}. Zie daarvoor “Hoe ver is het?”.`,
    en: `This part of the scenario does not change the number of pupils: ${en}. See “How far is it?” for it.`,
  }),
  siting: ({ nl, en }) => ({
    nl: `Dit deel van het scenario telt pas mee als u de plannen langs normen legt: ${nl}.`,
    en: `This part of the scenario only counts when plans are held against norms: ${en}.`,
  }),
}

/** Who opens a scenario without changes must not take the base for what it does. */
export function describeEmptyScenario(document: ScenarioDocument): Words[] {
  return isEmptyScenario(document) ? [{ nl: 'Dit scenario heeft geen wijzigingen: het is gelijk aan de basis.', en: 'This scenario has no changes: it equals the base.' }] : []
}

/** Empty where all of it was used. */
export function describeUnusedParts(document: ScenarioDocument, use: ScenarioUse): Words[] {
  const parts = listUnusedParts(document, use).map((part) => PART_WORDS[part])
  if (parts.length === 0) return []
  const join = (language: keyof Words) => parts.map((part) => part[language]).join(', ')
  return [WHERE[use]({ nl: join('nl'), en: join('en') })]
}
