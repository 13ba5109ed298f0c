/** Classes of a map: as many areas in each, and zero in the middle where figures lie on both sides of it. */
import { classify, findClass } from '#web/map/classes.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

describe('classes of a map', () => {
  it('puts as many areas in each class', () => {
    const { classes, diverging } = classify(upTo(60), 6)
    expect(classes.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10, 10])
    expect(classes.map(({ low, high }) => [low, high])).toEqual([[1, 11], [11, 21], [21, 31], [31, 41], [41, 51], [51, 60]])
    expect(diverging).toBe(false)
  })

  it('gives each figure a class of its own where there are few different ones', () => {
    const { classes } = classify([1, 1, 2, 3, 3, 3], 6)
    expect(classes.map(({ low, single, count }) => [low, single, count])).toEqual([[1, true, 2], [2, true, 1], [3, true, 3]])
  })

  it('keeps decline and growth apart, with the largest decline first', () => {
    const { classes, diverging } = classify([-9, -8, -7, -6, -5, -4, 1, 2, 3, 4, 5, 6], 6)
    expect(diverging).toBe(true)
    expect(classes.filter(({ high }) => high <= 0).reduce((sum, { count }) => sum + count, 0)).toBe(6)
    expect(new Set(classes.map(({ colour }) => colour)).size).toBe(classes.length)
  })

  it('makes no classes of nothing, and does not count what is missing', () => {
    expect(classify([]).classes).toEqual([])
    expect(classify([null, null, 3]).classes).toMatchObject([{ low: 3, high: 3, count: 1 }])
  })

  it('gives nought a class of its own where most areas have it, and divides the others evenly', () => {
    const { classes } = classify([...Array<number>(100).fill(0), ...upTo(50)], 6)
    expect(classes.map(({ low, single, count }) => [low, single, count])).toEqual([[0, true, 100], [1, false, 10], [11, false, 10], [21, false, 10], [31, false, 10], [41, false, 10]])
  })

  it('does the same where most areas have the highest, or a figure in the middle', () => {
    expect(classify([...upTo(50), ...Array<number>(100).fill(99)], 6).classes.at(-1)).toMatchObject({ low: 99, single: true, count: 100 })
    const middle = classify([...upTo(20), ...Array<number>(100).fill(21), ...upTo(20).map((at) => 21 + at)], 6).classes
    expect(middle.find(({ low }) => low === 21)).toMatchObject({ single: true, count: 100 })
    expect(middle.length).toBeGreaterThanOrEqual(3)
  })

  it('refuses a number of classes for which there are no colours', () => {
    expect(() => classify([1], 8)).toThrow('2 to 7 classes are possible, not 8')
  })

  it('puts every figure in exactly one class, and counts them all', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }), (values) => {
        const classification = classify(values)
        expect(classification.classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        const counted = Map.groupBy(values, (value) => findClass(classification, value))
        for (const one of classification.classes) expect(counted.get(one)?.length).toBe(one.count)
      }),
    )
  })
})
