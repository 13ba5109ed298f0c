import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import { computeIndex } from '#engines/index/compute-index.ts'
import { flattenTree } from '#engines/index/flat-tree.ts'
import { isDimension } from '#engines/index/index-model.ts'
import type { DimensionNode, FigureMatrix, IndexModel, IndexNode } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { winsorise } from '#engines/index/outliers/winsorise.ts'
import { createFastDrawKernel } from '#engines/index/fast-draw-kernel.ts'
import { addTally, createRankTally } from '#engines/index/rank-tally.ts'
import { createSharedFigures } from '#engines/index/shared-figures.ts'
import { RankSimulation } from '#engines/index/simulate-ranks.ts'
import { summariseRanks } from '#engines/index/summarise-ranks.ts'
import { ChoiceDrawer } from '#engines/index/uncertainty-plan.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'
import { createPlainDrawKernel } from '#engines/index/draw-kernel.ts'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { anyMatrix, anyModel, makeFlatModel, makeMatrix } from './index-models.ts'

const everything: UncertaintyPlan = {
  seed: 2024, draws: 101, concentration: 20, normalisations: NORMALISATIONS, aggregations: AGGREGATIONS, leavesOut: true, sensitivityPairs: 50,
}

const kernel = compileKernel(readKernel('index'))

const simulate = (matrix: FigureMatrix, model: IndexModel, plan: UncertaintyPlan) => {
  const simulation = new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel))
  simulation.run(0, simulation.pairCount)
  return summariseRanks(simulation.tally, plan.draws)
}

/** Areas with random figures, a part missing. */
function makeRandomMatrix(areaCount: number, indicatorCount: number, missingShare = 0): FigureMatrix {
  const random = new CounterRandom(77)
  random.open(0, 0)
  return { areaCount, indicatorCount, values: Float64Array.from({ length: areaCount * indicatorCount }, () => (random.next() < missingShare ? NaN : random.next() ** 2)) }
}

/** The ranks of every draw, each computed as an index of its own with the weights of that draw. */
function listDrawnRanks(matrix: FigureMatrix, model: IndexModel, plan: UncertaintyPlan): Int32Array[] {
  const tree = flattenTree(model.root)
  const drawer = new ChoiceDrawer(tree, plan)
  return Array.from({ length: plan.draws }, (_, draw) => {
    const weights = new Float64Array(tree.chosenWeights.length)
    drawer.drawWeights(draw, draw, weights)
    let dimension = 0
    const rebuild = (node: DimensionNode): DimensionNode => {
      const { firstSlot } = tree.dimensions[dimension++]!
      const rebuildChild = (child: IndexNode, at: number): IndexNode => ({ ...(isDimension(child) ? rebuild(child) : child), weight: weights[firstSlot + at]! })
      const children = node.children.map(rebuildChild).map((child) => (isDimension(child) && child.weight === 0 ? { column: 0, weight: 0, direction: 'lowerIsBetter' as const } : child))
      return { ...node, aggregation: plan.aggregations[drawer.drawAggregation(draw)] ?? node.aggregation, children }
    }
    return computeIndex(matrix, { ...model, root: dropEmpty(rebuild(model.root)), normalisation: plan.normalisations[drawer.drawNormalisation(draw)]!, minimumShare: 1e-8 }).ranks
  })
}

const dropEmpty = (node: DimensionNode): DimensionNode => ({ ...node, children: node.children.filter(({ weight }) => weight > 0).map((child) => (isDimension(child) ? dropEmpty(child) : child)) })

const withoutScales = ({ normalisation: _, ...node }: DimensionNode): DimensionNode => ({ ...node, children: node.children.map((child) => (isDimension(child) ? withoutScales(child) : child)) })

/** An index of two dimensions, each brought on a scale: the indicators of the index itself, and what is in its dimension. */
const inTwoStages = (root: DimensionNode): DimensionNode => {
  const inner = root.children.find(isDimension)!
  const [one = NORMALISATIONS[3]!, other = NORMALISATIONS[2]!] = [root.normalisation, inner.normalisation]
  const own = { ...root, weight: 2, normalisation: one, children: root.children.filter((child) => !isDimension(child)) }
  return { ...root, children: [own, { ...withoutScales(inner), normalisation: other }] }
}

const withEvenWeights = (node: DimensionNode): DimensionNode =>
  ({ ...node, children: node.children.map((child) => ({ ...(isDimension(child) ? withEvenWeights(child) : child), weight: 1 + (child.weight % 1) })) })

/** Compared as bytes: to compare half a million numbers one by one takes seconds. */
const areSame = (one: ArrayBufferView, other: ArrayBufferView) => getBytes(one).equals(getBytes(other))
const getBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength)

