import { describe, expect, test } from 'vitest'
import { rankUncertaintyRequestSchema, type RankUncertaintyOrder } from '#domain/rank-uncertainty.ts'
import { describeUncertainty, prepareUncertainty, runUncertainty } from '#steps/see/index/rank-uncertainty.ts'
import { runIndex } from '#steps/see/index/run-index.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../../../support/index-documents.ts'
import { makeIndexStatistics } from '../../../support/index-statistics.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const order = (more: Partial<RankUncertaintyOrder> = {}) => rankUncertaintyRequestSchema.parse({ document: makeIndexDocument(CROWDED_AND_CHEAP), draws: 400, ...more })

const NOTHING = { weights: false, normalisation: false, aggregation: false, leftOut: false }

describe('how sure the ranks of an index are', () => {
  test('is the same on one, two and three threads, and stands around the ranks of the index', async () => {
    const prepared = prepareUncertainty(statistics, order())
    const one = await runUncertainty(prepared, { threads: 1 })
    for (const threads of [2, 3]) expect(await runUncertainty(prepared, { threads })).toEqual(one)
    expect(one.chosenRanks).toEqual(runIndex(statistics, makeIndexDocument(CROWDED_AND_CHEAP)).ranks)
    for (const [at, rank] of one.chosenRanks.entries()) {
      if (rank === 0) continue
      expect(one.lowRanks[at]).toBeLessThanOrEqual(one.medianRanks[at]!)
      expect(one.medianRanks[at]).toBeLessThanOrEqual(one.highRanks[at]!)
    }
  })

  test('is certain where nothing is varied, and another seed changes nothing then', async () => {
    const [one, other] = await Promise.all([1, 2].map((seed) => runUncertainty(prepareUncertainty(statistics, order({ vary: NOTHING, seed })), { threads: 1 })))
    expect(one!.lowRanks).toEqual(one!.chosenRanks)
    expect(one!.highRanks).toEqual(one!.chosenRanks)
    expect(one!.overallSensitivities).toEqual({ weights: 0, normalisation: 0, aggregation: 0, leftOut: 0 })
    expect(other!.lowRanks).toEqual(one!.lowRanks)
  })

  test('has nothing to do with the weights where two indicators say the same of every area: exactly 0', async () => {
    const figures = { 2023: { BU90010000: 4, BU90010001: 3, BU90020000: 2, BU90020001: 1 } }
    const same = makeIndexStatistics({ one: figures, two: figures })
    const document = makeIndexDocument([{ indicator: 'one', weight: 1 }, { indicator: 'two', weight: 3 }])
    const run = await runUncertainty(prepareUncertainty(same, order({ document })), { threads: 2 })
    expect([...run.sensitivities.weights].every((share) => share === 0)).toBe(true)
    expect(run.overallSensitivities.weights).toBe(0)
    expect(run.rankedCount).toBe(4)
  })

  test('is said in the order of the areas, with nothing where there is no rank', async () => {
    const run = await runUncertainty(prepareUncertainty(statistics, order()), { threads: 1 })
    const answer = describeUncertainty(statistics, run)
    expect(answer.ranks).toEqual([1, 5, null, 4, null, 2, null, 3])
    expect(answer.lowRanks.map((low) => low === null)).toEqual(answer.ranks.map((rank) => rank === null))
    expect(answer.rankedCount).toBe(5)
    const some = describeUncertainty(statistics, run, 'GM9002')
    expect(some.ranks).toEqual(answer.ranks.slice(-some.ranks.length))
  })

  test('cannot leave out the only indicator, and says so', () => {
    const document = makeIndexDocument([CROWDED_AND_CHEAP[0]!])
    expect(() => prepareUncertainty(statistics, order({ document }))).toThrow('Only one indicator counts')
    expect(() => prepareUncertainty(statistics, order({ document, vary: { leftOut: false } }))).not.toThrow()
  })
})
