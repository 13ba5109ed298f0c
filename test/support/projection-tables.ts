/** The tables of a projection for the hand-made country: two towns, and one that went into the first in 2023. */
import { AGE_COUNT } from '#steps/explore/inputs/projection-data.ts'
import type { Column, Table } from '#domain/table.ts'
import { deathRateAt } from './projection-data.ts'

const YEARS = Array.from({ length: 12 }, (_, at) => 2012 + at)
/** Inhabitants of 2022 and growth a year. */
const TOWNS = { GM9001: [2060, 0.002], GM9002: [4040, 0.004], GM9003: [420, -0.003] } as const
type Town = keyof typeof TOWNS

type Cell = number | string
function makeTable(header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const columns = header.map((name, at): Column => {
    const cells = rows.map((row) => row[at]!)
    return cells.every((cell) => typeof cell === 'number')
      ? { name, kind: 'number', values: Float64Array.from(cells) }
      : { name, kind: 'text', values: cells.map(String) }
  })
  return { rowCount: rows.length, columns }
}

const existsIn = (town: Town, year: number): boolean => town !== 'GM9003' || year <= 2022
/** What the first town has from 2023 on includes the third. */
function countPeople(town: Town, year: number): number {
  const [people, growth] = TOWNS[town]
  const own = Math.round((people * (1 + growth) ** (year - 2022)) / 2) * 2
  return town === 'GM9001' && year >= 2023 ? own + countPeople('GM9003', year) : own
}

const DYNAMICS = ['Sex', 'Regions', 'Periods', 'PopulationOn1January_1', 'LiveBornChildren_3', 'Deaths_5', 'DueToImmigration_10', 'DueToIntermunicipalMoves_11', 'DueToEmigrationIncludingAdministr_14', 'NetAdministrativeCorrections_15', 'DueToIntermunicipalMoves_16', 'PopulationOn31December_20']

function listDynamics(): (readonly Cell[])[] {
  return (Object.keys(TOWNS) as Town[]).flatMap((town) =>
    YEARS.filter((year) => existsIn(town, year)).flatMap((year) => {
      const [start, end] = [countPeople(town, year), town === 'GM9003' && year === 2022 ? countPeople(town, 2023) : countPeople(town, year + 1) - (town === 'GM9001' && year === 2022 ? countPeople('GM9003', 2023) : 0)]
      const [births, deaths, emigration, moves] = [0.01, 0.009, 0.005, 0.04].map((rate) => Math.round(rate * start)) as [number, number, number, number]
      const immigration = end - start - births + deaths + emigration
      const row = (sex: string, part: number) => [sex, `${town}  `, `${year}JJ00`, start * part, births * part, deaths * part, immigration * part, moves * part, emigration * part, 0, moves * part, end * part]
      return [row('T001038', 1), row('3000', 0.5), row('4000', 0.5)]
    }),
  )
}

function listNationalAges(): (readonly Cell[])[] {
  const alive = [1]
  for (let age = 1; age < AGE_COUNT; age++) alive.push(alive[age - 1]! * Math.exp(-deathRateAt(age - 0.5)))
  const total = alive.reduce((sum, own) => sum + own, 0)
  return [...YEARS, 2024].flatMap((year) => {
    const everybody = (Object.keys(TOWNS) as Town[]).filter((town) => existsIn(town, year)).reduce((sum, town) => sum + countPeople(town, year), 0)
    return alive.flatMap((own, age) => ['F', 'M'].map((sex) => [age, sex, year, (everybody * own) / total / 2]))
  })
}

const listDeaths = () => YEARS.flatMap((year) => Array.from({ length: AGE_COUNT }, (_, age) => [age, year, 65 * deathRateAt(age) / 2, 65 * deathRateAt(age) / 2] as const))

/** By resource, as `readTable` gives them. */
export const PROJECTION_TABLES: ReadonlyMap<string, Table> = new Map([
  ['population-dynamics', makeTable(DYNAMICS, listDynamics())],
  ['population-single-age', makeTable(['leeftijd', 'geslacht', 'jaar', 'aantal'], listNationalAges())],
  ['deaths-single-age', makeTable(['Leeftijd', 'Jaar', 'Mannen', 'Vrouwen'], listDeaths())],
  ['un-percentasfr-5', makeTable(['year', 'age', 'pasfr'], [[2008, '20-24', 10], [2008, '25-29', 35], [2008, '30-34', 40], [2008, '35-39', 15]])],
  ['un-sexratio', makeTable(['year', 'srb'], [[2008, 1.05]])],
  ['population-pc4', makeTable(['postcode', 'leeftijd', 'inwoners_vrouw', 'inwoners_man'], Array.from({ length: 20 }, (_, group) => [9999, group === 19 ? '95+' : `${5 * group}-${5 * group + 4}`, 40, 40]))],
  ['pc4-gemeente', makeTable(['postcode', 'gemeente'], [[9999, 'Nergensveen']])],
])
