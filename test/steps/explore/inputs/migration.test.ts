import { describe, expect, test } from 'vitest'
import { addByMunicipality, addMunicipalities, letChildrenFollow, readProfileGains, spreadAsMovers } from '#steps/explore/inputs/migration-ages.ts'
import { splitIntoFlows } from '#steps/explore/inputs/migration-flows.ts'
import { MOVE_SCHEDULE } from '#steps/explore/inputs/move-schedule.ts'
import { findMedianRatio } from '#engines/numeric/robust-line.ts'
import { estimateNetMigration, fitLeastAbsolute } from '#steps/explore/inputs/net-migration-level.ts'
import { AGE_COUNT, CELL_COUNT, sum, takeKnownAt } from '#steps/explore/inputs/projection-data.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const data = makeProjectionData()
const people = data.postcodeAges.get(2021)!
const at = (town: number, age: number) => town * CELL_COUNT + age

describe('the schedule of movers', () => {
  test('peaks in the early twenties, falls to the old, and children move with their parents', () => {
    const peak = MOVE_SCHEDULE.indexOf(Math.max(...MOVE_SCHEDULE))
    expect(peak).toBeGreaterThanOrEqual(19)
    expect(peak).toBeLessThanOrEqual(27)
    for (let age = 30; age < AGE_COUNT - 1; age++) expect(MOVE_SCHEDULE[age + 1]).toBeLessThan(MOVE_SCHEDULE[age]!)
    expect(MOVE_SCHEDULE[0]).toBeGreaterThan(MOVE_SCHEDULE[12]!)
  })
})

describe('what a profile says of moves', () => {
  const gains = readProfileGains(people, addMunicipalities(people))

  test('students come before 21 and leave after 23; the village of families loses its young and gets them back', () => {
    expect(gains[at(1, 19)]).toBeGreaterThan(0)
    expect(gains[at(1, 25)]).toBeLessThan(0)
    expect(gains[at(2, 19)]).toBeLessThan(0)
    expect(gains[at(2, 27)]).toBeGreaterThan(0)
  })

  test('adds up to nothing in every town', () => {
    for (const total of addByMunicipality(gains)) expect(total).toBeCloseTo(0, 6)
  })

  test('a town like the country gains nothing at any age', () => {
    const alike = Float64Array.from({ length: 2 * CELL_COUNT }, (_, own) => people[own % CELL_COUNT]! * (own < CELL_COUNT ? 1 : 0.5))
    for (const gain of readProfileGains(alike, addMunicipalities(alike))) expect(Math.abs(gain)).toBeLessThan(0.5)
  })
})

test('children go where people of 28 to 44 go, one a parent; other ages are left alone', () => {
  const gains = new Float64Array(people.length)
  gains[at(0, 30)] = 12
  gains[at(0, 40)] = 8
  gains[at(0, 50)] = 99
  gains[at(1, 30)] = -5
  gains[at(1, 7)] = 1000
  const followed = letChildrenFollow(gains, people)
  const children = (town: number) => sum(Array.from({ length: 15 }, (_, age) => followed[at(town, age)]! + followed[at(town, AGE_COUNT + age)]!))
  expect(children(0)).toBeCloseTo(20, 9)
  expect(children(1)).toBeCloseTo(-5, 9)
  expect(children(2)).toBe(0)
  expect(followed[at(0, 50)]).toBe(99)
  expect(followed[at(0, 2)]).toBeGreaterThan(followed[at(0, 12)]!)
})

test('a total is spread as movers are: twice the people of an age get twice as many', () => {
  const totals = Float64Array.of(100, -50, 0)
  const spread = spreadAsMovers(people, totals)
  addByMunicipality(spread).forEach((own, town) => expect(own).toBeCloseTo(totals[town]!, 9))
  expect(spread[at(0, 22)]! / spread[at(0, 70)]!).toBeCloseTo((people[at(0, 22)]! * MOVE_SCHEDULE[22]!) / (people[at(0, 70)]! * MOVE_SCHEDULE[70]!), 9)
})

