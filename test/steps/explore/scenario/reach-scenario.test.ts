/** A scenario on buurten in a row with one school, De Terp, at the first (see reach-tables.ts): minutes by hand, and what must hold for every scenario. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import { getReachColumn, type ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = putPeopleAtPoints(makeTestStatistics())
const BICYCLE: ReachQuestion = { facilityType: 'primarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 20 }
const STEP = 6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)
const byBicycle = (steps: number) => Math.round((((steps * STEP * 1.3) / 16_000) * 60) * 10) / 10
const POPULATION = [1100, 900, 55, 400, 0, 2000, 1520, 300, 250]

function makeScenario(parts: object): ScenarioDocument {
  const read = readScenarioDocument({ name: 'Proef', ...parts })
  if ('faults' in read) throw new Error(read.faults.map(({ message }) => message.en).join(' '))
  return read.document
}
const run = (parts: object, question = BICYCLE) => getReachUnderScenario(statistics, question, makeScenario(parts))
const listFaults = async (parts: object) => {
  const error = await run(parts).then(() => undefined, (reason: unknown) => reason)
  if (!(error instanceof SeeError)) throw new Error('was not refused')
  expect(error.problem).toBe('scenarioRefused')
  return error.faults.map(({ field, message }) => `${field}: ${message.en}`)
}
const opened = (place: string, more: object = {}) => ({ type: 'primarySchool', name: 'De Wierde', place, ...more })
const DE_TERP = { type: 'primarySchool', id: '01AA00' }

describe('travel times in a scenario', () => {
  it('that is empty are those of the base, in every figure and for every mode', async () => {
    for (const mode of ['car', 'bicycle', 'foot'] as const) {
      const question = { ...BICYCLE, mode }
      const base = await getReachColumn(statistics, question)
      const { base: before, newlyBeyond, newlyWithin, changed, scenario, ...same } = await run({}, question)
      expect(same).toEqual(base)
      expect([before.minutes, before.beyondNorm]).toEqual([base.minutes, base.beyondNorm])
      expect([...newlyBeyond.all, ...newlyWithin.all].every((people) => people === 0)).toBe(true)
      expect([changed, scenario]).toEqual([{ neighbourhoods: 0, inhabitants: 0 }, { name: 'Proef', touched: [], remarks: [{ nl: 'Dit scenario heeft geen wijzigingen: het is gelijk aan de basis.', en: 'This scenario has no changes: it equals the base.' }] }])
    }
  })

  it('with a second school at the eighth buurt are those to the nearer of both', async () => {
    const { minutes, facilityCount, newlyWithin, newlyBeyond, changed, scenario } = await run({ facilities: { opened: [opened('BU90020100')] } })
    expect(minutes).toEqual([0, 1, 2, 3, 3, 2, 1, 0, 1].map(byBicycle))
    // A step takes 6.53 minutes: three steps are within 20 minutes, four are not. The fifth buurt is empty.
    expect(newlyWithin.all).toEqual([0, 0, 0, 0, 0, 2000, 1520, 300, 250])
    expect(newlyBeyond.all.every((people) => people === 0)).toBe(true)
    expect([facilityCount, changed]).toEqual([2, { neighbourhoods: 5, inhabitants: 4070 }])
    expect(scenario.touched).toEqual([{ part: 'opened', at: 0, name: 'De Wierde', neighbourhoods: 5 }])
  })

  it('where the only school closes leave nobody within reach, and those who were within the norm are newly beyond', async () => {
    const { minutes, newlyBeyond, unreached, scenario } = await run({ facilities: { closed: [DE_TERP] } })
    expect(minutes).toEqual(Array(9).fill(null))
    expect(newlyBeyond.all).toEqual([1100, 900, 55, 400, 0, 0, 0, 0, 0])
    expect(unreached).toHaveLength(9)
    expect(scenario.touched).toEqual([{ part: 'closed', at: 0, name: 'De Terp', neighbourhoods: 9 }])
  })

  it('where a school moves are those of one that closes here and opens there', async () => {
    const [moved, both] = await Promise.all([
      run({ facilities: { moved: [{ ...DE_TERP, place: 'BU90020000' }] } }),
      run({ facilities: { closed: [DE_TERP], opened: [opened('BU90020000')] } }),
    ])
    expect(moved.minutes).toEqual([5, 4, 3, 2, 1, 0, 1, 2, 3].map(byBicycle))
    expect(moved.minutes).toEqual(both.minutes)
    expect(moved.newlyWithin).toEqual(both.newlyWithin)
  })

  it('at twice the speed are half as long, and at another mode say that they touch nothing', async () => {
    const faster = await run({ speeds: [{ mode: 'bicycle', factor: 2 }] })
    expect(faster.minutes).toEqual([...Array(9).keys()].map((steps) => byBicycle(steps / 2)))
    const other = await run({ speeds: [{ mode: 'foot', factor: 2 }] })
    expect(other.changed.neighbourhoods).toBe(0)
    expect(other.scenario.remarks.map(({ en }) => en)).toEqual(['Speed 1 is about another mode of travel than the one you look at.'])
  })

  it('on slower roads of one class keep the way over others: the main road here has no number', async () => {
    const car: ReachQuestion = { ...BICYCLE, mode: 'car' }
    const [base, motorway, other] = await Promise.all([run({}, car), run({ speeds: [{ mode: 'car', roads: 'motorway', factor: 0.5 }] }, car), run({ speeds: [{ mode: 'car', roads: 'other', factor: 0.5 }] }, car)])
    expect(motorway.minutes).toEqual(base.minutes)
    expect(motorway.scenario.remarks[0]!.en).toBe('Speed 1 changes nothing for any neighbourhood.')
    expect(other.minutes.map((minutes) => minutes && minutes / 2)).toEqual(base.minutes.map((minutes) => minutes && expect.closeTo(minutes, 0)))
  })

  it('with a norm of its own hold each side against its own norm', async () => {
    const { normMinutes, base, newlyBeyond, newlyWithin } = await run({ norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10 }] })
    expect([normMinutes, base.normMinutes]).toEqual([10, 20])
    expect(newlyBeyond.all).toEqual([0, 0, 55, 400, 0, 0, 0, 0, 0])
    expect(newlyWithin.all.every((people) => people === 0)).toBe(true)
  })

  it('say which parts touch nothing, and which they do not look at', async () => {
    const { scenario } = await run({
      facilities: { moved: [{ ...DE_TERP, point: [6.61, 53.01] }] },
      norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 20 }, { facilityType: 'hospital', mostMinutes: 45 }],
      newHomes: [{ municipality: 'GM9001', years: { from: 2024, to: 2025 }, homesPerYear: 5, peoplePerHome: 2, shareFromElsewhere: 1 }],
    })
    expect(scenario.remarks.map(({ en }) => en)).toEqual([
      'Moving “De Terp” changes nothing for any neighbourhood.',
      'Norm 1 changes nothing for any neighbourhood.',
      'Norm 2 is about another facility than the one you look at.',
      'This part of the scenario only counts when you choose a later year: new homes.',
    ])
  })
})

describe('every scenario', () => {
  const longitude = fc.double({ min: 6.601, max: 6.779, noNaN: true })
  const latitude = fc.double({ min: 53.001, max: 53.019, noNaN: true })
  const point = fc.tuple(longitude, latitude)

  it('that adds facilities makes nobody worse off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 4 }), fc.constantFrom('car', 'bicycle', 'foot'), async (points, mode) => {
        const facilities = { opened: points.map((own, at) => ({ type: 'primarySchool', name: `School ${at}`, point: own })) }
        const { base, minutes, newlyBeyond } = await run({ facilities }, { ...BICYCLE, mode })
        expect(newlyBeyond.all.every((people) => people === 0)).toBe(true)
        for (const [at, after] of minutes.entries()) if (base.minutes[at] !== null) expect(after).toBeLessThanOrEqual(base.minutes[at]!)
      }),
      { numRuns: 60 },
    )
  })

  it('balances: who is not within the norm in the scenario was not in the base, with who came and without who went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(point, { maxLength: 3 }), fc.boolean(), fc.integer({ min: 0, max: 40 }), async (points, closes, norm) => {
        const facilities = { opened: points.map((own, at) => ({ type: 'primarySchool', name: `School ${at}`, point: own })), ...(closes && { closed: [DE_TERP] }) }
        const { base, beyondNorm, timeUnknown, newlyBeyond, newlyWithin } = await run({ facilities, norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: norm }] })
        // Without any school left nobody has a time: not beyond, but not within either.
        const without = (beyond: readonly number[], unknown: readonly number[]) => beyond.map((people, at) => people + unknown[at]!)
        expect(without(beyondNorm.all, timeUnknown)).toEqual(without(base.beyondNorm.all, base.timeUnknown).map((people, at) => people + newlyBeyond.all[at]! - newlyWithin.all[at]!))
        for (const at of POPULATION.keys()) expect(beyondNorm.all[at]! + timeUnknown[at]!).toBeLessThanOrEqual(POPULATION[at]!)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves the base as it was, to the last bit', async () => {
    const digest = async () => {
      const { facilities } = await getFacilities(statistics, 'primarySchool')
      const answers = await Promise.all((['car', 'bicycle', 'foot'] as const).map((mode) => getReachColumn(statistics, { ...BICYCLE, mode })))
      return createHash('sha256').update(JSON.stringify([facilities, answers])).digest('hex')
    }
    const before = await digest()
    const { facilities } = await getFacilities(statistics, 'primarySchool')
    Object.freeze(facilities)
    for (const facility of facilities) Object.freeze(facility)
    await run({ facilities: { moved: [{ ...DE_TERP, place: 'GN103' }], opened: [opened('GN101')] }, speeds: [{ mode: 'bicycle', factor: 3 }, { mode: 'car', roads: 'other', factor: 2 }] })
    await run({ facilities: { closed: [DE_TERP] }, speeds: [{ mode: 'car', roads: 'other', factor: 2 }] }, { ...BICYCLE, mode: 'car' })
    expect(await digest()).toBe(before)
  })
})

describe('a scenario that cannot be is refused with names', () => {
  it('for facilities that are not there, at sea, or said too little of', async () => {
    expect(
      await listFaults({
        facilities: {
          closed: [{ type: 'primarySchool', id: '99ZZ' }, { type: 'primarySchool', name: 'De Trep', municipality: 'GM9001' }, { type: 'primarySchool', name: 'De Terp' }, { type: 'hospital', id: '1' }, { type: 'primarySchool', name: 'De Terp', municipality: 'GM0001' }],
          moved: [{ ...DE_TERP, point: [4, 53.5] }, { ...DE_TERP }],
          opened: [opened('GN999'), opened('GN101', { point: [6.61, 53.01] })],
        },
      }),
    ).toEqual([
      'facilities.closed.0.id: Closure 1, number: There is no primary school with identifier "99ZZ".',
      'facilities.closed.1.name: Closure 2, name: There is no primary school "De Trep" in Oostermoer. There are: De Terp.',
      'facilities.closed.2: Closure 3: Say which primary school: give "id", or "name" and "municipality".',
      'facilities.closed.3: Closure 4: The package that was imported has no table of hospital.',
      'facilities.closed.4.municipality: Closure 5, municipality: There is no municipality with code GM0001.',
      'facilities.moved.0.point: Move 1, point on the map: "De Terp" lies at [4,53.5]. That is at sea or outside the Netherlands. Longitude comes first (3 to 7), then latitude (50 to 54).',
      'facilities.moved.1: Move 2: Say where "De Terp" is to be: give "place" or "point", and not both.',
      'facilities.opened.0.place: Opening 1, place: There is no place or area "GN999".',
      'facilities.opened.1: Opening 2: Say where "De Wierde" is to be: give "place" or "point", and not both.',
    ])
  })

  it('for a municipality that is no more, with what it became', async () => {
    expect(await listFaults({ facilities: { closed: [{ type: 'primarySchool', name: 'De Terp', municipality: 'GM9003' }], opened: [opened('GM9003')] } })).toEqual([
      'facilities.closed.0.municipality: Closure 1, municipality: There is no municipality with code GM9003. It went into Oostermoer (GM9001).',
      'facilities.opened.0.place: Opening 1, place: The point of "GM9003" is not known. Give "point". It went into Oostermoer (GM9001).',
    ])
  })

  it('for parts that contradict each other', async () => {
    expect(
      await listFaults({
        facilities: { closed: [DE_TERP, { type: 'primarySchool', name: 'de terp', municipality: 'GM9001' }], moved: [{ ...DE_TERP, place: 'GN102' }], opened: [opened('GN102'), opened('GN102')] },
        speeds: [{ mode: 'car', factor: 1 }, { mode: 'car', factor: 2 }, { mode: 'foot', roads: 'motorway', factor: 2 }],
        norms: [{ facilityType: 'hospital', mostMinutes: 30 }, { facilityType: 'hospital', mode: 'car', mostMinutes: 45 }, { facilityType: 'primarySchool' }],
      }),
    ).toEqual([
      'facilities.closed.1: Closure 2: "De Terp" (01AA00) closes twice. Keep one.',
      'facilities.moved.0: Move 1: "De Terp" (01AA00) closes and moves. It cannot do both.',
      'facilities.opened.1: Opening 2: "De Wierde" opens twice at the same place.',
      'speeds.1: Speed 2: The speed by car is there twice. Keep one.',
      'speeds.2.roads: Speed 3, class of roads: Classes of roads are known for who goes by car, not on foot. Leave "roads" out.',
      'norms.1: Norms 1 and 2 are about the same (hospital, car). Keep one.',
      'norms.2: Norm 3 (primarySchool) says nothing. Give "mostMinutes" or "leastSize".',
    ])
    expect(await listFaults({ facilities: { opened: [{ type: 'primarySchool', name: 'De Terp', place: 'GN101' }] } })).toEqual([
      'facilities.opened.0: Opening 1: "De Terp" is there already (01AA00). Close or move that one first, or give the new one another name.',
    ])
  })
})
