import { describe, expect, test } from 'vitest'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { readIndexDocument } from '#domain/read-index-document.ts'
import { nl } from '#web/messages/nl/index.ts'
import { parseUrlState, writeUrlState } from '#web/app/search-state.ts'
import { makeOwnDocument, readOwnIndex, startFrom, writeOwnIndex, type OwnIndex } from '#web/own-index/own-index.ts'

const INDICATORS = [
  { id: 'benefit', theme: 'work', direction: 'lowerIsBetter' },
  { id: 'wealth', theme: 'income', direction: 'higherIsBetter' },
  { id: 'age', theme: 'population', direction: 'neutral' },
] as unknown as IndicatorAnswer[]
const CHOICES = { level: 'district' as const, year: 2024, indicators: [{ indicator: 'benefit', year: 2020 }, { indicator: 'wealth', year: 2022 }, { indicator: 'age', year: 2024 }] }
const ALL: OwnIndex = {
  level: 'district', name: 'Mijn & index', themeWeights: { work: 0.5 }, normalisation: 'zScore', dimensionScale: 'minMax', aggregation: 'geometricMean', outliers: 'winsorise', minimumShare: 0.9,
  picks: [{ indicator: 'benefit', weight: 2 }, { indicator: 'wealth', weight: 1, part: 'work' }, { indicator: 'age', weight: 1, worse: 'low' }],
}
const make = (index: OwnIndex) => makeOwnDocument(index, INDICATORS, CHOICES, nl.theme, 'Eigen index')

describe('an own index', () => {
  test('comes back whole from the address of its page', () => {
    const address = writeUrlState(writeOwnIndex(ALL))
    expect(readOwnIndex(parseUrlState(address), INDICATORS)).toEqual({ index: ALL, refused: [] })
    expect(address.length).toBeLessThan(300)
  })

  test('has an address without what is usual', () => {
    const plain = readOwnIndex({ cijfers: 'benefit' }, INDICATORS).index
    expect(writeUrlState(writeOwnIndex(plain))).toBe('?niveau=gemeente&cijfers=benefit')
  })

  test('leaves out what is unknown in the address, and names it', () => {
    const { index, refused } = readOwnIndex({ cijfers: 'benefit:1,happiness:2,wealth:NaN,age:-1,age:1:x,age:1:h:moon,benefit:5', onderdelen: 'work:2,fun:1', schaal: 'softmax', minimum: '7', niveau: 'dorp' }, INDICATORS)
    expect(index.picks).toEqual([{ indicator: 'benefit', weight: 1 }])
    expect(index.themeWeights).toEqual({ work: 2 })
    expect(refused.map(({ name, text }) => `${name}=${text}`)).toEqual([
      ...['happiness:2', 'wealth:NaN', 'age:-1', 'age:1:x', 'age:1:h:moon', 'benefit:5'].map((pick) => `cijfers=${pick}`),
      'onderdelen=fun:1', 'minimum=7', 'niveau=dorp', 'schaal=softmax',
    ])
    expect(index.level).toBe('municipality')
  })

  test('is a document that the reader of documents takes, with the years of the figures and a direction where it is needed', () => {
    const document = make(ALL)
    expect(readIndexDocument(JSON.parse(JSON.stringify(document)))).toEqual({ document })
    expect(document?.dimensions.map(({ id, weight, indicators }) => [id, weight, indicators])).toEqual([
      ['population', 1, [{ indicator: 'age', weight: 1, year: 2024, direction: 'higherIsBetter' }]],
      ['work', 0.5, [{ indicator: 'benefit', weight: 2, year: 2020 }, { indicator: 'wealth', weight: 1, year: 2022 }]],
    ])
  })

  test('is no document while nothing that counts is chosen', () => {
    expect(make({ ...ALL, picks: [] })).toBeUndefined()
    expect(make({ ...ALL, picks: [{ indicator: 'benefit', weight: 0 }] })).toBeUndefined()
    expect(make({ ...ALL, picks: [{ indicator: 'benefit', weight: 1 }], themeWeights: { work: 0 } })).toBeUndefined()
  })

  test('that starts from a document makes that document again', () => {
    const { outliers: _outliers, name: _name, ...rest } = make({ ...ALL, picks: ALL.picks.slice(0, 2) })!
    const again = make(startFrom(make({ ...ALL, picks: ALL.picks.slice(0, 2) })!, INDICATORS))!
    expect(again).toMatchObject(rest)
  })
})
