import { describe, expect, test } from 'vitest'
import { nameIndex } from '#domain/index-names.ts'
import { putInSentences } from '#web/messages/en/in-sentences.ts'
import { en } from '#web/messages/en/index.ts'
import { nl } from '#web/messages/nl/index.ts'

interface Pair {
  readonly path: string
  readonly dutch: string
  readonly english: string
}

/** Every text of both catalogues; of one that is made of parts, the text of the function. */
function listPairs(dutch: unknown, english: unknown, path = ''): Pair[] {
  if (typeof dutch !== 'object' || dutch === null) return [{ path, dutch: String(dutch), english: String(english) }]
  return Object.keys(dutch).flatMap((key) => listPairs((dutch as Record<string, unknown>)[key], (english as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`))
}

const PAIRS = listPairs(nl, en)
const DUTCH = /\b(buurt(en)?|wijk(en)?|gemeenten?|dorp(en)?|inwoners|niet|een|het|van|voor|jaar|cijfers|geen|wordt|zijn|uit|plaats(en)?|landsdelen)\b/i
/** The words themselves, without what is filled in and the names of parameters. */
const wordsOf = (text: string) => text.replace(/\$\{[^}]*\}/g, '').replace(/^\([^)]*\)\s*=>/, '')
/** The same in both languages. */
const SHARED = [
  'site.name', 'site.menu', 'nav.privacy', 'fictional.command', 'download.xlsx', 'resultKind.postcode', 'theme.school', 'map.zoomIn', 'index.score', 'index.own.dimensionScales.zScore',
  'index.validation.theirs', 'index.validation.code', 'outlook.scenario', 'outlook.scenarioNames.growth', 'outlook.scenarioNames.shrink', 'outlook.pyramid.pause', 'outlook.scenarioOf', 'norms.minutes', 'scenarios.onReach.title', 'scenarios.sentence.facility', 'schools.minutes', 'signals.moderation.open', 'siting.defaultName', 'siting.plan',
  'prose.about.sections.3.title', 'selection.saveDocument', 'signals.moderation.statusColumn', 'signals.privacyPage.title', 'job.stop', 'regions.downloads', 'siting.scenarioNames.growth', 'siting.scenarioNames.shrink',
  'scenarios.link', 'schools.columns.name', 'schools.columns.norm', 'norms.norm',
]
/** Dutch on purpose: the switch to Dutch, names of columns, and the Dutch word for a kind of area. */
const ON_PURPOSE = ['site.otherLanguageLabel', 'index.validation.missingColumns', 'prose.glossary.levelText.municipality', 'prose.glossary.levelText.district', 'prose.glossary.levelText.neighbourhood']

describe('the English of the site', () => {
  test('writes the country without a capital within a sentence, and leaves everything else as it is', () => {
    const written = putInSentences(en)
    expect(written.outlook.pyramid.figure('The Netherlands', 2030)).toBe('Ages in the Netherlands, 2030')
    expect(written.scenarios.peopleCaption('Northern Netherlands')).toBe(en.scenarios.peopleCaption('Northern Netherlands'))
    expect(JSON.stringify(written)).toBe(JSON.stringify(en))
  })

  test('has no Dutch words, but for those that are meant', () => {
    expect(PAIRS.length).toBeGreaterThan(1000)
    expect(PAIRS.filter(({ english }) => DUTCH.test(wordsOf(english))).map(({ path }) => path)).toEqual(ON_PURPOSE)
  })

  test('is another text than the Dutch, but for words that are the same in both', () => {
    const same = PAIRS.filter(({ path, dutch, english }) => dutch === english && /[a-z]{3}/.test(wordsOf(dutch)) && !/\.(page\.0|document)$/.test(path))
    expect(same.map(({ path }) => path).toSorted()).toEqual(SHARED.toSorted())
  })

  test('names the index that comes along, and leaves the name that somebody gave', () => {
    expect(nameIndex({ id: 'basis-op-orde', name: 'Basis op orde' }).en).toBe('Basics in order')
    expect(nameIndex({ id: 'basis-op-orde', name: 'Basis op orde, anders gewogen' }).en).toBe('Basis op orde, anders gewogen')
    expect(nameIndex({ name: 'Basis op orde' }).en).toBe('Basis op orde')
  })
})
