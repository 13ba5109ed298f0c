/** How much is within reach under a scenario, on buurten in a row (see school-tables.ts): worked out by hand. */
import { describe, expect, it } from 'vitest'
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import { makeReachTable } from '#steps/explore/reach/export-reach.ts'
import { getSupplyColumn } from '#steps/explore/reach/supply-column.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { getSupplyUnderScenario } from '#steps/explore/scenario/supply-scenario.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'

const at = (steps: number) => ({ longitude: 6.61 + 0.02 * steps, latitude: 53.01 })
const statistics = makeSchoolStatistics({ '2024-11': [{ code: '01AA00', name: 'De Terp', pupils: 20, type: 'HAVO', ...at(0) }, { code: '02BB00', name: 'De Wierde', pupils: 90, type: 'HAVO', ...at(3) }] })
/** A step by bicycle takes 6.53 minutes: 7 reach the next buurt, and 14 the second. */
const ASKED = { facilityType: 'secondarySchool', mode: 'bicycle', level: 'neighbourhood', minutes: 7 } as const
const make = (parts: object): ScenarioDocument => {
  const read = readScenarioDocument({ name: 'Proef', ...parts })
  if ('faults' in read) throw new Error(read.faults.map(({ message }) => message.en).join(' '))
  return read.document
}
const closing = make({ facilities: { closed: [{ type: 'secondarySchool', id: '01AA00' }] } })
const say = ({ scenario }: { scenario: { remarks: readonly { en: string }[] } }) => scenario.remarks.map(({ en }) => en)

describe('how much is within reach under a scenario', () => {
  it('is that of the base when it is empty, and says so', async () => {
    const { base, scenario, ...answer } = await getSupplyUnderScenario(statistics, ASKED, make({}))
    expect(answer).toEqual(await getSupplyColumn(statistics, ASKED))
    expect(base).toEqual(answer)
    expect(scenario.remarks.map(({ en }) => en)).toEqual(['Scenario “Proef” changes nothing here in how much is within reach.'])
  })

  it('is one less where the school that closes was reached, and its places go', async () => {
    const { within, base, facilityCount } = await getSupplyUnderScenario(statistics, ASKED, closing)
    // Nobody lives in the fifth.
    expect(base.within).toEqual([1, 1, 1, 1, null, 0, 0, 0, 0])
    expect(within).toEqual([0, 0, 1, 1, null, 0, 0, 0, 0])
    expect([facilityCount, base.facilityCount]).toEqual([1, 2])
    // Within the hour everybody reaches all: the places a thousand are all places over all people.
    const country = await getSupplyUnderScenario(statistics, { ...ASKED, level: 'country', minutes: 60 }, closing)
    expect([country.perThousand[0], country.base.perThousand[0]]).toEqual([Math.round((10_000 * 90) / 6525) / 10, Math.round((10_000 * 110) / 6525) / 10])
  })

  it('is that of twice the time for who goes twice as fast', async () => {
    const { minutes, within, perThousand } = await getSupplyUnderScenario(statistics, ASKED, make({ speeds: [{ mode: 'bicycle', factor: 2 }] }))
    const further = await getSupplyColumn(statistics, { ...ASKED, minutes: 14 })
    expect({ minutes, within, perThousand }).toEqual({ minutes: 7, within: further.within, perThousand: further.perThousand })
    expect(within).not.toEqual((await getSupplyColumn(statistics, ASKED)).within)
  })

  it('says which parts it does not follow, and what opens without a size', async () => {
    const births = { figure: 'fertilityRates', years: { from: 2024, to: 2045 }, change: { multiplyBy: 2 } }
    const answer = await getSupplyUnderScenario(statistics, ASKED, make({ patches: [births], facilities: { opened: [{ type: 'secondarySchool', name: 'Nieuw', place: 'BU90020101' }] } }))
    expect(answer.within[8]).toBe(1)
    expect(say(answer)).toEqual(['The scenario does not say how large these are, so they have no places here: Nieuw.', 'How much is within reach does not follow this part of the scenario: population. It is about the inhabitants of now.'])
  })
})

describe('travel times under a scenario, in a file', () => {
  it('stand beside the base, area by area', async () => {
    const answer = await getReachUnderScenario(statistics, { facilityType: 'secondarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 10 }, closing)
    const { columns, rows, about, title } = await makeReachTable(statistics, answer, 'en')
    const read = (key: string) => rows.map((row) => row[columns.findIndex((column) => column.key === key)])
    expect([read('minutes'), read('minutesBase'), read('beyond'), read('beyondBase'), read('newlyBeyond'), read('newlyWithin')]).toEqual([answer.minutes, answer.base.minutes, answer.beyondNorm.all, answer.base.beyondNorm.all, answer.newlyBeyond.all, answer.newlyWithin.all])
    expect(read('minutesDifference')[0]).toBeCloseTo(answer.minutes[0]! - answer.base.minutes[0]!, 9)
    expect(title).toContain('Proef')
    expect(about).toContainEqual(['Scenario', 'Proef'])
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})
