import { describe, expect, test } from 'vitest'
import { projectPopulation } from '#engines/projection/project-population.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import { prepareMunicipalities, type PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { AGE_COUNT, CELL_COUNT, addSexes, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const project = ({ shape, jumpOff, base, getInputs }: PreparedMunicipalities, stepCount: number) =>
  projectPopulation({ shape, baseYear: jumpOff, population: base.people, stepCount, getInputs }).years.map(({ population }) => population)

/** The same until the jump-off, and other figures for everything after it. */
function changeLater(data: ProjectionData, jumpOff: number): ProjectionData {
  const change = (figures: ReadonlyMap<number, Float64Array>, from: number) => new Map([...figures].map(([year, own]) => [year, year >= from ? own.map((figure) => figure * 1.7 + 11) : own]))
  return {
    ...data,
    sexes: change(data.sexes, jumpOff + 1),
    ageGroups: change(data.ageGroups, jumpOff + 1),
    nationalPopulation: change(data.nationalPopulation, jumpOff + 1),
    nationalDeaths: change(data.nationalDeaths, jumpOff),
    maternalAges: change(data.maternalAges, jumpOff),
    postcodeAges: change(data.postcodeAges, jumpOff + 1),
    boysPerGirl: new Map([...data.boysPerGirl].map(([year, ratio]) => [year, year >= jumpOff ? 3 : ratio])),
    changes: new Map([...data.changes].map(([year, own]) => [year, year < jumpOff ? own : { births: own.deaths, deaths: own.births, immigration: own.births, emigration: own.immigration, arrivals: own.deaths, departures: own.births }])),
  }
}

describe('a projection from a jump-off', () => {
  test.each([2014, 2016, 2021, 2023])('does not know what happened after %i: other later figures change nothing', (jumpOff) => {
    const data = makeProjectionData()
    const [seen, changed] = [data, changeLater(data, jumpOff)].map((own) => project(prepareMunicipalities(own, jumpOff), 3))
    expect(changed).toEqual(seen)
  })

  test('does know what happened before it', () => {
    const data = makeProjectionData()
    const [seen, changed] = [data, changeLater(data, 2019)].map((own) => project(prepareMunicipalities(own, 2021), 3))
    expect(changed).not.toEqual(seen)
  })

  test('towns that grew by a fixed share a year are found back three years on, within one percent', () => {
    const data = makeProjectionData({ growth: [0.004, 0.006, 0.001] })
    const [projected] = project(prepareMunicipalities(data, 2021), 3).slice(-1)
    addByMunicipality(projected!).forEach((own, town) => expect(Math.abs(own / addSexes(data.sexes.get(2024)!)[town]! - 1)).toBeLessThan(0.01))
  })

  test('a town of students stays one', () => {
    const years = project(prepareMunicipalities(makeProjectionData(), 2021), 20)
    const shareOfStudents = (population: Float64Array) => {
      const count = (from: number, to: number) => {
        let total = 0
        for (let cell = 0; cell < CELL_COUNT; cell++) if (cell % AGE_COUNT >= from && cell % AGE_COUNT <= to) total += population[CELL_COUNT + cell]!
        return total
      }
      return count(19, 24) / count(0, 100)
    }
    expect(shareOfStudents(years[20]!) / shareOfStudents(years[0]!)).toBeGreaterThan(0.8)
    expect(shareOfStudents(years[20]!) / shareOfStudents(years[0]!)).toBeLessThan(1.2)
  })

  test('before there was a single year it says so', () => {
    expect(() => prepareMunicipalities(makeProjectionData(), 2012)).toThrow('no year before the jump-off')
  })
})
