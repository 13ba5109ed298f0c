/** Who lives in an institution, from what households leave over. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectPopulation } from '#engines/projection/project-population.ts'
import { countBeyondHouseholds, estimateInstitutionalGroups, spreadInstitutional } from '#steps/explore/inputs/group-quarters.ts'
import { countHouseholdsByKind, placeInHouseholds } from '#steps/explore/inputs/household-positions.ts'
import { prepareMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { CELL_COUNT, GROUP_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const village = { inhabitants: 1000, households: 450, householdSize: 2.2, groups: [150, 100, 250, 300, 200] }
/** 600 people of whom 20 households of 2 hold 40. */
const centre = { inhabitants: 600, households: 20, householdSize: 2, groups: [100, 150, 300, 50, 0] }

describe('people beyond the households of a buurt', () => {
  test('are those that no rounding explains: 600 less 20 households of 2', () => {
    expect(countBeyondHouseholds(centre)).toBe(560)
  })

  test('are none where sizes rounded to 0.1 may hold them: 450 households of 2.2 hold 990, and 22 more', () => {
    expect(countBeyondHouseholds(village)).toBe(0)
    expect(countBeyondHouseholds({ ...village, inhabitants: 990 + 22.5 + 8 })).toBe(0)
    expect(countBeyondHouseholds({ ...village, inhabitants: 990 + 22.5 + 8.1 })).toBeCloseTo(30.6, 9)
  })

  test('are not known where a figure is missing, and never more than live there', () => {
    expect(countBeyondHouseholds({ ...centre, householdSize: NaN })).toBe(0)
    expect(countBeyondHouseholds({ ...centre, households: 0 })).toBe(600)
  })
})

describe('the ages of those in institutions', () => {
  const groups = [250, 250, 550, 350, 200]

  test('are those that a buurt has more of than the municipality would give to its households', () => {
    const found = estimateInstitutionalGroups([village, centre], groups)
    // The 40 in households have 6.25, 6.25, 13.75, 8.75 and 5 by the municipality; what is over of 560 follows the rest.
    expect(sum(found)).toBeCloseTo(560, 9)
    expect([...found]).toEqual([93.75, 143.75, 286.25, 41.25, 0].map((own) => expect.closeTo((own * 560) / 565, 1)))
  })

  test('are the old where a home for the old stands', () => {
    const found = estimateInstitutionalGroups([village, { inhabitants: 500, households: 180, householdSize: 2.2, groups: [60, 40, 100, 100, 200] }], [210, 140, 350, 400, 400])
    expect(sum(found)).toBeCloseTo(104, 9)
    expect(found[4]! / 104).toBeGreaterThan(0.8)
  })

  test('are never more than a buurt has of an age, and add up to who is left over', () => {
    const buurt = fc.record({ households: fc.integer({ min: 0, max: 60 }), householdSize: fc.constantFrom(1, 1.7, 2.4, 3.1), groups: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 }) })
    fc.assert(
      fc.property(buurt, (own) => {
        const inhabitants = own.groups.reduce((all, people) => all + people, 0)
        fc.pre(inhabitants > 0)
        const found = estimateInstitutionalGroups([{ ...own, inhabitants }], [300, 200, 500, 400, 300])
        found.forEach((people, group) => expect(people >= 0 && people <= own.groups[group]! + 1e-9).toBe(true))
        expect(sum(found)).toBeCloseTo(countBeyondHouseholds({ ...own, inhabitants }), 6)
      }),
    )
  })
})

describe('a projection with people in institutions', () => {
  const data = makeProjectionData()
  const people = data.postcodeAges.get(2021)!
  /** In the village 300 of 65 and over, and 500 of 25 to 44. */
  const groups = Float64Array.from({ length: 3 * GROUP_COUNT }, (_, at) => ({ 12: 500, 14: 300 })[at] ?? 0)
  const housed = { ...data, groupQuarters: new Map([[2021, groups]]) }

  test('has them at the ages of who lives there, the oldest most', () => {
    const spread = spreadInstitutional(people, groups)
    expect(sum(spread)).toBeCloseTo(800, 6)
    const part = (age: number) => spread[2 * CELL_COUNT + age]! / people[2 * CELL_COUNT + age]!
    expect(part(90) / part(80)).toBeCloseTo(4, 9)
    expect(part(30)).toBeCloseTo(part(40), 9)
    expect(part(50)).toBe(0)
    expect(spread.every((own, at) => own <= 0.9 * people[at]!)).toBe(true)
  })

  test('keeps as many, at the same ages, and nobody is lost at the begin', () => {
    const { shape, base, getInputs, inHouseholds, groupQuarters } = prepareMunicipalities(housed, 2021)
    const years = projectPopulation({ shape, baseYear: 2021, population: base.people, stepCount: 20, getInputs }).years
    expect(years[0]!.population).toEqual(base.people)
    for (const own of years) own.population.forEach((living, at) => expect(living).toBeGreaterThanOrEqual(groupQuarters[at]! - 1e-9))
    base.people.forEach((own, at) => expect(inHouseholds[at]! + groupQuarters[at]!).toBeCloseTo(own, 9))
  })

  test('has as many deaths and births in the country: who dies in a home is followed by somebody from a household', () => {
    const count = (own: typeof data) => {
      const { shape, base, getInputs } = prepareMunicipalities(own, 2021)
      const { flows } = projectPopulation({ shape, baseYear: 2021, population: base.people, stepCount: 1, getInputs }).years[1]!
      return [sum(flows!.deaths), sum(flows!.birthsByAge)]
    }
    const [[deaths, births], [deathsThen, birthsThen]] = [count(data), count(housed)] as [number[], number[]]
    expect(Math.abs(deathsThen! / deaths! - 1)).toBeLessThan(0.005)
    expect(Math.abs(birthsThen! / births! - 1)).toBeLessThan(0.005)
  })

  test('counts as many households among those in households as among all', () => {
    const { base, inHouseholds } = prepareMunicipalities(housed, 2021)
    const rates = new Float64Array(3 * 3 * CELL_COUNT).map((_, at) => (at % 101 >= 20 ? 0.05 + 0.1 * (Math.floor(at / CELL_COUNT) % 3) : 0))
    const [all, placed] = [countHouseholdsByKind(base.people, rates), countHouseholdsByKind(inHouseholds, placeInHouseholds(rates, base.people, inHouseholds))]
    // Hand: the first town has 0.05 of all of 20 and over alone.
    const adults = sum(base.people.subarray(0, CELL_COUNT).filter((_, cell) => cell % 101 >= 20))
    expect(all[0]).toBeCloseTo(0.05 * adults, 6)
    placed.forEach((own, at) => expect(Math.abs(own / all[at]! - 1)).toBeLessThan(0.01))
  })

  test('is without them where buurten tell nothing of the jump-off', () => {
    expect(sum(prepareMunicipalities(housed, 2023).groupQuarters)).toBe(0)
  })
})
