/** A school at two addresses, on buurten in a row (see reach-tables.ts): reached at both, counted once. Worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { getFacility } from '#steps/explore/reach/get-facility.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import { listFacilitiesNear } from '#steps/explore/reach/facilities-near.ts'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { getSupplyColumn } from '#steps/explore/reach/supply-column.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { createRandom } from '../../../engines/reach/street-network.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'

/** The point of the buurt so many steps along the row. */
const at = (steps: number) => ({ longitude: 6.61 + 0.02 * steps, latitude: 53.01 })
const TERP = { code: '01AA00', name: 'De Terp', pupils: 20 }
const ROWS = [{ ...TERP, ...at(0) }, { ...TERP, ...at(7) }, { code: '02BB00', name: 'De Wierde', pupils: 90, ...at(3) }]
const statistics = putPeopleAtPoints(makeSchoolStatistics({ '2024-11': ROWS }))
const STEP = 6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)
const byBicycle = (steps: number) => Math.round((((steps * STEP * 1.3) / 16_000) * 60) * 10) / 10
const BICYCLE = { facilityType: 'primarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 10 } as const

describe('a school with two addresses', () => {
  it('is one facility, with its pupils once, and its second address is counted as such', async () => {
    const { facilities } = await getFacilities(statistics, 'primarySchool')
    expect(facilities.map(({ id, size, furtherPoints = [] }) => [id, size, furtherPoints.length])).toEqual([['01AA00', 20, 1], ['02BB00', 90, 0]])
    expect((await listFacilityTypes(statistics)).facilityTypes[0]).toMatchObject({ count: 2, leftOut: { withoutPoint: 0, twice: 0, furtherAddress: 1 } })
    expect((await listFacilitiesNear(statistics, 'GN102', 'primarySchool', 9)).facilities).toHaveLength(2)
  })

  it('is as near as the nearer of both, and never its own second nearest', async () => {
    expect((await getReachColumn(statistics, BICYCLE)).minutes).toEqual([0, 1, 1, 0, 1, 2, 1, 0, 1].map(byBicycle))
    // The other school: for whom De Wierde is nearest the nearer address of De Terp, else De Wierde.
    expect((await getReachColumn(statistics, { ...BICYCLE, rank: 2 })).minutes).toEqual([3, 2, 2, 3, 3, 2, 3, 4, 5].map(byBicycle))
    expect((await getReachColumn(statistics, { ...BICYCLE, rank: 3 })).minutes).toEqual(Array(9).fill(null))
  })

  it('is within reach once, and gives its places once', async () => {
    // Secondary schools are for everybody, and all of these are within the hour.
    const secondary = makeSchoolStatistics({ '2024-11': ROWS.map((row) => ({ ...row, type: 'HAVO' })) })
    const { within, perThousand } = await getSupplyColumn(secondary, { facilityType: 'secondarySchool', mode: 'bicycle', level: 'country', minutes: 60 })
    expect([within, perThousand]).toEqual([[2], [Math.round((10_000 * (20 + 90)) / 6525) / 10]])
  })

  it('is too small once, where its first address is', async () => {
    const set = { name: 'Klein', norms: [{ facilityType: 'primarySchool' as const, leastSize: 23 }] }
    const { lines, tooSmall } = await runNorms(statistics, { set, level: 'municipality' })
    expect(lines[0]).toMatchObject({ facilityCount: 2, tooSmall: 1 })
    expect(tooSmall.map(({ id, municipality }) => [id, municipality?.code])).toEqual([['01AA00', 'GM9001']])
    expect((await runNorms(statistics, { set, level: 'municipality', within: 'GM9002' })).lines[0]).toMatchObject({ facilityCount: 0, tooSmall: 0 })
  })

  it('is told with all its addresses, numbered as a scenario numbers them', async () => {
    const lists = makeSchoolStatistics({ '2024-11': ROWS.map((row, nth) => ({ ...row, ...(nth < 2 && { town: 'Krimpsterterp', street: nth === 0 ? 'Terpweg' : 'Kerkpad', houseNumber: nth === 0 ? 7 : NaN }) })) })
    expect(await getFacility(lists, 'primarySchool', '01AA00')).toMatchObject({
      name: 'De Terp',
      village: 'Krimpsterterp',
      municipality: { code: 'GM9001' },
      addresses: [{ number: 1, text: 'Terpweg 7, Krimpsterterp', point: [6.61, 53.01] }, { number: 2, text: 'Kerkpad, Krimpsterterp', point: [6.75, 53.01] }],
    })
    // Without an address in its source: the nearest village, and no text of its address.
    const { village, addresses } = await getFacility(lists, 'primarySchool', '02BB00')
    expect([village, addresses]).toEqual([lists.listPlaces().toSorted((a, b) => measureMetres(a.point, [6.67, 53.01]) - measureMetres(b.point, [6.67, 53.01]))[0]!.name, [{ number: 1, point: [6.67, 53.01] }]])
    await expect(getFacility(lists, 'primarySchool', '99ZZ99')).rejects.toMatchObject({ problem: 'unknownFacility', subject: '99ZZ99' })
  })

  it('closes at both, and moves to one place', async () => {
    const run = (facilities: ScenarioDocument['facilities']) => getReachUnderScenario(statistics, BICYCLE, { name: 'Proef', patches: [], facilities })
    const which = { type: 'primarySchool' as const, id: '01AA00' }
    expect((await run({ closed: [which] })).minutes).toEqual([3, 2, 1, 0, 1, 2, 3, 4, 5].map(byBicycle))
    expect((await run({ moved: [{ ...which, place: 'BU90020101' }] })).minutes).toEqual([3, 2, 1, 0, 1, 2, 2, 1, 0].map(byBicycle))
  })

  it('closes at one address only where that is said, and goes on at the other with all its pupils', async () => {
    const shut = (address: number, id = '01AA00'): ScenarioDocument => ({ name: 'Eén adres', patches: [], facilities: { closed: [{ type: 'primarySchool', id, address }] } })
    const run = (document: ScenarioDocument) => getReachUnderScenario(statistics, BICYCLE, document)
    expect((await run(shut(1))).minutes).toEqual([3, 2, 1, 0, 1, 2, 1, 0, 1].map(byBicycle))
    expect((await run(shut(2))).minutes).toEqual([0, 1, 1, 0, 1, 2, 3, 4, 5].map(byBicycle))
    const set = { name: 'Klein', norms: [{ facilityType: 'primarySchool' as const, leastSize: 23 }] }
    // It counts where it still stands.
    for (const [address, within] of [[1, 'GM9002'], [2, 'GM9001']] as const) {
      const { lines, remarks } = await runNorms(statistics, { set, level: 'municipality', within, scenario: shut(address) })
      expect(lines[0]!.tooSmall).toBe(1)
      expect(remarks.map(({ en }) => en)).toContainEqual(expect.stringContaining('Closing “De Terp” changes nothing'))
    }
    const { base, outlook, closed, remarks } = await getSchoolsUnder(statistics, shut(2))
    expect(closed).toEqual([])
    outlook.pupils.forEach((year, ahead) => year.forEach((own, school) => expect(own).toBeCloseTo(base.pupils[ahead]![school]!, 9)))
    expect(remarks.map(({ en }) => en)).toContain('One address of these schools closes. They keep all their pupils here: De Terp.')
    const refused = (message: string) => ({ problem: 'scenarioRefused', faults: [{ field: 'facilities.closed.0.address', message: expect.objectContaining({ en: message }) as object }] })
    await expect(run(shut(3))).rejects.toMatchObject(refused('Closure 1, address: "De Terp" stands at 2 addresses, and address 3 is none of them.'))
    await expect(run(shut(1, '02BB00'))).rejects.toMatchObject(refused('Closure 1, address: "De Wierde" stands at one address. Leave "address" out to close it.'))
    expect((await getFacilities(statistics, 'primarySchool')).facilities[0]!.furtherPoints).toHaveLength(1)
  })

  it('of any number of schools is what measuring every address gives', () => {
    const random = createRandom(11)
    const draw = () => [6.5 + 0.3 * random(), 53 + 0.2 * random()] as const
    const sites = Array.from({ length: 40 }, (_, own) => ({ point: draw(), ...(own % 3 === 0 && { furtherPoints: [draw(), draw()] }) }))
    const points = Array.from({ length: 60 }, draw)
    const mode = getTravelMode('bicycle')
    const best = findNearestFacilities({ points }, sites, mode, {}, 3)
    const every = sites.map((site) => findNearestFacilities({ points }, [site.point, ...(site.furtherPoints ?? [])].map((point) => ({ point })), mode).minutes)
    points.forEach((_, place) => {
      const order = [...sites.keys()].sort((a, b) => every[a]![place]! - every[b]![place]!).slice(0, 3)
      expect([...best.facilities.subarray(3 * place, 3 * place + 3)]).toEqual(order)
      expect([...best.minutes.subarray(3 * place, 3 * place + 3)]).toEqual(order.map((own) => every[own]![place]))
    })
  })
})
