/** What a plan that is kept as a scenario says of itself fits in what is kept. */
import { expect, it } from 'vitest'
import { findKeptFault } from '#domain/kept-scenario.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { nl } from '#web/messages/nl/index.ts'
import { describePlanScenario } from '#web/siting-page/plan-description.ts'

type Run = Parameters<typeof describePlanScenario>[0]
const write = (name: string, under: string | undefined, lines: readonly string[]) => {
  const document = { name, ...(under !== undefined && { scenario: { name: under, patches: [] } }) } as unknown as Run['document']
  return describePlanScenario({ document, question: lines.map((text) => ({ label: { nl: 'Gebied', en: 'Area' }, text: { nl: text, en: text } })) }, 'Plan 2', nl, (words) => words.nl)
}

it('names the plan, its question and the scenario that it was made under', () => {
  expect(write('Basisscholen in Aa en Hunze', undefined, ['Aa en Hunze'])).toEqual({ name: 'Basisscholen in Aa en Hunze, Plan 2', description: 'Plan 2 van deze vraag. Gebied: Aa en Hunze.' })
  expect(write('Basisscholen in Aa en Hunze', 'Huizen erbij', ['Aa en Hunze'])).toEqual({ name: 'Basisscholen in Aa en Hunze, Plan 2 met “Huizen erbij”', description: 'Plan 2 van deze vraag, met alle stappen van het scenario “Huizen erbij”. Gebied: Aa en Hunze.' })
})

it('cuts the name of the question before that of the plan, and leaves out whole sentences', () => {
  const { name, description } = write('Basisscholen in '.repeat(10), 'Huizen erbij', Array.from({ length: 40 }, (_, at) => `gemeente nummer ${at}`))
  expect(name).toMatch(/^Basisscholen in .*…, Plan 2 met “Huizen erbij”$/)
  expect(description).toMatch(/^Plan 2 van deze vraag, .*\. Gebied: gemeente nummer \d+\. …$/)
  expect(findKeptFault({ name, description, patches: [] } satisfies ScenarioDocument)).toBeUndefined()
  expect(findKeptFault({ ...write('x', 'Een scenario '.repeat(15), ['y'.repeat(900)]), patches: [] })).toBeUndefined()
})