describe('how much a municipality gains', () => {
  test('least absolute deviations find the line that most points are on', () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row / 10, (row % 7) / 10, row % 10 === 3 ? 99 : 0.6 * (row / 10) - 0.2 * ((row % 7) / 10)] as const)
    const [slope, other] = fitLeastAbsolute(rows)
    expect(slope).toBeCloseTo(0.6, 2)
    expect(other).toBeCloseTo(-0.2, 2)
  })

  test('the median ratio is the slope that most points agree on, however far off the rest is, and points at 0 say nothing', () => {
    expect(findMedianRatio([1, 2, 4, 1, 0], [0.6, 1.2, 2.4, 50, 7])).toBeCloseTo(0.6, 12)
    expect(findMedianRatio([-2, 3, 5], [-1, 1.5, 2.5])).toBeCloseTo(0.5, 12)
    expect(findMedianRatio([0, 0], [1, 2])).toBe(0)
  })

  test('a point counts for how far out it is: one at 10 outweighs three at 1', () => {
    expect(findMedianRatio([1, 1, 1, 10], [0, 0, 0, 8])).toBeCloseTo(0.8, 12)
  })

  test('three years in which a town gained otherwise have half the say of twelve, not all of it', () => {
    const years = [...data.changes.keys()]
    const sexes = new Map([...data.sexes].map(([year, own]) => [year, own.slice()]))
    const late = years.slice(-3)
    const gained = (shift: number) => {
      const shifted = new Map([...sexes].map(([year, own]) => [year, own.map((people, cell) => (cell < 2 ? people * (1 + shift * late.filter((own) => own < year).length) : people))]))
      return estimateNetMigration({ ...data, sexes: shifted })
    }
    const [before, after] = [gained(0), gained(0.01)]
    const moved = after.deviations[0]! / after.persistence - before.deviations[0]! / before.persistence
    // One percent of a town that is 60 percent of the country differs by 0.4 percent from it; the last three years have half of the weight of twelve.
    expect(moved).toBeGreaterThan(0)
    expect(moved).toBeLessThan(0.6 * 0.004)
  })

  test('towns that always differ by as much go on doing so; over the country it is nothing', () => {
    const { deviations, persistence, windows } = estimateNetMigration(data)
    const inhabitants = data.sexes.get(2024)!
    expect(deviations[1]).toBeGreaterThan(deviations[0]!)
    expect(deviations[0]).toBeGreaterThan(deviations[2]!)
    expect(deviations.reduce((total, own, town) => total + own * (inhabitants[2 * town]! + inhabitants[2 * town + 1]!), 0)).toBeCloseTo(0, 6)
    expect(persistence).toBeGreaterThan(0.5)
    expect(windows).toEqual({ from: 2014, to: 2021, years: 3 })
  })

  test('the country starts on the line of the last years and comes back to their median', () => {
    const level = estimateNetMigration(data)
    expect(level.getNational(2100)).toBeCloseTo(level.getNational(2101), 0)
    expect(Math.abs(level.getNational(2024) - level.getNational(2100))).toBeGreaterThan(Math.abs(level.getNational(2034) - level.getNational(2100)))
  })

  test('without any year there is nothing to say', () => {
    expect(() => estimateNetMigration(takeKnownAt(data, 2012))).toThrow('no year before the jump-off')
  })
})

describe('flows', () => {
  const gains = readProfileGains(people, addMunicipalities(people))
  const flows = splitIntoFlows({ data, people, gains, nationalNet: 4000, nationalNetByAge: spreadAsMovers(people, Float64Array.of(2400, 1200, 400)).subarray(0, CELL_COUNT) })
  const departing = people.map((own, cell) => own * flows.internalOutRates[cell]!)

  test('moves between towns cancel out at every sex and age', () => {
    const [out, into] = [addMunicipalities(departing), addMunicipalities(flows.arrivalWeights)]
    out.forEach((own, cell) => expect(into[cell]).toBeCloseTo(own, 6))
  })

  test('departures of a town are those of the latest years: 4 percent', () => {
    const latest = data.changes.get(2023)!.departures
    addByMunicipality(departing).forEach((own, town) => expect(own / latest[town]!).toBeCloseTo(1, 1))
  })

  test('what comes and what leaves is what a town gains, abroad and between towns together, but for what all lose to balance', () => {
    const came = flows.getImmigration(4000)
    const net = gains.map((_, cell) => flows.arrivalWeights[cell]! - departing[cell]! + came[cell]! - flows.emigrationRates[cell]! * people[cell]!)
    expect(net[at(1, 19)]! - gains[at(1, 19)]!).toBeGreaterThan(-0.1 * Math.abs(gains[at(1, 19)]!))
    expect(sum(came)).toBeCloseTo(sum(people.map((own, cell) => own * flows.emigrationRates[cell]!)) + 4000, 4)
  })

  test('all are rates and counts: nobody leaves who is not there', () => {
    for (const rate of flows.internalOutRates) expect(rate >= 0 && rate < 1).toBe(true)
    for (const weight of flows.arrivalWeights) expect(weight).toBeGreaterThanOrEqual(0)
    for (const share of flows.getImmigration(-1e9)) expect(share).toBe(0)
  })
})
