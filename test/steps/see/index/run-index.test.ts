import { describe, expect, test } from 'vitest'
import type { IndexDocument } from '#domain/index-document.ts'
import { runIndex } from '#steps/see/index/run-index.ts'
import { SeeError } from '#steps/see/problems.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../../../support/index-documents.ts'
import { TEST_INDICATORS } from '../../../support/test-indicators.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()

function scoresByCode(document: IndexDocument): Record<string, number | null> {
  const run = runIndex(statistics, document)
  return Object.fromEntries(
    [...run.positions].map((position, at) => [statistics.listAreas(run.level)[position]!.code, Number.isNaN(run.scores[at]) ? null : Number(run.scores[at]!.toFixed(6))]),
  )
}

function problemOf(document: IndexDocument, own = statistics): { problem: string; words: string } {
  try {
    runIndex(own, document)
  } catch (error) {
    if (error instanceof SeeError) return { problem: error.problem, words: error.faults.map(({ field, message }) => `${field}: ${message.en}`).join(' ') || error.subject }
    throw error
  }
  return { problem: 'none', words: '' }
}

describe('an index on hand-made figures', () => {
  test('is the weighted mean of figures between best and worst, more being worse', () => {
    // Density of 2023 runs from 0 to 1000 per km², homes from 210 to 320 thousand; the second weighs three times.
    expect(scoresByCode(makeIndexDocument(CROWDED_AND_CHEAP))).toEqual({
      BU90010000: 0.25 * 57.5 + 0.75 * 100,
      BU90010001: 0.25 * 42.5,
      BU90010002: null,
      BU90010100: Number((0.25 * 20.5 + (0.75 * 2000) / 110).toFixed(6)),
      BU90010101: null,
      BU90020000: Number((0.25 * 100 + (0.75 * 2000) / 110).toFixed(6)),
      BU90020001: null,
      BU90020100: Number((0.25 * 27.5 + (0.75 * 2000) / 110).toFixed(6)),
    })
  })

  test('ranks the worst first, and counts areas without a score by reason', () => {
    const run = runIndex(statistics, makeIndexDocument(CROWDED_AND_CHEAP))
    expect([...run.ranks]).toEqual([1, 5, 0, 4, 0, 2, 0, 3])
    expect(run.missingCounts).toEqual({ scored: 5, noFigures: 1, tooFewFigures: 2 })
    expect(run.rankedCount).toBe(5)
    expect(run.indicators.map(({ indicator, missingCount, share, direction, sources }) => [indicator.id, missingCount, share, direction, sources])).toEqual([
      ['populationDensity', 1, 0.25, 'lowerIsBetter', ['kwb-2023']],
      ['meanHomeValue', 3, 0.75, 'higherIsBetter', ['kwb-2023']],
    ])
  })

  test('with a lower minimum share gives a score to areas that have only part of the figures', () => {
    const scores = scoresByCode(makeIndexDocument(CROWDED_AND_CHEAP, { minimumShare: 0.2 }))
    expect(scores['BU90010002']).toBe(3)
    expect(scores['BU90010101']).toBe(0)
    expect(scores['BU90020001']).toBeNull()
  })

  test('gives every dimension its own scores and its share of the whole', () => {
    const [first, second] = CROWDED_AND_CHEAP
    const document = makeIndexDocument([], {
      dimensions: [
        { id: 'space', name: 'Ruimte', weight: 1, indicators: [first!], dimensions: [] },
        { id: 'living', name: 'Wonen', weight: 3, indicators: [], dimensions: [{ id: 'homes', name: 'Woningen', weight: 5, indicators: [second!] }] },
      ],
    })
    const run = runIndex(statistics, document)
    expect(run.dimensions.map(({ id, parent, share }) => [id, parent, share])).toEqual([['space', undefined, 0.25], ['living', undefined, 0.75], ['homes', 'living', 0.75]])
    expect(run.dimensions.map(({ scores }) => scores[0])).toEqual([57.5, 100, 100])
    expect(run.indicators.map(({ dimension, share }) => [dimension, share])).toEqual([['space', 0.25], ['homes', 0.75]])
    expect(scoresByCode(document)).toEqual(scoresByCode(makeIndexDocument(CROWDED_AND_CHEAP)))
  })

  test('puts figures of an earlier year on the municipalities of its own year', () => {
    const indicators = [{ indicator: 'population', weight: 1, direction: 'higherIsBetter', year: 2022 }] as const
    const run = runIndex(statistics, makeIndexDocument(indicators, { level: 'municipality', year: 2024, normalisation: 'zScore' }))
    // Oudwolde (420) went to Oostermoer (2060) in 2023: 2480 against 4040, mean 3260, deviation 780.
    expect([...run.scores]).toEqual([60, 40])
  })

  test('gives the same when it is asked again, also after many others', () => {
    const ask = (year: number, areaYear: number) => scoresByCode(makeIndexDocument([{ indicator: 'population', weight: 1, direction: 'higherIsBetter', year }], { level: 'district', year: areaYear }))
    const first = ask(2022, 2024)
    for (let at = 0; at < 3; at++) for (const areaYear of [2022, 2023, 2024]) for (const year of [2022, 2023, 2024]) ask(year, areaYear)
    expect(ask(2022, 2024)).toEqual(first)
    expect(first).not.toEqual(ask(2023, 2024))
  })

  test('without a year is that of the reference year, and says so', () => {
    const { year: _year, ...document } = makeIndexDocument([{ indicator: 'populationDensity', weight: 1, direction: 'lowerIsBetter' }])
    expect(runIndex(statistics, document).document.year).toBe(2024)
  })
})

