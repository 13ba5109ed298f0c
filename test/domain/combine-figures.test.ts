import { describe, expect, it } from 'vitest'
import { canCount, combineFigures } from '#domain/combine-figures.ts'
import { explainWhole } from '#domain/missing.ts'

const SUM = { kind: 'sum' } as const
const MEAN = { kind: 'weightedMean', weight: 'homes' } as const
const DENSITY = { kind: 'harmonicMean', weight: 'population' } as const

describe('the figure of a whole', () => {
  it('is the sum of a count, each part by its share in the whole', () => {
    expect(combineFigures(SUM, [200, 100, 50], [1, 0.6, 1])).toBe(200 + 60 + 50)
  })

  it('is the mean of a rate by its weight', () => {
    expect(combineFigures(MEAN, [210, 320], [575, 425])).toBe((575 * 210 + 425 * 320) / 1000)
  })

  it('is all inhabitants by all land for a density: 1000 on 1 km² and 1000 on 4 km² is 400 per km²', () => {
    expect(combineFigures(DENSITY, [1000, 250], [1000, 1000])).toBe(400)
  })

  it('is that of the part itself where there is one part', () => {
    for (const aggregation of [SUM, MEAN, DENSITY]) expect(combineFigures(aggregation, [0.25], [1])).toBe(0.25)
  })

  it('leaves out parts without a value or without a weight', () => {
    expect(combineFigures(SUM, [5, NaN], [1, 1])).toBe(5)
    expect(combineFigures(MEAN, [10, NaN, 30], [1, 1, NaN])).toBe(10)
  })

  it('leaves out a density that was rounded down to nothing: how much land there is does not follow from it', () => {
    expect(combineFigures(DENSITY, [1000, 0], [500, 15])).toBe(1000)
    expect(canCount(DENSITY, 0, 15)).toBe(false)
    expect(canCount(SUM, 0, 1)).toBe(true)
  })

  it('does not exist without parts, where a mean has no weight, and for a code', () => {
    expect(combineFigures(SUM, [], [])).toBeNaN()
    expect(combineFigures(SUM, [NaN], [1])).toBeNaN()
    expect(combineFigures(MEAN, [10, 20], [0, 0])).toBeNaN()
    expect(combineFigures(DENSITY, [0, 0], [0, 0])).toBeNaN()
    expect(combineFigures({ kind: 'none' }, [3], [1])).toBeNaN()
  })

  it('is missing for the one reason that all parts share, or because parts are missing', () => {
    expect(explainWhole(['suppressed', 'suppressed'])).toBe('suppressed')
    expect(explainWhole(['suppressed', undefined])).toBe('partsMissing')
    expect(explainWhole(['suppressed', 'rowMissing'])).toBe('partsMissing')
    expect(explainWhole([])).toBe('partsMissing')
  })
})
