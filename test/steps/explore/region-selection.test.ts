/** A selection bounded to a region of daily life, on the hand-made country. */
import { describe, expect, it } from 'vitest'
import { readDailyRegionCode, writeDailyRegionCode } from '#domain/daily-region-code.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import type { SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import { carryOutSelection, orderSelection } from '#steps/background/selection-task.ts'
import { getDailyRegions } from '#steps/explore/regions/daily-regions.ts'
import { listMunicipalitiesIn, prepareDailyRegion } from '#steps/explore/regions/prepare-daily-region.ts'
import { findDailyRegion } from '#steps/see/selection/daily-region.ts'
import { getSelectionDocument } from '#steps/see/selection/check-selection.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'
import { startTestServer } from '../../api/support.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const inhabited = (level: SelectionDocument['level'], within: string, changes: Partial<SelectionDocument> = {}): SelectionDocument => ({
  format: 'topdorp-selection/1', name: 'Bewoond', level, within, where: { kind: 'group', meet: 'all', of: [{ kind: 'figure', indicator: 'population', compare: 'atLeast', threshold: 0 }] }, ...changes,
})

describe('a region of daily life as the bound of a selection', () => {
  it('has a code that says how many regions there are and which it is', () => {
    expect(readDailyRegionCode('DL4507')).toEqual({ count: 45, id: 'DL07' })
    expect(writeDailyRegionCode(45, 'DL07')).toBe('DL4507')
    for (const other of ['DL07', 'DL2907', 'DL6107', 'PV22', 'LD01']) expect(readDailyRegionCode(other)).toBeUndefined()
  })

  it('holds the areas that the regions say, each area of a level in exactly one region', async () => {
    const statistics = makeTestStatistics()
    const { regions, regionOfNeighbourhood, regionOfDistrict, year } = await getDailyRegions(statistics, 30)
    const expected = { neighbourhood: regionOfNeighbourhood, district: regionOfDistrict }
    const seen = { neighbourhood: [] as string[], district: [] as string[], municipality: [] as string[] }
    for (const [at, { id, name }] of regions.entries()) {
      const code = writeDailyRegionCode(30, id)
      await prepareDailyRegion(statistics, { within: code })
      expect(findDailyRegion(statistics, code)!.name).toBe(name)
      for (const level of ['neighbourhood', 'district'] as const) {
        const { result } = runSelection(statistics, inhabited(level, code))
        const all = [...statistics.listPositions(level, year)].map((position) => statistics.listAreas(level)[position]!.code)
        expect(result!.places.codes).toEqual(all.filter((_, row) => expected[level][row] === at))
        seen[level].push(...result!.places.codes)
      }
      const municipalities = [...findDailyRegion(statistics, code)!.members].filter((own) => own.startsWith('GM'))
      seen.municipality.push(...municipalities)
    }
    for (const level of ['neighbourhood', 'district', 'municipality'] as const) expect(seen[level].toSorted()).toEqual([...statistics.listPositions(level, year)].map((position) => statistics.listAreas(level)[position]!.code).toSorted())
  })

  it('puts a municipality over two regions in the one with most of its people', () => {
    const statistics = makeTestStatistics()
    // The first municipality has 2,055 people in its first three buurten and 400 in the next two; the others are in the second region.
    const buurten = [...statistics.listPositions('neighbourhood', 2024)].map((position) => statistics.listAreas('neighbourhood')[position]!.code)
    const others = [...new Set(buurten.slice(5).map((code) => statistics.findArea(code)!.parents.municipality!))]
    const regionOf = [0, 0, 0, 1, 1, 1, 1, 1, 1]
    expect([0, 1].map((region) => listMunicipalitiesIn(statistics, buurten, regionOf, region))).toEqual([['GM9001'], others])
    expect(listMunicipalitiesIn(statistics, buurten, regionOf.map((region, at) => (at === 0 || at === 1 ? 1 : region)), 1)).toEqual(['GM9001', ...others])
  })

  it('goes along to the thread that carries the selection out', async () => {
    const statistics = makeTestStatistics()
    const document = inhabited('neighbourhood', 'DL3001')
    await prepareDailyRegion(statistics, document)
    const order = structuredClone(orderSelection(statistics, document, 'nl', 'json'))
    const elsewhere = JSON.parse(new TextDecoder().decode(await carryOutSelection(makeTestStatistics(), order, async () => new Uint8Array(0)))) as SelectionRunAnswer
    expect(elsewhere.result!.places.codes).toEqual(runSelection(statistics, document).result!.places.codes)
  })

  it('is refused in words where it cannot be', async () => {
    const statistics = makeTestStatistics()
    const refuse = (document: SelectionDocument) => () => getSelectionDocument(statistics, document)
    expect(refuse(inhabited('province', 'DL3001'))).toThrow(expect.objectContaining({ problem: 'selectionRefused', faults: [expect.objectContaining({ field: 'level' })] }))
    expect(refuse(inhabited('municipality', 'DL3001', { year: 2022 }))).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ field: 'year' })] }))
    expect(refuse(inhabited('municipality', 'DL2901'))).toThrow(expect.objectContaining({ problem: 'unknownArea' }))
    await expect(prepareDailyRegion(statistics, { within: 'DL3099' })).rejects.toMatchObject({ problem: 'unknownArea' })
  })

  it('is asked for over HTTP, before anybody made the regions', async () => {
    const { app } = await startTestServer()
    const post = (within: string) => app.inject({ method: 'POST', url: '/v1/selection-runs', payload: inhabited('neighbourhood', within) })
    const response = await post('DL3001')
    expect(response.statusCode).toBe(200)
    expect(response.json<SelectionRunAnswer>().result!.places.codes.length).toBeGreaterThan(0)
    expect((await post('DL3099')).json()).toMatchObject({ status: 404, code: 'unknownArea' })
    await app.close()
  })
})
