import { describe, expect, test } from 'vitest'
import { translateHomes } from '#engines/projection/new-homes.ts'
import type { NewHomes } from '#engines/projection/new-homes.ts'
import { projectPopulation } from '#engines/projection/project-population.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import { sumPeople } from './any-projection.ts'

/** Three areas, three ages, women and men. */
const shape = { areaCount: 3, ageCount: 3, stepYears: 1, householdKindCount: 0 }
const population = Float64Array.of(100, 100, 100, 100, 100, 100, 200, 200, 200, 200, 200, 200, 600, 600, 600, 600, 600, 600)
/** Children are born and old people die, so that every age stays filled. */
const inputs = { ...createStillInputs(shape), fertilityRates: Float64Array.of(0, 1, 0), survivalRatios: Float64Array.of(1, 1, 0.5, 1, 1, 0.5), internalOutRates: Float64Array.of(0.1, 0.2, 0, 0.1, 0.2, 0), arrivalWeights: Float64Array.of(1, 3, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 2, 4, 2, 2, 4, 2) }
const homes: NewHomes = { area: 0, years: { from: 2025, to: 2026 }, homes: 10, peopleOfHome: 2.2, shareFromElsewhere: 0.5 }
const project = (scenario: Scenario, figures: ProjectionInputs = inputs) => projectPopulation({ shape, baseYear: 2024, population, stepCount: 4, getInputs: () => figures, scenario }).years.map(({ population: people }) => people)

describe('new homes', () => {
  test('bring people of the ages that come anyway, from areas in proportion to who leaves there, derived by hand', () => {
    const patch = translateHomes(shape, inputs, population, homes)
    // 11 people a year. Who come to area 0: at age 0 of 90 leavers a quarter, 22.5; at age 1 of 180 three eighths, 67.5; each for women and for men. So 1.375 and 4.125 of each sex.
    const added = (patch.change as { addEach: Float64Array }).addEach
    expect([...added.subarray(0, 6)].map((one) => Math.round(one * 1e9) / 1e9)).toEqual([1.375, 4.125, 0, 1.375, 4.125, 0])
    // Others lose 2 : 6, as they have 200 and 600 people of the same rate.
    expect(added[6]!).toBeCloseTo(-1.375 / 4, 12)
    expect(added[12]!).toBeCloseTo(-1.375 * 0.75, 12)
  })

  test('bring so many people to the area, and none to all areas together', () => {
    const [base, built] = [project([]), project([translateHomes(shape, inputs, population, homes)])]
    // Of the half that came at the begin of the year some have left again at its end, and some have children.
    const gain = built.map((people, year) => sumPeople(shape, people, 0) - sumPeople(shape, base[year]!, 0))
    expect(gain[1]).toBe(0)
    expect(gain[2]!).toBeGreaterThan(11 * 0.8)
    expect(gain[2]!).toBeLessThan(11 * 1.3)
    expect(gain[3]!).toBeGreaterThan(gain[2]!)
    for (const [year, people] of built.entries()) expect(sumPeople(shape, people)).toBeCloseTo(sumPeople(shape, base[year]!), 8)
  })

  test('that are no more than before, or are for people of the area itself, change nothing', () => {
    for (const nothing of [{ homes: 0 }, { shareFromElsewhere: 0 }, { peopleOfHome: 0 }]) expect(project([translateHomes(shape, inputs, population, { ...homes, ...nothing })])).toEqual(project([]))
  })

  test('that go send as many people away as new ones bring', () => {
    const [gone, base, built] = [-10, 0, 10].map((count) => sumPeople(shape, project([translateHomes(shape, inputs, population, { ...homes, homes: count })])[2]!, 0))
    expect(base! - gone!).toBeCloseTo(built! - base!, 8)
  })

  test.each<[string, Partial<NewHomes>, RegExp]>([
    ['an area that is not there', { area: 3 }, /area 3 of new homes is not one of 0 to 2/],
    ['no number', { homes: NaN }, /the number of new homes is NaN/],
    ['too many people of a home', { peopleOfHome: 21 }, /people of a new home are 21: it must be from 0 to 20/],
    ['more than everybody', { shareFromElsewhere: 1.2 }, /the share from elsewhere of new homes is 1\.2: it must be from 0 to 1/],
  ])('are refused for %s', (_, changes, message) => {
    expect(() => translateHomes(shape, inputs, population, { ...homes, ...changes })).toThrow(message)
  })

  test('are refused where nobody moves', () => {
    expect(() => translateHomes(shape, createStillInputs(shape), population, homes)).toThrow(/nobody moves to area 0 from other areas/)
  })
})

test('a patch may have a figure for every place, and is refused for another number of them', () => {
  const addEach = new Float64Array(18).fill(1)
  expect(() => project([{ input: 'netMigrationCounts', years: { from: 2024, to: 2024 }, change: { addEach: addEach.subarray(1) } }])).toThrow(/addEach has 17 figures: it must have 18/)
  expect(() => project([{ input: 'netMigrationCounts', years: { from: 2024, to: 2024 }, change: { addEach: addEach.map((_, at) => (at === 4 ? NaN : 1)) } }])).toThrow(/figure 4 of addEach is NaN/)
  const onlyArea1 = project([{ input: 'netMigrationCounts', years: { from: 2024, to: 2024 }, areas: [1], change: { addEach } }], createStillInputs(shape))[1]!
  expect(sumPeople(shape, onlyArea1)).toBeCloseTo(sumPeople(shape, population) + 6, 9)
})
