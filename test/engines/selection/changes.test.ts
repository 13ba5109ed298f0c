import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateTree } from '#engines/selection/selection-tree.ts'
import { findSmallestChanges } from '#engines/selection/smallest-change.ts'
import { measureSpread } from '#engines/selection/spread.ts'
import { NO, UNKNOWN, YES, decide } from '#engines/selection/verdict.ts'
import { askWhatIf, moveThreshold } from '#engines/selection/what-if.ts'
import { anyCase, anyDrawn, decideByFillingIn, flatten, toColumns, type Drawn } from './any-selection.ts'

const findChange = (drawn: Drawn, verdicts: readonly number[], distances: readonly number[]) => {
  const { distances: found, criteria } = findSmallestChanges(flatten(drawn), toColumns(verdicts), distances.map((distance) => Float64Array.of(distance)), 1)
  return { distance: found[0] as number, criteria: [...criteria] }
}

describe('the smallest change that turns a place', () => {
  test('by hand: of two criteria that must both be met, each that is not', () => {
    expect(findChange({ least: 2, of: [0, 1] }, [NO, NO], [0.5, 0.25])).toEqual({ distance: 0.75, criteria: [0, 1] })
    expect(findChange({ least: 2, of: [0, 1] }, [YES, NO], [0.5, 0.25])).toEqual({ distance: 0.25, criteria: [1] })
    expect(findChange({ least: 2, of: [0, 1] }, [YES, YES], [0.5, 0.25])).toEqual({ distance: 0.25, criteria: [1] })
  })

  test('by hand: of two of which one is enough, the nearest to come in and both to go out', () => {
    expect(findChange({ least: 1, of: [0, 1] }, [NO, NO], [0.5, 0.25])).toEqual({ distance: 0.25, criteria: [1] })
    expect(findChange({ least: 1, of: [0, 1] }, [YES, YES], [0.5, 0.25])).toEqual({ distance: 0.75, criteria: [0, 1] })
  })

  test('by hand: two of three with one missing needs the two that are there', () => {
    expect(findChange({ least: 2, of: [0, 1, 2] }, [YES, NO, UNKNOWN], [1, 2, NaN])).toEqual({ distance: NaN, criteria: [] })
    expect(findChange({ least: 2, of: [0, 1, 2] }, [NO, NO, UNKNOWN], [1, 2, NaN])).toEqual({ distance: 3, criteria: [0, 1] })
  })

  test('is the cheapest of all sets of criteria that turn it, found by trying them all', () => {
    const anyDistances = anyCase.chain((one) => fc.record({ one: fc.constant(one), distances: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: one.verdicts.length, maxLength: one.verdicts.length }) }))
    fc.assert(
      fc.property(anyDistances, ({ one: { drawn, verdicts }, distances }) => {
        const whole = decideByFillingIn(drawn, verdicts)
        const found = findChange(drawn, verdicts, distances.map((distance, at) => (verdicts[at] === UNKNOWN ? NaN : distance)))
        if (whole === UNKNOWN) return Number.isNaN(found.distance)
        const known = verdicts.flatMap((verdict, at) => (verdict === UNKNOWN ? [] : [at]))
        let best = NaN
        for (let set = 0; set < 2 ** known.length; set++) {
          const turned = known.filter((_, at) => (set >> at) & 1)
          const changed = verdicts.map((verdict, at) => (turned.includes(at) ? YES - verdict : verdict))
          if (decideByFillingIn(drawn, changed) !== YES - whole) continue
          const cost = turned.reduce((sum, at) => sum + (distances[at] as number), 0)
          if (!(best <= cost)) best = cost
        }
        return Object.is(found.distance, best)
      }),
    )
  })

  test('does turn the place when it is made', () => {
    fc.assert(
      fc.property(anyCase, ({ drawn, verdicts }) => {
        const { criteria } = findChange(drawn, verdicts, verdicts.map((verdict) => (verdict === UNKNOWN ? NaN : 1)))
        const whole = decideByFillingIn(drawn, verdicts)
        if (criteria.length === 0) return true
        return decideByFillingIn(drawn, verdicts.map((verdict, at) => (criteria.includes(at) ? YES - verdict : verdict))) === YES - whole
      }),
    )
  })
})

describe('a threshold that moves', () => {
  const anyFigures = fc.record({ drawn: anyDrawn, places: fc.integer({ min: 1, max: 6 }), stream: fc.infiniteStream(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(NaN))), compare: fc.constantFrom('below', 'atMost', 'atLeast', 'above'), leaf: fc.nat(), threshold: fc.integer({ min: -5, max: 5 }), moved: fc.integer({ min: -5, max: 5 }) } as const)

  const prepare = ({ drawn, places, stream, compare, leaf, threshold, moved }: typeof anyFigures extends fc.Arbitrary<infer T> ? T : never) => {
    const tree = flatten(drawn)
    const values = Array.from({ length: tree.leaves }, () => Float64Array.from({ length: places }, () => stream.next().value as number))
    const at = leaf % tree.leaves
    const verdicts = values.map((column) => decide(column, compare, threshold))
    const columns = evaluateTree(tree, verdicts, places)
    const whole = columns.at(-1) as Uint8Array
    const after = moveThreshold(whole, askWhatIf(tree, columns, at, places), values[at] as Float64Array, compare, moved)
    return { tree, values, at, verdicts, whole, after, places }
  }

  test('gives what a selection with the other threshold gives', () => {
    fc.assert(
      fc.property(anyFigures, (input) => {
        const { tree, values, at, verdicts, after, places } = prepare(input)
        const anew = evaluateTree(tree, verdicts.with(at, decide(values[at] as Float64Array, input.compare, input.moved)), places).at(-1) as Uint8Array
        expect([...after]).toEqual([...anew])
      }),
    )
  })

  test('to the loose side never takes a place away, to the strict side never adds one', () => {
    fc.assert(
      fc.property(anyFigures, (input) => {
        const { whole, after } = prepare(input)
        const isMore = input.compare === 'below' || input.compare === 'atMost' ? input.moved >= input.threshold : input.moved <= input.threshold
        return whole.every((verdict, place) => (isMore ? (after[place] as number) >= verdict : (after[place] as number) <= verdict))
      }),
    )
  })
})

describe('the spread of figures', () => {
  test('is the distance between the quarters, as R and Excel have them, without those that are missing', () => {
    expect(measureSpread(Float64Array.of(1, NaN, 2, 3, 4, 5))).toBe(2)
    expect(measureSpread(Float64Array.of(10, 20))).toBe(5)
  })

  test('says nothing where figures are equal or absent', () => {
    expect(measureSpread(Float64Array.of(3, 3, 3))).toBeNaN()
    expect(measureSpread(Float64Array.of(NaN))).toBeNaN()
    expect(measureSpread(new Float64Array(0))).toBeNaN()
  })
})