describe('the draws', () => {
  test('give the ranks of indices computed one by one, and exact intervals from them', () => {
    fc.assert(fc.property(anyMatrix(false), anyModel, fc.nat(), (matrix, model, seed) => {
      const plan = { ...everything, seed, draws: 21, sensitivityPairs: 3 }
      const drawn = listDrawnRanks(matrix, model, plan)
      const result = simulate(matrix, model, plan)
      for (let area = 0; area < matrix.areaCount; area++) {
        const ranks = drawn.map((own) => own[area]!).sort((a, b) => a - b)
        expect([result.lowRanks[area], result.highRanks[area]]).toEqual([ranks[1], ranks[19]])
        expect(result.worstTenthShares[area]).toBeCloseTo(ranks.filter((rank) => rank <= matrix.areaCount / 10).length / 21, 12)
      }
    }), { numRuns: 40 })
  })

  test('rank the same areas in every draw, those with enough figures', () => {
    const matrix = makeRandomMatrix(300, 8, 0.2)
    const model = makeFlatModel(8, { minimumShare: 0.75 })
    const { lowRanks, highRanks, worstTenthShares, unrankedDraws } = simulate(matrix, model, everything)
    const { ranks, missingCounts } = computeIndex(matrix, model)
    expect(missingCounts.tooFewFigures).toBeGreaterThan(20)
    for (const [area, rank] of ranks.entries()) {
      expect(unrankedDraws[area]).toBe(0)
      expect(lowRanks[area]! > 0 && highRanks[area]! <= missingCounts.scored).toBe(rank > 0)
      expect(Number.isNaN(worstTenthShares[area])).toBe(rank === 0)
    }
  })

  test('leave an area without a rank where all it has is left out, and count that', () => {
    const matrix = makeMatrix([1, 2, 3, 4], [NaN, 1, 2, 3])
    const { unrankedDraws } = simulate(matrix, makeFlatModel(2, { minimumShare: 0.5 }), { ...everything, concentration: Infinity })
    const drawer = new ChoiceDrawer(flattenTree(makeFlatModel(2).root), { ...everything, concentration: Infinity })
    const leftOut = Array.from({ length: everything.draws }, (_, draw) => {
      const weights = new Float64Array(2)
      drawer.drawWeights(draw, draw, weights)
      return weights[0] === 0
    }).filter(Boolean).length
    expect(leftOut).toBeGreaterThan(20)
    expect([...unrankedDraws]).toEqual([leftOut, 0, 0, 0])
  })

  test('give the weight of a dimension whose only indicator is left out to the others', () => {
    const { root } = makeFlatModel(3)
    const [a, b, c] = root.children as [IndexNode, IndexNode, IndexNode]
    const tree = flattenTree({ ...root, children: [a, { ...root, children: [{ ...root, children: [b] }] }, c] })
    const drawer = new ChoiceDrawer(tree, { ...everything, concentration: Infinity })
    const drawn = new Set(Array.from({ length: 60 }, (_, draw) => {
      const weights = new Float64Array(5)
      drawer.drawWeights(draw, draw, weights)
      // Slots: first indicator, dimension, last indicator; the dimension within; its indicator.
      return [...weights].map((weight) => weight.toFixed(2)).join(' ')
    }))
    expect([...drawn].sort()).toEqual(['0.00 0.50 0.50 1.00 1.00', '0.33 0.33 0.33 1.00 1.00', '0.50 0.00 0.50 0.00 0.00', '0.50 0.50 0.00 1.00 1.00'])
  })

  test('give the same answer however they are split over calls and workers', () => {
    const matrix = makeRandomMatrix(700, 9, 0.1)
    const model = makeFlatModel(9, { minimumShare: 0.6 })
    const whole = new RankSimulation(matrix, model, everything)
    whole.run(0, whole.pairCount)
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: whole.pairCount }), { maxLength: 4 }), (cuts) => {
      const bounds = [0, ...cuts.sort((a, b) => a - b), whole.pairCount]
      const workers = [new RankSimulation(matrix, model, everything), new RankSimulation(matrix, model, everything)]
      for (let at = bounds.length - 1; at > 0; at--) workers[at % 2]!.run(bounds[at - 1]!, bounds[at]!)
      addTally(workers[0]!.tally, workers[1]!.tally)
      for (const [key, part] of Object.entries(workers[0]!.tally)) {
        const expected: unknown = Object.entries(whole.tally).find(([name]) => name === key)?.[1]
        if (ArrayBuffer.isView(part) && ArrayBuffer.isView(expected)) expect(areSame(part, expected), key).toBe(true)
        else expect(part, key).toBe(expected)
      }
    }), { numRuns: 5 })
  })

  test('give the same answer when workers sort and make scaled figures for each other, and each scale is made once', () => {
    const matrix = makeRandomMatrix(701, 9, 0.1)
    const model = makeFlatModel(9, { minimumShare: 0.6, outliers: winsorise(0.05, 0.95) })
    let made = 0
    const counting = everything.normalisations.map((own) => ({ ...own, normalise: (...args: Parameters<typeof own.normalise>) => {
      made++
      own.normalise(...args)
    } }))
    const plan = { ...everything, normalisations: counting }
    const whole = new RankSimulation(matrix, model, plan)
    whole.run(0, whole.pairCount)
    const madeByOne = made
    made = 0
    const shared = createSharedFigures(counting.length, counting.length * everything.aggregations.length, 9, 704 * 9)
    const workers = [0, 1].map(() => new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel), shared))
    const half = Math.floor(whole.pairCount / 2)
    workers[0]!.run(0, half)
    workers[1]!.run(half, whole.pairCount)
    addTally(workers[0]!.tally, workers[1]!.tally)
    expect(areSame(workers[0]!.tally.bins, whole.tally.bins)).toBe(true)
    expect([madeByOne, made]).toEqual([9 * counting.length, 9 * counting.length])
    expect([...shared.sortedStates].every((state) => state !== 0)).toBe(true)
  })

  test.each<[string, (root: DimensionNode) => DimensionNode]>([
    ['as a product of matrices', withoutScales], ['in two stages', inTwoStages], ['a dimension at a time', (root) => root],
  ])('count %s, of figures with gaps, the ranks of indices computed one by one', (_, rebuild) => {
    fc.assert(fc.property(anyMatrix(true), anyModel, fc.nat(), (matrix, any, seed) => {
      // All areas with a figure then have a score with any weights, and no drawn weight is next to nothing.
      const model = { ...any, root: withEvenWeights(rebuild(any.root)), minimumShare: 1e-8 }
      const plan = { ...everything, seed, draws: 21, concentration: 200, sensitivityPairs: 3 }
      const drawn = listDrawnRanks(matrix, model, plan)
      const simulation = new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel))
      simulation.run(0, simulation.pairCount)
      const { areas, bins, binCount } = simulation.tally
      for (const [at, area] of areas.entries()) {
        const counted = [...bins.subarray(at * binCount, (at + 1) * binCount)].flatMap((count, rank) => new Array<number>(count).fill(rank))
        expect(counted).toEqual(drawn.map((ranks) => ranks[area]!).sort((a, b) => a - b))
      }
      for (const ranks of drawn) for (const [area, rank] of ranks.entries()) if (!areas.includes(area)) expect(rank).toBe(0)
    }), { numRuns: 200 })
  })

  test('give the same answer several numbers at a time as one by one, to the last bit', () => {
    fc.assert(fc.property(anyMatrix(true), anyModel, fc.constantFrom(withoutScales, inTwoStages, (root: DimensionNode) => root), fc.nat(), (matrix, any, rebuild, seed) => {
      const model = { ...any, root: rebuild(any.root) }
      const plan = { ...everything, seed, draws: 41, sensitivityPairs: 9 }
      const [plain, fast] = [new RankSimulation(matrix, model, plan), new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel))]
      for (const simulation of [plain, fast]) simulation.run(0, simulation.pairCount)
      expect(fast.tally).toEqual(plain.tally)
    }), { numRuns: 200 })
    const matrix = makeRandomMatrix(1501, 10, 0.1)
    const model = makeFlatModel(10, { minimumShare: 0.6 })
    const plan = { ...everything, draws: 300 }
    const [plain, fast] = [new RankSimulation(matrix, model, plan), new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel))]
    for (const simulation of [plain, fast]) simulation.run(0, simulation.pairCount)
    for (const key of ['bins', 'sums', 'squares', 'worstTenthDraws', 'products'] as const) expect(areSame(fast.tally[key], plain.tally[key]), key).toBe(true)
  })

  test('make no difference where nothing is drawn: every interval is the rank itself', () => {
    const model = makeFlatModel(5)
    const fixed = { ...everything, concentration: Infinity, normalisations: [model.normalisation], aggregations: [], leavesOut: false }
    const result = simulate(makeRandomMatrix(60, 5), model, fixed)
    expect(result.lowRanks).toEqual(result.chosenRanks)
    expect(result.highRanks).toEqual(result.chosenRanks)
    expect(result.overallSensitivities).toEqual({ weights: 0, normalisation: 0, aggregation: 0, leftOut: 0 })
  })

  test('put ranks of many areas in bins, of which the interval is the outside', () => {
    const matrix = makeRandomMatrix(2500, 4)
    const plan = { ...everything, draws: 40, sensitivityPairs: 0 }
    const { lowRanks, highRanks, rankStep } = simulate(matrix, makeFlatModel(4), plan)
    expect(rankStep).toBe(4)
    const drawn = listDrawnRanks(matrix, makeFlatModel(4), plan)
    for (let area = 0; area < matrix.areaCount; area += 50) {
      const ranks = drawn.map((own) => own[area]!).sort((a, b) => a - b)
      expect(ranks[2]! - lowRanks[area]!).toBeOneOf([0, 1, 2, 3])
      expect(highRanks[area]! - ranks[37]!).toBeOneOf([0, 1, 2, 3])
    }
  })
})

