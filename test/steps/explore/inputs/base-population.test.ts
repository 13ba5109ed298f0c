import { describe, expect, test } from 'vitest'
import { fitToPublished, spreadNationalAges } from '#steps/explore/inputs/base-population.ts'
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE, sum, takeKnownAt } from '#steps/explore/inputs/projection-data.ts'
import { splitIntoSingleAges } from '#steps/explore/inputs/read-postcodes.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const data = makeProjectionData()
const truth = data.postcodeAges.get(2021)!

describe('the base population', () => {
  test('is the truth where the first estimate was', () => {
    const { people, basis } = fitToPublished(data, 2021, truth)
    people.forEach((own, at) => expect(own).toBeCloseTo(truth[at]!, 3))
    expect(basis).toBe('ages')
  })

  test('adds up to what is published, whatever the first estimate: sexes and age groups of each town, single ages of the country', () => {
    const seed = truth.map((own, at) => own * (1 + 0.4 * Math.sin(at)) + 1)
    const { people, largestDifference } = fitToPublished(data, 2021, seed)
    expect(largestDifference).toBeLessThan(1e-6)
    const groups = new Float64Array(3 * GROUP_COUNT)
    const ages = new Float64Array(CELL_COUNT)
    people.forEach((own, at) => {
      groups[Math.floor(at / CELL_COUNT) * GROUP_COUNT + GROUP_OF_AGE[(at % CELL_COUNT) % AGE_COUNT]!]! += own
      ages[at % CELL_COUNT]! += own
    })
    groups.forEach((own, at) => expect(own / data.ageGroups.get(2021)![at]!).toBeCloseTo(1, 5))
    ages.forEach((own, cell) => expect(own / data.nationalPopulation.get(2021)![cell]!).toBeCloseTo(1, 5))
  })

  test('before ages of towns were known, each has the ages of the country', () => {
    const known = takeKnownAt(data, 2016)
    const { people, basis } = fitToPublished(known, 2016, spreadNationalAges(known, 2016))
    expect(basis).toBe('total')
    const share = sum(people.subarray(0, CELL_COUNT)) / sum(people)
    expect(people[30]! / known.nationalPopulation.get(2016)![30]!).toBeCloseTo(share, 2)
  })

  test('says which year is lacking', () => {
    expect(() => fitToPublished(data, 1990, truth)).toThrow('1990')
  })
})

describe('single ages from five-year groups', () => {
  const national = data.nationalPopulation.get(2021)!
  const addGroups = (ages: Float64Array) => {
    const groups = new Float64Array(40)
    ages.forEach((own, cell) => (groups[Math.floor(cell / AGE_COUNT) * 20 + Math.min(19, Math.floor((cell % AGE_COUNT) / 5))]! += own))
    return groups
  }

  test('a place with the groups of the country gets the ages of the country', () => {
    splitIntoSingleAges(addGroups(national), national).forEach((own, cell) => expect(own).toBeCloseTo(national[cell]!, 6))
  })

  test('the groups keep their numbers, and are near the truth in a town of students', () => {
    const town = truth.subarray(CELL_COUNT, 2 * CELL_COUNT)
    const split = splitIntoSingleAges(addGroups(town), national)
    addGroups(split).forEach((own, group) => expect(own).toBeCloseTo(addGroups(town)[group]!, 6))
    const error = (ages: Float64Array) => sum(ages.map((own, cell) => Math.abs(own - town[cell]!))) / sum(town)
    const groupOf = (cell: number) => Math.floor(cell / AGE_COUNT) * 20 + Math.min(19, Math.floor((cell % AGE_COUNT) / 5))
    const byCountry = national.map((own, cell) => (own * addGroups(town)[groupOf(cell)]!) / addGroups(national)[groupOf(cell)]!)
    expect(error(split)).toBeLessThan(0.6 * error(byCountry))
  })

  test('an empty place stays empty', () => {
    expect(sum(splitIntoSingleAges(new Float64Array(40), national))).toBe(0)
  })
})
