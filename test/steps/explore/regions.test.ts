/** Regions of daily life on the hand-made country, and the parts of the way there by hand. */
import { describe, expect, it } from 'vitest'
import { comparePartitions } from '#engines/regions/compare-partitions.ts'
import { compareDivisions, listCrossings } from '#steps/explore/regions/compare-divisions.ts'
import { countPieces, listNeighbours } from '#steps/explore/regions/count-pieces.ts'
import { getDailyRegions } from '#steps/explore/regions/daily-regions.ts'
import { divideDistricts } from '#steps/explore/regions/divide-districts.ts'
import { makeRegionFeatures, makeRegionTable } from '#steps/explore/regions/export-regions.ts'
import { nameRegions } from '#steps/explore/regions/name-regions.ts'
import { listDivisions } from '#steps/explore/regions/region-divisions.ts'
import type { RegionUnits } from '#steps/explore/regions/region-units.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const districts = statistics.listAreas('district')
const PEOPLE = Float64Array.of(2055, 400, 3520, 550)

describe('regions of daily life', () => {
  it('hold every buurt once and all inhabitants together, whatever number is asked for', async () => {
    for (const count of [30, 45, 60]) {
      const answer = await getDailyRegions(statistics, count)
      expect(answer.regions.reduce((sum, { people }) => sum + people, 0)).toBe(6525)
      expect(answer.regionOfDistrict).toHaveLength(4)
      expect(answer.regionOfNeighbourhood).toHaveLength(9)
      // A buurt is where its wijk is.
      expect(answer.regionOfNeighbourhood).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3].map((wijk) => answer.regionOfDistrict[wijk]))
      for (const { id, stays, comesFromWithin, crossings } of answer.regions) {
        expect(id).toMatch(/^DL\d\d$/)
        for (const share of [stays, comesFromWithin]) expect(share).toSatisfy((own: number) => own >= 0 && own <= 1)
        for (const { parts } of crossings) expect(parts[0]!.people).toBeGreaterThan(0)
      }
      expect([...answer.regions].sort((a, b) => b.people - a.people)).toEqual(answer.regions)
    }
  })

  it('are the same when asked again, and one where few places are too small to be regions', async () => {
    const again = await getDailyRegions(makeTestStatistics(), 30)
    expect(again.regionOfDistrict).toEqual((await getDailyRegions(statistics, 30)).regionOfDistrict)
  })

  it('come as tables with a row a region and a row a buurt, and as shapes', async () => {
    const answer = await getDailyRegions(statistics, 30)
    const regions = makeRegionTable(statistics, answer, 'regions', 'nl')
    expect(regions.rows).toHaveLength(answer.regions.length)
    const buurten = makeRegionTable(statistics, answer, 'neighbourhoods', 'en')
    expect(buurten.rows.map(([code]) => code)).toEqual(statistics.listAreas('neighbourhood').map(({ code }) => code))
    expect(buurten.rows.every((row) => row.length === buurten.columns.length) && regions.rows.every((row) => row.length === regions.columns.length)).toBe(true)
    const { features } = makeRegionFeatures(statistics, answer, 'nl').collection
    expect(features.map(({ id }) => id)).toEqual(districts.map(({ code }) => code))
    expect(features[0]!.properties?.['region']).toBe(answer.regions[answer.regionOfDistrict[0]!]!.id)
  })
})

describe('wijken that were not reckoned with', () => {
  const points = [[6.6, 53], [6.7, 53], [6.8, 53]] as const
  /** The second wijk of the first municipality has no known place. */
  const units: RegionUnits = { districts, peopleOfDistrict: PEOPLE, used: [0, 2, 3], points, people: Float64Array.of(2055, 3520, 550), mass: new Float64Array(3), destinations: ['people'], sources: [] }

  it('go with most people of their municipality', () => {
    const { regionOfDistrict, followed, joined, people } = divideDistricts(units, { regionOfUnit: Int32Array.of(0, 1, 1), islands: [], moved: [], leaves: Float64Array.of(2055, 4070), arrives: Float64Array.of(2055, 4070), within: Float64Array.of(2000, 4000) })
    expect([...regionOfDistrict]).toEqual([1, 1, 0, 0])
    expect([[...people], followed, joined]).toEqual([[4070, 2455], [1], []])
  })

  it('and those that no road leads to go with the rest of their municipality, with what goes on in them', () => {
    const found = { regionOfUnit: Int32Array.of(0, 1, 2), islands: [0, 2], moved: [], leaves: Float64Array.of(2055, 3520, 550), arrives: Float64Array.of(2055, 3520, 550), within: Float64Array.of(2055, 1760, 550) }
    const { regionOfDistrict, joined, islands, stays } = divideDistricts(units, found)
    expect([...regionOfDistrict]).toEqual([1, 1, 0, 0])
    expect(joined).toEqual([3])
    // The first has nothing else of its municipality on land: it is an island.
    expect([...islands]).toEqual([1])
    expect(stays).toEqual([(1760 + 550) / (3520 + 550), 1])
  })
})

describe('regions beside official divisions', () => {
  const regions = Int32Array.of(0, 0, 0, 1)

  it('say which borders a region crosses and how many people live beyond', async () => {
    const divisions = await listDivisions(statistics, districts)
    const crossings = listCrossings(divisions, PEOPLE, regions, 2)
    const province = divisions.find(({ id }) => id === 'province')!
    expect(crossings[0]!.find(({ division }) => division === 'province')).toEqual({
      division: 'province',
      parts: [{ code: 'PV22', name: 'Drenthe', people: 3520 }, { code: 'PV20', name: 'Groningen', people: 2455 }],
      partCount: 2,
      peopleOutsideLargest: 2455,
    })
    const compared = compareDivisions(province, PEOPLE, regions, crossings)
    expect([compared.parts, compared.regionsAcross, compared.peopleAcross]).toEqual([2, 1, 2455])
    expect(compared.adjustedRand).toBeCloseTo(comparePartitions(regions, [0, 0, 1, 1], PEOPLE).adjustedRand, 3)
  })

  it('have the name of the municipality with most people, or of two that are nearly as large', () => {
    expect(nameRegions(statistics, districts, PEOPLE, regions, 2)).toEqual(["'s-Gravenveen – Oostermoer", "'s-Gravenveen"])
  })

  it('count in how many pieces they lie', () => {
    const row = Array.from({ length: 20 }, (_, at) => [5 + 0.01 * at, 52] as const)
    const middle = row.map((_, at) => (at === 10 ? 1 : 0))
    expect(countPieces(listNeighbours(row), middle, 2)).toEqual([1, 1])
    expect(countPieces(listNeighbours(row), row.map((_, at) => (at >= 6 && at < 14 ? 1 : 0)), 2)).toEqual([2, 1])
  })
})