describe('the sensitivity', () => {
  test('to the weights is exactly 0 for every area where all indicators say the same', () => {
    const column = [...makeRandomMatrix(80, 1).values]
    const { sensitivities, overallSensitivities } = simulate(makeMatrix(column, column, column), makeFlatModel(3), everything)
    expect([...sensitivities.weights].every((share) => share === 0)).toBe(true)
    expect(overallSensitivities).toEqual({ weights: 0, normalisation: 0, aggregation: 0, leftOut: 0 })
  })

  test('to a choice that cannot move a rank is exactly 0 while others move it', () => {
    // One dimension counts, of one indicator: no weight and no mean matters. The other choice is between scales that turn its order, so only that moves ranks.
    const turned = { id: 'turned', normalise: (values: Float64Array, _: Float64Array, out: Float64Array) => values.forEach((value, at) => (out[at] = 100 - value)) }
    const plan = { ...everything, normalisations: [...NORMALISATIONS, turned], leavesOut: false, draws: 2000, sensitivityPairs: 1000 }
    const { sensitivities, overallSensitivities } = simulate(makeMatrix([0, 0.25, 0.5, 1]), makeFlatModel(1), plan)
    for (const choice of ['weights', 'aggregation', 'leftOut'] as const) expect([...sensitivities[choice]]).toEqual([0, 0, 0, 0])
    // All of the variance is due to it: 1, within five standard errors.
    expect(overallSensitivities.normalisation).toBeGreaterThan(0.75)
    expect(overallSensitivities.normalisation).toBeLessThan(1.25)
  })

  test('adds up to about 1 at most, and to 1 where only one thing is drawn', () => {
    const matrix = makeRandomMatrix(200, 6)
    const onlyWeights = { ...everything, draws: 1000, sensitivityPairs: 500, normalisations: [NORMALISATIONS[0]!], aggregations: [], leavesOut: false }
    const one = simulate(matrix, makeFlatModel(6), onlyWeights).overallSensitivities
    expect(one.weights).toBeGreaterThan(0.9)
    expect(one.weights).toBeLessThan(1.1)
    expect([one.normalisation, one.aggregation, one.leftOut]).toEqual([0, 0, 0])
    const all = simulate(matrix, makeFlatModel(6), { ...everything, draws: 1000, sensitivityPairs: 500 }).overallSensitivities
    expect(Object.values(all).reduce((sum, share) => sum + share, 0)).toBeLessThan(1.1)
    expect(all.weights).toBeGreaterThan(all.aggregation)
  })
})