describe('an index that cannot be', () => {
  test('has everything that is wrong with it named at once: form, weights, indicators and years', () => {
    const good = { indicator: 'meanHomeValue', weight: 0, year: 2019 }
    const raw = { ...makeIndexDocument([]), nonsense: 1, dimensions: [
      { id: 'a', name: 'A', weight: 1, indicators: [good, { indicator: 'happiness', weight: 0 }] },
      { id: 'b', name: 'B', weight: 'much', indicators: [{ indicator: 'population', weight: 1 }] },
    ] }
    const { problem, words } = problemOf(raw as unknown as IndexDocument)
    expect(problem).toBe('indexInvalid')
    for (const part of ['"nonsense"', 'dimensions.1.weight', 'The weights in "A" add up to zero', 'no indicator named "happiness"', 'not settled whether more is better', 'no figures of 2019']) expect(words).toContain(part)
  })

  test('with very many faults names twenty and counts the others', () => {
    const { words } = problemOf(makeIndexDocument(Array.from({ length: 100 }, (_, at) => ({ indicator: `x${at}`, weight: 0 }))))
    expect(words).toContain('add up to zero')
    expect(words).toContain('And 81 more faults.')
  })

  const withOne = (indicator: string, more: object = {}, changes: Partial<IndexDocument> = {}) => makeIndexDocument([{ indicator, weight: 1, ...more }], changes)

  test('names every indicator it does not know', () => {
    expect(problemOf(makeIndexDocument([{ indicator: 'happiness', weight: 1 }, { indicator: 'homes2', weight: 1 }]))).toEqual({
      problem: 'indexIndicatorRefused',
      words: 'dimensions.0.indicators.0.indicator: There is no indicator named "happiness". dimensions.0.indicators.1.indicator: There is no indicator named "homes2".',
    })
  })

  test('refuses characteristics of origin, classes, and a direction that is missing or against the catalogue', () => {
    const others = makeTestStatistics({ indicators: [...TEST_INDICATORS, { ...TEST_INDICATORS[0]!, id: 'bornElsewhere', protectedCharacteristic: true }, { ...TEST_INDICATORS[0]!, id: 'settled', direction: 'lowerIsBetter' }] })
    expect(problemOf(withOne('bornElsewhere', { direction: 'lowerIsBetter' }), others).words).toMatch(/is about origin/)
    expect(problemOf(withOne('urbanity', { direction: 'lowerIsBetter' })).words).toMatch(/is a class/)
    expect(problemOf(withOne('population')).words).toMatch(/not settled whether more is better/)
    expect(problemOf(withOne('settled', { direction: 'higherIsBetter' }), others).words).toMatch(/the direction is settled: lowerIsBetter/)
  })

  test('says of which years there are figures where the year has none', () => {
    expect(problemOf(withOne('meanHomeValue', { direction: 'higherIsBetter' }, { year: 2024 }))).toEqual({
      problem: 'indexWithoutFigures',
      words: 'dimensions.0.indicators.0.year: Of "Mean home value" (meanHomeValue) there are no figures of 2024 for neighbourhoods. There are of 2022, 2023.',
    })
    expect(problemOf(withOne('population', { direction: 'higherIsBetter' }, { year: 1999 }))).toEqual({
      problem: 'indexWithoutFigures',
      words: 'year: There are no neighbourhoods of 1999. There are of: 2022, 2023, 2024.',
    })
  })

  test('is refused as a document first', () => {
    expect(problemOf(withOne('population', { weight: NaN })).problem).toBe('indexInvalid')
  })
})
