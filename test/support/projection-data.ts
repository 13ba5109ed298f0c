/**
 * A made-up country of three municipalities whose figures follow rules that can be worked out by hand: the same ages every year, so
 * that what a place gains by moves is what keeps its profile as it is.
 */
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE, type ProjectionData, type YearOfChange } from '#steps/explore/inputs/projection-data.ts'

const FIRST_YEAR = 2012
const LAST_YEAR = 2024
/** Deaths a person-year: few until 60, then doubling every eight years. */
export const deathRateAt = (age: number): number => Math.min(0.6, 0.0005 + 0.004 * 2 ** ((age - 60) / 8))

/** A town like the country, a town of students, and a village of families that loses its young. */
export const TOWNS = ['Doorsnee', 'Studentenstad', 'Gezinsdorp'] as const
const SHARES = [0.6, 0.3, 0.1] as const
const bump = (age: number, centre: number, width: number): number => Math.exp(-(((age - centre) / width) ** 2))
const PROFILES: readonly ((age: number) => number)[] = [() => 1, (age) => 1 + 1.5 * bump(age, 21.5, 3), (age) => 1 - 0.5 * bump(age, 22, 5) + 0.3 * bump(age, 40, 6)]

/** Growth a year of each town; its people grow at every age alike. */
interface Settings {
  readonly inhabitants?: number
  readonly growth?: readonly [number, number, number]
}

export function makeProjectionData({ inhabitants = 1_000_000, growth = [0.004, 0.008, -0.002] }: Settings = {}): ProjectionData {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)
  const start = makeTowns(inhabitants)
  const people = new Map([...years, LAST_YEAR + 1].map((year) => [year, start.map((own, at) => own * (1 + growth[Math.floor(at / CELL_COUNT)]!) ** (year - 2021))]))
  const addTowns = (cells: Float64Array, keyOf: (town: number, cell: number) => number, length: number) => {
    const sums = new Float64Array(length)
    cells.forEach((own, at) => (sums[keyOf(Math.floor(at / CELL_COUNT), at % CELL_COUNT)]! += own))
    return sums
  }
  const byYear = <T>(list: readonly number[], make: (year: number) => T) => new Map(list.map((year) => [year, make(year)]))
  const countTown = (year: number) => addTowns(people.get(year)!, (town) => town, TOWNS.length)
  return {
    codes: ['GM9001', 'GM9002', 'GM9003'],
    names: [...TOWNS],
    regions: Int32Array.of(0, 0, 0),
    sexes: byYear(years, (year) => addTowns(people.get(year)!, (town, cell) => 2 * town + (cell < AGE_COUNT ? 0 : 1), 2 * TOWNS.length)),
    changes: byYear(years.slice(0, -1), (year) => describeYear(people.get(year)!, countTown(year), growth)),
    ageGroups: byYear(years.filter((year) => year >= 2020), (year) => addTowns(people.get(year)!, (town, cell) => town * GROUP_COUNT + GROUP_OF_AGE[cell % AGE_COUNT]!, TOWNS.length * GROUP_COUNT)),
    households: new Map(),
    groupQuarters: new Map(),
    nationalPopulation: byYear(years, (year) => addTowns(people.get(year)!, (_, cell) => cell, CELL_COUNT)),
    nationalDeaths: byYear(years.slice(0, -1), (year) => addTowns(people.get(year)!, (_, cell) => cell, CELL_COUNT).map((own, cell) => own * deathRateAt(cell % AGE_COUNT))),
    maternalAges: byYear([2010], () => Float64Array.from({ length: AGE_COUNT }, (_, age) => (age >= 25 && age < 35 ? 0.1 : 0))),
    boysPerGirl: byYear([2010], () => 1.05),
    postcodeAges: new Map([[2021, people.get(2021)!]]),
    findings: [],
  }
}

function makeTowns(inhabitants: number): Float64Array {
  const alive = Float64Array.from({ length: AGE_COUNT }, () => 1)
  for (let age = 1; age < AGE_COUNT; age++) alive[age] = alive[age - 1]! * Math.exp(-deathRateAt(age - 0.5))
  const total = 2 * alive.reduce((sum, own) => sum + own, 0)
  return Float64Array.from({ length: TOWNS.length * CELL_COUNT }, (_, at) => {
    const [town, age] = [Math.floor(at / CELL_COUNT), (at % CELL_COUNT) % AGE_COUNT]
    return (inhabitants * SHARES[town]! * PROFILES[town]!(age) * alive[age]!) / total
  })
}

/** Births of 1 percent, deaths by the rates, moves that make up the growth: immigration brings it all, towns exchange 4 percent. */
function describeYear(people: Float64Array, inhabitants: Float64Array, growth: readonly number[]): YearOfChange {
  const deaths = new Float64Array(TOWNS.length)
  people.forEach((own, at) => (deaths[Math.floor(at / CELL_COUNT)]! += own * deathRateAt((at % CELL_COUNT) % AGE_COUNT)))
  const births = inhabitants.map((own) => 0.01 * own)
  const net = inhabitants.map((own, town) => own * growth[town]! - births[town]! + deaths[town]!)
  const emigration = inhabitants.map((own) => 0.01 * own)
  const exchanged = inhabitants.map((own) => 0.04 * own)
  return { births, deaths, immigration: net.map((own, town) => Math.max(0, own + emigration[town]!)), emigration, arrivals: exchanged, departures: exchanged }
}
