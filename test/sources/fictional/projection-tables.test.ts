/** The tables from which the made-up province is projected agree with each other and with the other tables. */
import { describe, expect, it } from 'vitest'
import { PLACE_FILES } from '#sources/fictional/places.ts'
import { PROJECTION_FILES } from '#sources/fictional/projection-tables.ts'
import { codeOf, figureOf, readCsv, readJson, readKwb, years } from './province-files.ts'

type Line = Readonly<Record<string, string>>
function readLines(path: string, separator = ','): Line[] {
  const [header = [], ...rows] = readCsv(path, separator)
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}
const number = (line: Line | undefined, column: string): number => {
  const value = Number(line?.[column] ?? NaN)
  if (Number.isNaN(value)) throw new Error(`no number in ${column}`)
  return value
}
const add = (lines: readonly Line[], column: string): number => lines.reduce((sum, line) => sum + number(line, column), 0)

const dynamics = readLines(PROJECTION_FILES.dynamics)
const find = (region: string, year: number, sex = 'T001038'): Line | undefined => dynamics.find((line) => line['Regions']?.trim() === region && Number(line['Periods Label']) === year && line['Sex'] === sex)
const allYears = [...new Set(dynamics.map((line) => Number(line['Periods Label'])))]

describe('births, deaths and moves of the made-up province', () => {
  it('lead from each 1 January to the next, for every municipality and sex', () => {
    expect(allYears).toEqual(Array.from({ length: 12 }, (_, at) => 2012 + at))
    for (const line of dynamics) {
      const came = number(line, 'LiveBornChildren_3') + number(line, 'DueToImmigration_10') + number(line, 'DueToIntermunicipalMoves_11')
      const went = number(line, 'Deaths_5') + number(line, 'DueToEmigrationIncludingAdministr_14') + number(line, 'DueToIntermunicipalMoves_16')
      expect(number(line, 'PopulationOn1January_1') + came - went, JSON.stringify(line)).toBe(number(line, 'PopulationOn31December_20'))
      const next = find(line['Regions']!.trim(), Number(line['Periods Label']) + 1, line['Sex'])
      if (next) expect(number(next, 'PopulationOn1January_1')).toBe(number(line, 'PopulationOn31December_20'))
    }
  })

  it('add up: women and men to both, municipalities to the country, arrivals to departures', () => {
    for (const year of allYears) {
      const country = find('NL01', year)
      const own = dynamics.filter((line) => line['Regions']!.startsWith('GM') && Number(line['Periods Label']) === year && line['Sex'] === 'T001038')
      expect(own).toHaveLength(year < 2022 ? 13 : 12)
      for (const column of ['PopulationOn1January_1', 'LiveBornChildren_3', 'Deaths_5', 'DueToImmigration_10', 'DueToEmigrationIncludingAdministr_14', 'DueToIntermunicipalMoves_16']) {
        expect(add(own, column), `${column} ${year}`).toBe(number(country, column))
        expect(number(find('NL01', year, '3000'), column) + number(find('NL01', year, '4000'), column)).toBe(number(country, column))
      }
      expect(number(country, 'DueToIntermunicipalMoves_11')).toBe(number(country, 'DueToIntermunicipalMoves_16'))
    }
  })

  it('give the inhabitants of the other tables', () => {
    for (const year of years.filter((own) => own < 2024)) {
      for (const row of readKwb(year).ofLevel('GM')) expect(number(find(codeOf(row), year), 'PopulationOn1January_1')).toBe(figureOf(row, 'AantalInwoners'))
    }
    for (const row of readKwb(2024).ofLevel('GM')) expect(number(find(codeOf(row), 2023), 'PopulationOn31December_20')).toBe(figureOf(row, 'AantalInwoners'))
  })
})

describe('ages of the made-up country', () => {
  const ages = readLines(PROJECTION_FILES.singleAge, ';')
  const deaths = readLines(PROJECTION_FILES.deaths)

  it('add up to its inhabitants, and to the age groups of the municipalities', () => {
    for (const year of [...allYears, 2024]) {
      const own = ages.filter((line) => Number(line['jaar']) === year)
      const everybody = add(own.filter((line) => line['geslacht'] === 'T'), 'aantal')
      expect(add(own.filter((line) => line['geslacht'] !== 'T'), 'aantal')).toBe(everybody)
      expect(everybody).toBe(year === 2024 ? number(find('NL01', 2023), 'PopulationOn31December_20') : number(find('NL01', year), 'PopulationOn1January_1'))
      if (year < 2020) continue
      const old = add(own.filter((line) => line['geslacht'] === 'T' && Number(line['leeftijd']) >= 65), 'aantal')
      expect(old).toBe(figureOf(readKwb(year).byCode.get('NL00') ?? {}, 'k_65JaarOfOuder'))
    }
  })

  it('have somebody at every age, deaths that add up, and women who live longer', () => {
    for (const line of ages) expect(number(line, 'aantal'), JSON.stringify(line)).toBeGreaterThan(0)
    expect(Math.min(...deaths.map((line) => Number(line['Jaar'])))).toBe(2000)
    for (const year of allYears) {
      const own = deaths.filter((line) => Number(line['Jaar']) === year)
      expect(add(own, 'Mannen') + add(own, 'Vrouwen')).toBe(number(find('NL01', year), 'Deaths_5'))
    }
    const at = (sex: string, age: number): number => add(ages.filter((line) => line['geslacht'] === sex && Number(line['leeftijd']) >= age), 'aantal')
    expect(at('F', 85)).toBeGreaterThan(1.1 * at('M', 85))
  })

  it('have mothers of 15 to 49, all births in them', () => {
    for (const year of allYears) {
      const own = readLines(PROJECTION_FILES.mothers).filter((line) => Number(line['year']) === year)
      expect(own).toHaveLength(7)
      expect(add(own, 'pasfr')).toBeCloseTo(100, 2)
    }
  })
})

describe('ages of the postcodes', () => {
  it('are those of 2021, in fives, and nearly add up to each municipality', () => {
    const ages = readLines(PROJECTION_FILES.postcodeAges)
    const places = readCsv(PLACE_FILES.postcodes).slice(1).map((row) => row.map((cell) => cell.replaceAll('"', '')))
    expect(new Set(ages.map((line) => line['postcode']))).toEqual(new Set(places.map(([postcode]) => postcode)))
    for (const line of ages) {
      expect(number(line, 'inwoners_man') % 5).toBe(0)
      expect(number(line, 'inwoners_man') + number(line, 'inwoners_vrouw')).toBe(number(line, 'inwoners'))
    }
    const { value } = readJson<{ value: { Identifier: string; Title: string }[] }>('cbs/odata-v4/03759ned/codes-RegioS.json')
    for (const row of readKwb(2021).ofLevel('GM')) {
      const name = value.find(({ Identifier }) => Identifier === codeOf(row))?.Title
      const own = new Set(places.filter((place) => place[5] === name).map(([postcode]) => postcode))
      const people = add(ages.filter((line) => own.has(line['postcode'])), 'inwoners')
      expect(Math.abs(people / (figureOf(row, 'AantalInwoners') ?? 1) - 1), name).toBeLessThan(0.02)
    }
  })
})
