/** A figure that a scenario made impossible, as a fault of the patch that did so. */
import { makeFault, type Fault } from '#domain/fault.ts'
import { sayScenarioPlace } from '#domain/scenario-place.ts'
import type { Words } from '#domain/words.ts'
import { writeNumber } from '#domain/write-number.ts'
import { FigureError } from '#engines/projection/check-inputs.ts'
import type { ScenarioPatch } from '#engines/projection/scenario.ts'
import { FIGURE_WORDS } from '#steps/explore/scenario/figure-words.ts'
import type { ScenarioPlan } from '#steps/explore/scenario/scenario-plan.ts'
import type { ScenarioDocumentPatch } from '#domain/scenario-document.ts'

/** Runs; what the engine refuses becomes faults. Others pass. */
export function explainRefusal(error: unknown, plan: ScenarioPlan, names: readonly string[]): Fault | undefined {
  if (error instanceof FigureError) return describeFigure(error, plan, names)
  if (error instanceof RangeError) return makeFault('', `De rekenkern kan dit scenario niet volgen: ${error.message}.`, `The engine cannot follow this scenario: ${error.message}.`)
  return undefined
}

function describeFigure(error: FigureError, plan: ScenarioPlan, names: readonly string[]): Fault {
  const field = plan.findLast(({ patch }) => isAbout(patch, error))?.field ?? ''
  const words = FIGURE_WORDS[error.figure as ScenarioDocumentPatch['figure']] ?? { nl: error.figure, en: error.figure }
  const who = describeWho(error, names)
  const value = (language: 'nl' | 'en') => writeNumber(error.value, language, { maximumSignificantDigits: 3 })
  const limits = { nl: error.highest > 1e6 ? `het moet ${error.lowest} of meer zijn` : `het moet tussen ${error.lowest} en ${error.highest} liggen`, en: error.highest > 1e6 ? `it must be ${error.lowest} or more` : `it must be between ${error.lowest} and ${error.highest}` }
  const fault = makeFault(
    field,
    `${words.nl} wordt ${value('nl')} voor ${who.nl} in ${error.year}; ${limits.nl}. Maak de wijziging kleiner, of noem minder leeftijden.`,
    `${words.en} becomes ${value('en')} for ${who.en} in ${error.year}; ${limits.en}. Make the change smaller, or name fewer ages.`,
  )
  return sayScenarioPlace(fault)
}

/** Departures of both kinds count together. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { internalOutRates: ['internalOutRates', 'emigrationRates'] }

function isAbout({ input, years, areas, sexes, ages }: ScenarioPatch, { figure, year, area, sex, age }: FigureError): boolean {
  if (!(TOGETHER[figure] ?? [figure]).includes(input)) return false
  if (year < years.from || year > years.to) return false
  if (areas !== undefined && area !== undefined && !areas.includes(area)) return false
  if (sexes !== undefined && sex !== undefined && !sexes.includes(sex)) return false
  return ages === undefined || age === undefined || (age >= ages.from && age <= ages.to)
}

function describeWho({ area, sex, age }: FigureError, names: readonly string[]): Words {
  const where = area === undefined ? { nl: '', en: '' } : { nl: ` in ${names[area] ?? area}`, en: ` in ${names[area] ?? area}` }
  const of = age === undefined ? { nl: '', en: '' } : { nl: ` van ${age} jaar`, en: ` of ${age}` }
  const people = sex === undefined ? { nl: 'mensen', en: 'people' } : sex === 'women' ? { nl: 'vrouwen', en: 'women' } : { nl: 'mannen', en: 'men' }
  return { nl: `${people.nl}${of.nl}${where.nl}`, en: `${people.en}${of.en}${where.en}` }
}
