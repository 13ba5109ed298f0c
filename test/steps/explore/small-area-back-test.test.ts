/** Two municipalities of buurten whose growth is known by hand. */
import { describe, expect, test } from 'vitest'
import type { PastProjection } from '#steps/explore/past-projections.ts'
import { findSizeLine, testSmallAreas } from '#steps/explore/small-area-back-test.ts'
import { makeBuurtYear } from '../../support/buurt-year.ts'
import { makeProjectionData } from '../../support/projection-data.ts'

const data = makeProjectionData()
const year = (...inhabitants: number[]) => makeBuurtYear({ inhabitants })
/** The first: two buurten stay as they are, one grows by 120 a year; a fourth is too small. The second could not be followed. */
const histories = [
  { municipality: 0, history: new Map([[2020, year(1000, 500, 480, 20)], [2021, year(1000, 500, 600, 20)], [2022, year(1000, 500, 720, 20)]]), districts: ['WK1', 'WK2', 'WK2', 'WK3'] },
  { municipality: 1, history: new Map([[2020, year(NaN, 100)], [2021, year(NaN, 100)], [2022, year(NaN, 100)]]), districts: ['WK4', 'WK4'] },
]
const projectPast = (jumpOff: number): PastProjection => ({
  jumpOff, basis: 'ages', households: undefined, ageGroups: [],
  population: [Float64Array.of(2120, 5000), Float64Array.of(2240, 5100)],
})
const all = testSmallAreas(data, histories, projectPast, 2022)
const lines = all.filter(({ level }) => level === 'neighbourhood')

describe('the back-test of buurten', () => {
  test('leaves out buurten of fewer than 50, and municipalities that could not be followed', () => {
    expect(lines.map(({ inhabitants, areas }) => [inhabitants.from, inhabitants.until, areas])).toEqual([[50, null, 3], [500, 1000, 2], [1000, 2500, 1]])
  })

  test('knows the errors of each guess: 120 more, of which 100 where it grew by 120 and 20 by inhabitants', () => {
    const [all] = lines
    expect(all!.noChange.median).toBe(0)
    expect(all!.noChange.weightedMean).toBeCloseTo((600 * (100 * 120 / 720)) / 2100, 9)
    expect(all!.projected.median).toBeCloseTo((100 * 20) / 2120, 9)
    const grew = 600 + 100 + (20 * 600) / 2120
    expect(all!.projected.weightedMean).toBeCloseTo((1500 * ((100 * 20) / 2120) + 600 * 100 * Math.abs(grew / 720 - 1)) / 2100, 9)
    expect(all!.sharedOut.median).toBeCloseTo((100 * 120) / 2120, 1)
    expect(all!.unchanged).toBeCloseTo(2 / 3, 12)
  })

  test('of wijken adds up their buurten, those that are too small by themselves too', () => {
    const [whole] = all
    expect(all.filter(({ level }) => level === 'district').map(({ inhabitants, areas }) => [inhabitants.from, inhabitants.until, areas])).toEqual([[50, null, 2], [1000, 2500, 2]])
    // By hand: the first wijk has a buurt of 1,000 that gets 20 · 1000 / 2120 more, the second 1,100 that became 1,220 and gets 100 + 20 · 1100 / 2120.
    const [one, two] = [(100 * 20) / 2120, 100 * Math.abs((1100 + 100 + (20 * 1100) / 2120) / 1220 - 1)]
    expect(whole!.level).toBe('district')
    expect(whole!.projected.median).toBeCloseTo((one + two) / 2, 9)
    expect(whole!.noChange.median).toBeCloseTo((0 + (100 * 120) / 1220) / 2, 9)
  })

  test('finds the line of the size of a place, never that of all sizes', () => {
    expect(findSizeLine(all, 'neighbourhood', 600)!.inhabitants).toEqual({ from: 500, until: 1000 })
    expect(findSizeLine(all, 'neighbourhood', 60)).toBeUndefined()
    expect(findSizeLine(all, 'district', 2400)!.areas).toBe(2)
  })
})
