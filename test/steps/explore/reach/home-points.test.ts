/** Where buurten are taken to be, on the hand-made country with codes and shapes taken away. */
import { describe, expect, it } from 'vitest'
import type { Area } from '#domain/area.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

/** The same country, without the points of these buurten, and with shapes that bear other codes and names. */
function hideShapes(hidden: readonly string[], shapeNames: Readonly<Record<string, string>>, { withoutDistrict = false } = {}): Statistics {
  const base = makeTestStatistics()
  const strip = (area: Area): Area => {
    const { point, ...rest } = area
    return hidden.includes(area.code) || (withoutDistrict && area.level === 'district') ? rest : { ...rest, ...(point && { point }) }
  }
  const shapes = base.findShapes('neighbourhood')!
  return {
    ...base,
    listAreas: (level) => base.listAreas(level).map(strip),
    findArea: (code) => {
      const area = base.findArea(code)
      return area && strip(area)
    },
    listPlaces: () => [],
    findShapes: (level) => {
      if (level === 'neighbourhood') return { ...shapes, codes: shapes.codes.map((code) => code.replace('BU90010001', 'BU90010077')), names: shapes.codes.map((code, at) => shapeNames[code] ?? shapes.names[at]!) }
      return withoutDistrict ? undefined : base.findShapes(level)
    },
  }
}

const GROEI = 'BU90010001'
const find = (statistics: Statistics, code: string) => {
  const { areas, points } = getHomePoints(statistics)
  return points[areas.findIndex((area) => area.code === code)]
}

describe('the place of a buurt', () => {
  it('is a point in its own shape where that is known', () => {
    const homes = getHomePoints(makeTestStatistics())
    expect(homes.counts.neighbourhood).toBe(9)
    expect(find(makeTestStatistics(), GROEI)).toEqual([6.63, 53.01])
  })

  it('is that of the shape with its name where it got another code', () => {
    const statistics = hideShapes([GROEI], {})
    expect(find(statistics, GROEI)?.[0]).toBeCloseTo(6.63, 9)
    expect(getHomePoints(statistics).counts).toMatchObject({ neighbourhood: 8, neighbourhoodName: 1 })
  })

  it('is not that of a namesake outside its wijk, nor of one of two namesakes', () => {
    // The shape of Sint Annahuis, in the other wijk, is called Groeisterwoude, and its own has another name: the wijk it is, 0.03° from its western end.
    const outside = hideShapes([GROEI], { BU90010001: 'Iets anders', BU90010100: 'Groeisterwoude' })
    expect(find(outside, GROEI)?.[0]).toBeCloseTo(6.63, 9)
    expect(getHomePoints(outside).counts).toMatchObject({ neighbourhoodName: 0, district: 1 })
    const twice = hideShapes([GROEI], { BU90010000: 'Groeisterwoude' })
    expect(getHomePoints(twice).counts).toMatchObject({ neighbourhoodName: 0, district: 1 })
  })

  it('is the middle of the other buurten of its wijk where no shape of a wijk is known, and nowhere where it has none', () => {
    const statistics = hideShapes([GROEI, 'BU90010100', 'BU90010101'], { BU90010000: 'Kom', BU90010001: 'Iets anders', BU90010100: 'Iets', BU90010101: 'Nog iets' }, { withoutDistrict: true })
    // The others of its wijk are at 6.61 and 6.65.
    expect(find(statistics, GROEI)?.[0]).toBeCloseTo(6.63, 9)
    expect(find(statistics, 'BU90010100')).toBeUndefined()
    expect(getHomePoints(statistics).counts).toMatchObject({ neighbourhood: 6, otherNeighbourhoods: 1, nowhere: 2 })
  })

  it('is that of the shape with a name like it: another part of the compass, or one of two parts', () => {
    const names = { BU90010000: 'Kom', BU90010001: 'Groeisterwoude-Noord/Veld', BU90010002: 'Iets', BU90010100: 'Nog iets', BU90010101: 'Rest' }
    const statistics = hideShapes([GROEI], names, { withoutDistrict: true })
    expect(find(statistics, GROEI)?.[0]).toBeCloseTo(6.63, 9)
    expect(getHomePoints(statistics).counts).toMatchObject({ similarName: 1, otherNeighbourhoods: 0 })
    // With two such shapes it cannot be told which: then it is amid the others of its wijk.
    const twice = hideShapes([GROEI], { ...names, BU90010100: 'Groeisterwoude-Zuid' }, { withoutDistrict: true })
    expect(getHomePoints(twice).counts).toMatchObject({ similarName: 0, otherNeighbourhoods: 1 })
  })

  it('is that of the village that its name holds, where no shape tells more', () => {
    // The whole wijk has no place, so there is no middle either.
    const hidden = hideShapes([GROEI, 'BU90010000', 'BU90010002'], { BU90010000: 'Kom', BU90010001: 'Iets anders', BU90010002: 'Veld', BU90010100: 'Iets', BU90010101: 'Nog iets' }, { withoutDistrict: true })
    const village = makeTestStatistics().listPlaces()[0]!
    const statistics = (name: string): Statistics => ({ ...hidden, listPlaces: () => [{ ...village, name, area: 'GM9001', point: [6.5, 53] }] })
    expect(find(statistics('Groeisterwoude'), GROEI)).toEqual([6.5, 53])
    // Part of a word is not the name.
    expect(getHomePoints(statistics('Groei')).counts).toMatchObject({ villageInName: 0 })
  })
})
