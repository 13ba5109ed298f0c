import { describe, expect, it } from 'vitest'
import { combine } from '#steps/import/aggregate-levels.ts'

const members = [0, 1, 2]

describe('the figure of a whole from its parts', () => {
  it('is the sum for a count, and missing as soon as one part is', () => {
    expect(combine({ kind: 'sum' }, members, [1, 2, 4], undefined)).toBe(7)
    expect(combine({ kind: 'sum' }, members, [1, NaN, 4], undefined)).toBeNaN()
  })

  it('is the mean weighted by households for a percentage of households', () => {
    expect(combine({ kind: 'weightedMean', weight: 'households' }, members, [10, 20, 40], [100, 100, 200])).toBe((10 * 100 + 20 * 100 + 40 * 200) / 400)
  })

  it('leaves out a part without a figure that holds at most 5 procent of the weight, and not more', () => {
    expect(combine({ kind: 'weightedMean', weight: 'households' }, members, [10, NaN, 10], [95, 5, 0])).toBe(10)
    expect(combine({ kind: 'weightedMean', weight: 'households' }, members, [10, NaN, 10], [94, 6, 0])).toBeNaN()
  })

  it('is inhabitants by total surface for a density: 1000 on 1 km² and 1000 on 4 km² is 400 per km²', () => {
    expect(combine({ kind: 'harmonicMean', weight: 'population' }, [0, 1], [1000, 250], [1000, 1000])).toBe(400)
  })

  it('does not exist for a code', () => {
    expect(combine({ kind: 'none' }, members, [1, 1, 1], undefined)).toBeNaN()
  })
})
