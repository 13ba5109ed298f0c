/** Our distances beside published ones, on buurten in a row (see reach-tables.ts), worked out by hand. */
import { describe, expect, it } from 'vitest'
import { correlate } from '#engines/numeric/rank-correlation.ts'
import { compareDistances } from '#steps/explore/reach/compare-distances.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const PUBLISHED = 'distanceToPrimarySchool'
/** A step along the row in kilometres over the road. */
const STEP = (6371.0088 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)) * 1.3
/** Krimpsterterp 1,100 at the school, Groeisterwoude 900 a step away, 55 two steps, Sint Annahuis 400 three steps. */
const OOSTERMOER = ((900 + 55 * 2 + 400 * 3) * STEP) / 2455
const GRAVENVEEN = ((2000 * 5 + 1520 * 6 + 300 * 7 + 250 * 8) * STEP) / 4070

/** With distances of 2022 for the two municipalities of today, in the order of their codes. */
function withDistances(first: number, second: number) {
  const base = makeTestStatistics()
  return putPeopleAtPoints(makeTestStatistics({
    listYears: (indicator, level) => (indicator === PUBLISHED && level === 'municipality' ? [2022] : base.listYears(indicator, level)),
    findColumn: (indicator, level, year) =>
      indicator === PUBLISHED && level === 'municipality' && year === 2022 ? { values: Float64Array.of(first, second, 1), missing: new Uint8Array(3), sources: ['kwb-2022'] } : base.findColumn(indicator, level, year),
  }))
}
const find = async (statistics: ReturnType<typeof makeTestStatistics>) => (await compareDistances(statistics)).comparisons.find(({ facilityType }) => facilityType === 'primarySchool')!

describe('our distances beside published ones', () => {
  it('are kilometres over the road, the mean of the inhabitants, with the middle ratio and both years', async () => {
    const { areas, medianRatio, pearson, publishedYear, facilitiesYear, source } = await find(withDistances(OOSTERMOER, GRAVENVEEN * 2))
    // Times are written in tenths of a minute, which are 27 metres.
    expect(areas.map(({ code }) => code)).toEqual(['GM9001', 'GM9002'])
    expect(areas[0]!.ours).toBeCloseTo(OOSTERMOER, 1)
    expect(areas[1]!.ours).toBeCloseTo(GRAVENVEEN, 1)
    expect(medianRatio).toBeCloseTo(0.75, 1)
    // Two municipalities always lie on a line.
    expect([pearson, publishedYear, facilitiesYear, source?.publisher]).toEqual([null, 2022, 2024, 'CBS'])
  })

  it('contradict each other from twice as far and 5 kilometres on, in either direction', async () => {
    const { areas } = await find(withDistances(OOSTERMOER * 2.5, GRAVENVEEN + 4.9))
    expect(areas.map(({ contradicts }) => contradicts)).toEqual([undefined, undefined])
    const farther = await find(withDistances(20, GRAVENVEEN / 2.5))
    expect(farther.areas.map(({ contradicts }) => contradicts)).toEqual(['nearer', 'farther'])
  })

  it('are not compared where nothing was published, and that is said', async () => {
    const { areas, leftOut } = await find(withDistances(Number.NaN, GRAVENVEEN))
    expect(areas.map(({ code }) => code)).toEqual(['GM9002'])
    expect(leftOut).toEqual([{ code: 'GM9001', name: 'Oostermoer', why: 'noDistance' }])
    const { comparisons } = await compareDistances(makeTestStatistics())
    expect(comparisons.map(({ facilityType, missing }) => [facilityType, missing])).toEqual([['primarySchool', 'noDistances'], ['secondarySchool', 'noFacilities'], ['hospital', 'noFacilities'], ['railwayStation', 'noFacilities']])
  })

  it('go together by Pearson: 1 on a rising line, −1 on a falling one, and by hand on three points', () => {
    const of = (a: number[], b: number[]) => correlate(Float64Array.from(a), Float64Array.from(b))
    expect(of([1, 2, 3], [5, 7, 9])).toBeCloseTo(1, 12)
    expect(of([1, 2, 3], [5, 3, 1])).toBeCloseTo(-1, 12)
    // Deviations −1, 0, 1 and −1, 1, 0: their product sums to 1, their squares to 2 and 2.
    expect(of([1, 2, 3], [0, 2, 1])).toBeCloseTo(0.5, 12)
  })
})
