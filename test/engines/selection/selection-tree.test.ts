import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTree, evaluateTree, type SelectionTree } from '#engines/selection/selection-tree.ts'
import { NO, UNKNOWN, YES, decide, measureMargins } from '#engines/selection/verdict.ts'
import { anyCase, anyDrawn, anyVerdict, decideByFillingIn, flatten, toColumns, type Drawn } from './any-selection.ts'

const whole = (drawn: Drawn, verdicts: readonly number[]): number => {
  const tree = flatten(drawn)
  return (evaluateTree(tree, toColumns(verdicts), 1).at(-1) as Uint8Array)[0] as number
}

const AND: Drawn = { least: 2, of: [0, 1] }
const OR: Drawn = { least: 1, of: [0, 1] }

describe('a truth table made by hand', () => {
  test.each([
    [NO, NO, NO, NO],
    [NO, UNKNOWN, NO, UNKNOWN],
    [NO, YES, NO, YES],
    [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    [UNKNOWN, YES, UNKNOWN, YES],
    [YES, YES, YES, YES],
  ])('%i with %i: and gives %i, or gives %i, in either order', (first, second, and, or) => {
    expect([whole(AND, [first, second]), whole(AND, [second, first])]).toEqual([and, and])
    expect([whole(OR, [first, second]), whole(OR, [second, first])]).toEqual([or, or])
  })

  const TWO_OF_THREE: Drawn = { least: 2, of: [0, 1, 2] }
  test.each([
    [[YES, YES, NO], YES],
    [[YES, YES, UNKNOWN], YES],
    [[YES, UNKNOWN, UNKNOWN], UNKNOWN],
    [[YES, NO, UNKNOWN], UNKNOWN],
    [[NO, UNKNOWN, UNKNOWN], UNKNOWN],
    [[NO, NO, UNKNOWN], NO],
    [[NO, NO, YES], NO],
  ])('at least two of %j is %i', (verdicts, expected) => {
    expect(whole(TWO_OF_THREE, verdicts)).toBe(expected)
  })

  test('a missing figure that cannot matter does not make a place unknown', () => {
    // (a and b) or c: c is met, so a and b may be missing.
    expect(whole({ least: 1, of: [{ least: 2, of: [0, 1] }, 2] }, [UNKNOWN, UNKNOWN, YES])).toBe(YES)
    // (a or b) and c: c is not met.
    expect(whole({ least: 2, of: [{ least: 1, of: [0, 1] }, 2] }, [UNKNOWN, UNKNOWN, NO])).toBe(NO)
  })
})

describe('any tree', () => {
  test('is unknown exactly where some filling-in of what is missing gives yes and another gives no', () => {
    fc.assert(fc.property(anyCase, ({ drawn, verdicts }) => whole(drawn, verdicts) === decideByFillingIn(drawn, verdicts)))
  })

  test('says no where its mirror says yes: at least k of m, turned round, is at least m − k + 1 (De Morgan)', () => {
    const mirror = (drawn: Drawn): Drawn => (typeof drawn === 'number' ? drawn : { least: drawn.of.length - drawn.least + 1, of: drawn.of.map(mirror) })
    fc.assert(fc.property(anyCase, ({ drawn, verdicts }) => whole(mirror(drawn), verdicts.map((verdict) => YES - verdict)) === YES - whole(drawn, verdicts)))
  })

  test('never falls when one criterion rises', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), anyVerdict, ({ drawn, verdicts }, pick, other) => {
        const at = pick % verdicts.length
        const changed = verdicts.with(at, other)
        const difference = whole(drawn, changed) - whole(drawn, verdicts)
        return Math.sign(difference) === 0 || Math.sign(difference) === Math.sign(other - (verdicts[at] as number))
      }),
    )
  })

  test('does not mind the order in which places stand', () => {
    fc.assert(
      fc.property(anyDrawn, fc.infiniteStream(anyVerdict), fc.integer({ min: 1, max: 6 }), (drawn, stream, count) => {
        const tree = flatten(drawn)
        const columns = Array.from({ length: tree.leaves }, () => Uint8Array.from({ length: count }, () => stream.next().value as number))
        const forwards = evaluateTree(tree, columns, count).at(-1) as Uint8Array
        const backwards = evaluateTree(tree, columns.map((column) => column.toReversed()), count).at(-1) as Uint8Array
        expect(backwards.toReversed()).toEqual(forwards)
      }),
    )
  })
})

describe('a figure against a threshold', () => {
  test('on the line meets "at most" and "at least", not "below" and "above"; what is missing is unknown', () => {
    const values = Float64Array.of(1, 2, 3, NaN)
    expect([...decide(values, 'below', 2)]).toEqual([YES, NO, NO, UNKNOWN])
    expect([...decide(values, 'atMost', 2)]).toEqual([YES, YES, NO, UNKNOWN])
    expect([...decide(values, 'atLeast', 2)]).toEqual([NO, YES, YES, UNKNOWN])
    expect([...decide(values, 'above', 2)]).toEqual([NO, NO, YES, UNKNOWN])
  })

  test('has a margin above zero inside and below zero outside', () => {
    expect([...measureMargins(Float64Array.of(1, 2, 5, NaN), 'atMost', 2)]).toEqual([1, 0, -3, NaN])
    expect([...measureMargins(Float64Array.of(1, 2, 5, NaN), 'above', 2)]).toEqual([-1, 0, 3, NaN])
  })

  test('refuses a threshold that is no number', () => {
    expect(() => decide(Float64Array.of(1), 'above', NaN)).toThrow('NaN')
    expect(() => decide(Float64Array.of(1), 'above', Infinity)).toThrow('Infinity')
  })
})

describe('a tree that does not fit', () => {
  const good = flatten({ least: 1, of: [{ least: 2, of: [0, 1] }, 2] })
  const spoil = (change: Partial<SelectionTree>) => () => checkTree({ ...good, ...change })

  test('is refused, with the numbers that disagree', () => {
    expect(() => checkTree(good)).not.toThrow()
    expect(spoil({ least: Int32Array.of(3, 1) })).toThrow('group 0 wants 3 of its 2 members')
    expect(spoil({ least: Int32Array.of(0, 1) })).toThrow('group 0 wants 0')
    expect(spoil({ starts: Int32Array.of(0, 2) })).toThrow('3 starts')
    expect(spoil({ members: Int32Array.of(0, 0, 3, 2) })).toThrow('0 stands in two groups')
    expect(spoil({ members: Int32Array.of(0, 4, 3, 2) })).toThrow('does not stand before it')
    expect(spoil({ leaves: 4 })).toThrow('stands in no group')
    expect(() => evaluateTree(good, [Uint8Array.of(0)], 1)).toThrow('3 criteria but 1 columns')
    expect(() => evaluateTree(good, [Uint8Array.of(0, 1), Uint8Array.of(0), Uint8Array.of(0)], 1)).toThrow('1 places but a column of 2')
  })
})
