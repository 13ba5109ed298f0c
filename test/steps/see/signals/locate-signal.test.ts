import { expect, test } from 'vitest'
import { getOwnVillage, getSubject } from '#steps/see/subject.ts'
import { countSignals } from '#steps/see/signals/count-signals.ts'
import { listPlaceSignals } from '#steps/see/signals/show-signals.ts'
import { locateSignal } from '#steps/see/signals/locate-signal.ts'
import { insertSignal, takeSignalStep } from '#records/signals.ts'
import { openTemporaryRecords } from '../../../support/temporary-records.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const VILLAGE = { placeId: 'GN101', placeName: 'Krimpsterterp', areaCode: 'BU90010000', areaName: 'Krimpsterterp', municipalityCode: 'GM9001', municipalityName: 'Oostermoer' }
const OLD = { placeId: 'GM9003', placeName: 'Oudwolde', areaCode: 'GM9003', areaName: 'Oudwolde', municipalityCode: 'GM9003', municipalityName: 'Oudwolde' }
const where = (place: typeof VILLAGE) => {
  const { placeId, areas, isMoved } = locateSignal(statistics, place)
  return { placeId, areas: areas.map(({ code }) => code), isMoved }
}

test('a signal about a village stays with that village', () => {
  expect(where(VILLAGE)).toEqual({ placeId: 'GN101', areas: ['BU90010000'], isMoved: false })
})
test('about a village that is no longer in the gazetteer, it goes to the area that it lay in', () => {
  expect(where({ ...VILLAGE, placeId: 'GN9999' })).toEqual({ placeId: undefined, areas: ['BU90010000'], isMoved: true })
})
test('about a municipality that was dissolved, it goes to what that became', () => {
  expect(where(OLD)).toEqual({ placeId: undefined, areas: ['GM9001'], isMoved: true })
})
test('about a buurt of it, it goes to the buurt of that name there, or else to the municipality', () => {
  const buurt = { ...OLD, placeId: 'BU90030000', areaCode: 'BU90030000' }
  expect(where({ ...buurt, placeName: 'Sint Annahuis', areaName: 'Sint Annahuis' })).toEqual({ placeId: undefined, areas: ['BU90010100'], isMoved: true })
  expect(where({ ...buurt, placeName: 'Nergenshuizen', areaName: 'Nergenshuizen' })).toEqual({ placeId: undefined, areas: ['GM9001'], isMoved: true })
})
test('about an area that no figures know, it says so', () => {
  expect(where({ ...OLD, placeId: 'GM0042', areaCode: 'GM0042', municipalityCode: 'GM0042' })).toEqual({ placeId: undefined, areas: [], isMoved: true })
})

test('a signal left under a former municipality is on the page of its successor, which says so, and not on others', async () => {
  const records = await openTemporaryRecords()
  const { database } = records
  const at = '2022-06-01T00:00:00.000Z'
  for (const [id, place] of [['S1', OLD], ['S2', VILLAGE]] as const) {
    await insertSignal(database, { id, receiptHash: id, ...place, basic: 'housing', text: 'Er zijn geen huizen.', whereExactly: undefined, receivedAt: at })
    await takeSignalStep(database, id, ['received'], { status: 'published', at, byWhom: 'Els', note: undefined, reference: undefined, published: true })
  }
  const list = async (id: string) => (await listPlaceSignals(database, statistics, getSubject(statistics, id), { limit: 10, offset: 0 })).signals
  expect((await list('GM9001')).map(({ id }) => id)).toEqual(['S1', 'S2'])
  expect((await list('GM9001'))[0]?.moved?.nl).toBe('Dit ging over Oudwolde. Dat staat niet meer in de cijfers; het hoort nu bij Oostermoer.')
  expect((await list('GM9001'))[1]?.moved).toBeUndefined()
  expect((await list('BU90010000')).map(({ id }) => id)).toEqual(['S2'])
  expect((await list('WK900100')).map(({ id }) => id)).toEqual(['S2'])
  expect((await list('PV20')).map(({ id }) => id)).toEqual(['S1', 'S2'])
  expect((await list('GM9003')).map(({ id, moved }) => [id, moved === undefined]), 'on its own page too').toEqual([['S1', false]])
  expect(await list('GM9002')).toEqual([])
  expect(await list('BU90010001')).toEqual([])
  const own = async (members: string[]) => (await listPlaceSignals(database, statistics, getOwnVillage(statistics, members, 'Ons dorp'), { limit: 10, offset: 0 })).signals.map(({ id }) => id)
  expect(await own(['BU90010001', 'BU90010000']), 'an own village has those of its buurten').toEqual(['S2'])
  expect(await own(['BU90010001', 'BU90020000'])).toEqual([])
  const counts = await countSignals(database, statistics, 'municipality')
  expect(counts, 'and is counted there').toMatchObject({ total: 2, ofOtherLevels: 0, nowhere: 0, places: [{ id: 'GM9001', total: 2 }] })
  await records.close()
})