describe('a plan', () => {
  test.each<[string, Partial<UncertaintyPlan>, string]>([
    ['no draws', { draws: 0 }, '0 draws'],
    ['more draws than can be counted', { draws: 65_536 }, '65536 draws'],
    ['a concentration that is not a number', { concentration: NaN }, 'concentration NaN'],
    ['no normalisation', { normalisations: [] }, '0 normalisations'],
    ['more pairs than there are draws', { draws: 9, sensitivityPairs: 5 }, '5 pairs for sensitivity in 9 draws: there must be 0 to 4'],
  ])('with %s is refused', (_, change, words) => {
    expect(() => new RankSimulation(makeMatrix([1, 2], [3, 4]), makeFlatModel(2), { ...everything, ...change })).toThrow(words)
  })

  test('that leaves out the only indicator, or runs pairs that are not there, is refused', () => {
    expect(() => new RankSimulation(makeMatrix([1, 2]), makeFlatModel(1), everything)).toThrow('1 indicators that count')
    expect(() => new RankSimulation(makeMatrix([1, 2], [3, 4]), makeFlatModel(2), everything).run(0, 52)).toThrow('pairs 0 to 52 of 51')
    expect(() => addTally(createRankTally(new Int32Array(2), createPlainDrawKernel()), createRankTally(Int32Array.of(1, 2, 3), createPlainDrawKernel()))).toThrow('tally with 16 bins for one with 0')
  })
})
