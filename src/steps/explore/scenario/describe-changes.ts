/** What every part of a scenario changes, in words. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { nameArea, writeInSentence } from '#domain/area-names.ts'
import type { PlannedHomes, ScenarioDocument, ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import { nameScenarioPart } from '#domain/scenario-place.ts'
import type { Words } from '#domain/words.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { FIGURE_WORDS } from '#steps/explore/scenario/figure-words.ts'
import { MEASURE_WORDS } from '#steps/explore/measure-words.ts'

type Change = NonNullable<ProjectionAnswer['scenario']>['changes'][number]

/** `counts` are the figures that each part changed: patches first, then new homes. */
export function describeChanges(statistics: Statistics, { patches, newHomes = [] }: ScenarioDocument, counts: readonly number[]): Change[] {
  return [
    ...patches.map((patch, at) => ({ field: `patches.${at}`, text: describePatch(statistics, patch) })),
    ...newHomes.map((homes, at) => ({ field: `newHomes.${at}`, text: describeHomes(statistics, homes) })),
  ].map((change, at) => ({ ...change, changedFigures: counts[at] ?? 0 }))
}

/** 'patches.2' is the third patch. */
export function nameChange(field: string): Words {
  const [list, at] = field.split('.')
  return nameScenarioPart(list === 'newHomes' ? 'newHomes' : 'patches', Number(at))
}

function describePatch(statistics: Statistics, { figure, areas, years, ages, sexes, household, change }: ScenarioDocumentPatch): Words {
  const what = FIGURE_WORDS[figure]
  const how = describeAmount(change)
  const parts: (Words | undefined)[] = [
    ages && { nl: `leeftijd ${ages.from} tot en met ${ages.to}`, en: `ages ${ages.from} to ${ages.to}` },
    sexes?.length === 1 ? { nl: MEASURE_WORDS[sexes[0]!].nl.toLowerCase(), en: MEASURE_WORDS[sexes[0]!].en.toLowerCase() } : undefined,
    household && { nl: MEASURE_WORDS[household].nl.toLowerCase(), en: MEASURE_WORDS[household].en.toLowerCase() },
    figure === 'population' ? undefined : describeYears(years),
    areas ? nameAreas(statistics, areas) : { nl: 'overal', en: 'everywhere' },
  ]
  const join = (language: keyof Words) => [`${capitalise(what[language])} ${how[language]}`, ...parts.flatMap((part) => part?.[language] ?? [])].join(', ')
  return { nl: join('nl'), en: join('en') }
}

function describeHomes(statistics: Statistics, { municipality, within, years, homesPerYear, peoplePerHome, shareFromElsewhere }: PlannedHomes): Words {
  const [where, span] = [nameAreas(statistics, [within ?? municipality]), describeYears(years)]
  const share = Math.round(100 * shareFromElsewhere)
  const homes = Math.abs(homesPerYear)
  return {
    nl: `${writeNumber(homes, 'nl')} ${homesPerYear < 0 ? 'woningen per jaar minder (sloop)' : 'nieuwe woningen per jaar'} met ${writeNumber(peoplePerHome, 'nl')} mensen, van wie ${share} procent van buiten de gemeente, ${span.nl}, ${where.nl}`,
    en: `${writeNumber(homes, 'en')} ${homesPerYear < 0 ? 'homes a year pulled down' : 'new homes a year'} with ${writeNumber(peoplePerHome, 'en')} people, ${share} percent of them from outside the municipality, ${span.en}, ${where.en}`,
  }
}

function describeAmount(change: ScenarioDocumentPatch['change']): Words {
  const write = (value: number, language: keyof Words) => writeNumber(value, language, { maximumSignificantDigits: 4 })
  if ('multiplyBy' in change) return { nl: `maal ${write(change.multiplyBy, 'nl')}`, en: `times ${write(change.multiplyBy, 'en')}` }
  if ('setTo' in change) return { nl: `wordt ${write(change.setTo, 'nl')}`, en: `becomes ${write(change.setTo, 'en')}` }
  const sign = change.add < 0 ? '−' : '+'
  return { nl: `${sign}${write(Math.abs(change.add), 'nl')} bij elk geslacht en elke leeftijd`, en: `${sign}${write(Math.abs(change.add), 'en')} at each sex and age` }
}

const describeYears = ({ from, to }: { readonly from: number; readonly to: number }): Words =>
  from === to ? { nl: `in ${from}`, en: `in ${from}` } : { nl: `${from} tot en met ${to}`, en: `${from} to ${to}` }

/** More than so many are counted. */
const MOST_NAMES = 4

function nameAreas(statistics: Statistics, codes: readonly string[]): Words {
  const list = (language: keyof Words) => codes.slice(0, MOST_NAMES).map((code) => nameArea(code, statistics.findArea(code)?.name ?? code, language)).join(', ')
  const [nl, en] = [`in ${list('nl')}`, writeInSentence(`in ${list('en')}`)]
  const more = codes.length - MOST_NAMES
  return more > 0 ? { nl: `${nl} en nog ${more}`, en: `${en} and ${more} more` } : { nl, en }
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
