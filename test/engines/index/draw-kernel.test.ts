import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPlainDrawKernel, LANES, type DimensionFactors, type DrawKernel } from '#engines/index/draw-kernel.ts'
import { createFastDrawKernel } from '#engines/index/fast-draw-kernel.ts'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'

const module = compileKernel(readKernel('index'))

function rankWith(kernel: DrawKernel, scores: readonly number[]): number[] {
  const row = kernel.takeFloats(Math.ceil(scores.length / LANES) * LANES).fill(scores.at(-1)!)
  row.set(scores)
  const ranks = kernel.takeShorts(scores.length)
  kernel.rank(row, scores.length, ranks)
  return [...ranks]
}

const random = new CounterRandom(3)
random.open(0, 0)
const draw = (count: number, make: () => number) => Array.from({ length: count }, make)

test.each([
  ['even scores', draw(5001, () => random.next())],
  ['scores in a bell', draw(14_000, () => random.next() + random.next() + random.next() + random.next() - 2)],
  ['scores of which many are the same', draw(3001, () => Math.floor(12 * random.next()))],
  ['all the same score', draw(501, () => 7.5)],
  ['one score', [3]],
  // Nearly all in one bucket, and there in the wrong order: too many for the fast way.
  ['scores close together, far from one, rising', [1e6, ...draw(4000, () => 0).map((_, at) => at / 4000)]],
  ['scores that differ by rounding only', draw(40, () => 50 + 1e-13 * random.next())],
])('ranks of %s are those of the plain way', (_, scores) => {
  const ranks = rankWith(createFastDrawKernel(module), scores)
  expect(ranks).toEqual(rankWith(createPlainDrawKernel(), scores))
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  const step = Math.max((high - low) / 2 ** 32, 2 ** -36)
  for (const at of [0, scores.length >> 1, scores.length - 1]) {
    const higher = scores.filter((score) => score > scores[at]! + step).length
    const same = scores.filter((score) => Math.abs(score - scores[at]!) <= step).length
    expect(ranks[at]).toBeGreaterThan(higher)
    expect(ranks[at]).toBeLessThanOrEqual(higher + same)
  }
})

test('ranks of any scores are those of the plain way', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }), (scores) => {
    expect(rankWith(createFastDrawKernel(module), scores)).toEqual(rankWith(createPlainDrawKernel(), scores))
  }))
})

/** Two dimensions, one in the other, with weights of eight draws; of some patterns less than is needed is left. */
const anyWeights = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.25), fc.constant(0.25 - 1e-9), fc.constant(0)), { minLength: 5 * 8, maxLength: 5 * 8 })
const anyPatterns = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 4 }), { minLength: 1, maxLength: 9 })

function factorsWith(kernel: DrawKernel, weights: readonly number[], patterns: readonly (readonly number[])[]) {
  const wholes = (values: readonly number[]) => {
    const taken = kernel.takeWholes(values.length)
    taken.set(values)
    return taken
  }
  const floats = kernel.takeFloats(weights.length)
  floats.set(weights)
  const create = (parent?: DimensionFactors): DimensionFactors => ({
    lackedEnds: wholes([0, ...patterns.map((_, at) => patterns.slice(0, at + 1).flat().length)]), lackedSlots: wholes(patterns.flat()),
    inverses: kernel.takeFloats(8 * (patterns.length + 1)), patternOfPath: wholes([...patterns.keys(), patterns.length].toReversed()), parentPathOfPath: wholes([...patterns.keys(), patterns.length]),
    factors: kernel.takeFloats(8 * (patterns.length + 1)), parent, slot: 2,
  })
  const outer = create()
  const inner = create(outer)
  const isDead = [outer, inner].map((own) => kernel.computeFactors(own, floats, 5, 8))
  return { isDead, numbers: [outer, inner].flatMap(({ inverses, factors }) => [...inverses, ...factors]) }
}

test('factors for what is not there are those of the plain way, and 0 where nothing is left', () => {
  fc.assert(fc.property(anyWeights, anyPatterns, (weights, patterns) => {
    const plain = factorsWith(createPlainDrawKernel(), weights, patterns)
    expect(factorsWith(createFastDrawKernel(module), weights, patterns)).toEqual(plain)
    const lefts = patterns.flatMap((lacked) => Array.from({ length: 8 }, (_, draw) => 1 - lacked.reduce((sum, slot) => sum + weights[((draw >> 2) * 5 + slot) * 4 + (draw & 3)]!, 0)))
    const isDead = lefts.some((left) => !(left > 1e-9))
    expect(plain.isDead).toEqual([isDead, isDead])
  }))
})
