/** The tables of a projection as the services of CBS give them lead to the same projection as the lists that were put together from them. */
import { describe, expect, test } from 'vitest'
import type { Column, Table } from '#domain/table.ts'
import { findAge } from '#steps/explore/inputs/feed-ages.ts'
import { projectArea } from '#steps/explore/project.ts'
import { PROJECTION_TABLES } from '../../../support/projection-tables.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const findValues = (table: Table, name: string): readonly (string | number | null)[] => [...table.columns.find((column) => column.name === name)!.values]
const codeOf = (age: number): string => (age === 0 ? '10010' : age < 100 ? String(10000 + 100 * age) : '19901')

interface Observation {
  readonly age: string
  readonly sex: string
  readonly year: number
  readonly value: number
}

/** Rows as the OData v4 reader keeps them, with rows of totals among them. */
function makeFeed(observations: readonly Observation[]): Table {
  const rows = observations.flatMap((own) => [own, { ...own, sex: 'T001038' }, { ...own, age: '20300' }, { ...own, age: '10000' }])
  const text = (name: string, values: readonly string[]): Column => ({ name, kind: 'text', values })
  return {
    rowCount: rows.length,
    columns: [
      text('Measure', rows.map(() => 'M000352')),
      { name: 'Value', kind: 'number', values: Float64Array.from(rows, ({ value }) => value) },
      text('Geslacht', rows.map(({ sex }) => sex)),
      text('Leeftijd', rows.map(({ age }) => age)),
      text('BurgerlijkeStaat', rows.map(() => 'T001019')),
      text('Perioden', rows.map(({ year }) => `${year}JJ00`)),
    ],
  }
}

function turnPopulation(): Table {
  const table = PROJECTION_TABLES.get('population-single-age')!
  const [ages, sexes, years, values] = ['leeftijd', 'geslacht', 'jaar', 'aantal'].map((name) => findValues(table, name))
  return makeFeed(ages!.map((age, row) => ({ age: codeOf(Number(age)), sex: sexes![row] === 'M' ? '3000' : '4000', year: Number(years![row]), value: Number(values![row]) })))
}

function turnDeaths(): Table {
  const table = PROJECTION_TABLES.get('deaths-single-age')!
  const [ages, years, men, women] = ['Leeftijd', 'Jaar', 'Mannen', 'Vrouwen'].map((name) => findValues(table, name))
  return makeFeed(ages!.flatMap((age, row) => [['3000', men] as const, ['4000', women] as const].map(([sex, values]) => ({ age: codeOf(Number(age)), sex, year: Number(years![row]), value: Number(values![row]) }))))
}

const project = async (readTable: (name: string) => Table | undefined) => {
  const statistics = makeTestStatistics({ readTable: async (name) => readTable(name) })
  return projectArea(statistics, { id: 'GM9001', name: 'x', areas: [statistics.findArea('GM9001')!], years: 20 })
}

describe('ages as the feed gives them', () => {
  test('are read by code', () => {
    expect(['10010', '10100', '19900', '19901', '19905', '22300'].map(findAge)).toEqual([0, 1, 99, 100, 104, 105])
    expect(['10000', '20300', '22000', '10150', 'T001019', ''].map(findAge)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
  })

  test('give the same projection as lists', async () => {
    const feeds: ReadonlyMap<string, Table> = new Map([['population-single-age', turnPopulation()], ['deaths-single-age', turnDeaths()]])
    const [fromLists, fromFeeds] = await Promise.all([project((name) => PROJECTION_TABLES.get(name)), project((name) => feeds.get(name) ?? PROJECTION_TABLES.get(name))])
    expect(fromFeeds.population).toEqual(fromLists.population)
    expect(fromFeeds.pyramids).toEqual(fromLists.pyramids)
  })
})

describe('with the three tables alone', () => {
  const needed = ['population-dynamics', 'population-single-age', 'deaths-single-age']
  test('there is a projection, near the one with all tables, that says what it assumes', async () => {
    const [all, few] = await Promise.all([project((name) => PROJECTION_TABLES.get(name)), project((name) => (needed.includes(name) ? PROJECTION_TABLES.get(name) : undefined))])
    expect(few.population.projected[0]).toBeCloseTo(all.population.projected[0]!, 0)
    expect(Math.abs(few.population.projected[20]! / all.population.projected[20]! - 1)).toBeLessThan(0.02)
    expect(few.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['projection-mothers-assumed', 'projection-sex-ratio-assumed', 'projection-municipality-without-ages']))
  })
})
