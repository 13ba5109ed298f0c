/** The tables that a projection needs, in the columns of the real ones: births, deaths and moves, ages of the country and of postcodes, mothers. */
import { AGES, BOYS_PER_GIRL } from '#sources/fictional/life-course.ts'
import type { Files } from '#sources/fictional/kwb-tables.ts'
import { sumRange, type Events, type Flow, type People } from '#sources/fictional/people.ts'
import { COUNTRY_NAME, LAST_YEAR, type Municipality, type World } from '#sources/fictional/world.ts'

export const PROJECTION_FILES = {
  dynamics: 'cbs/population-dynamics.csv',
  singleAge: 'cbs/population-single-age-sex.csv',
  deaths: 'cbs/deaths-age-sex.csv',
  postcodeAges: 'cbs/population-pc4-age5-sex-2021.csv',
  mothers: 'un-wpp/percentASFR5.csv',
  sexRatio: 'un-wpp/sexRatio.csv',
} as const

/** The first year with figures of municipalities. */
const FIRST_DYNAMICS_YEAR = 2012

/** The year of the postcode table. */
export const POSTCODE_YEAR = 2021

export function writeProjectionTables(world: World, people: People, files: Files): void {
  const events = people.events.filter(({ year }) => year < LAST_YEAR)
  const write = (path: string, header: string, rows: readonly (readonly (string | number)[])[], separator = ','): void => {
    files.set(path, `${[header, ...rows.map((row) => row.join(separator))].join('\n')}\n`)
  }
  write(PROJECTION_FILES.dynamics, DYNAMICS.join(','), listDynamics(world, people, events.filter(({ year }) => year >= FIRST_DYNAMICS_YEAR)))
  write(PROJECTION_FILES.singleAge, 'leeftijd;geslacht;jaar;aantal', listSingleAges(people), ';')
  write(PROJECTION_FILES.deaths, 'Leeftijd,Jaar,Mannen,Vrouwen', events.flatMap(({ year, deathsByAge }) => listAges().map((age) => [age, year, deathsByAge[AGES + age]!, deathsByAge[age]!])))
  write(PROJECTION_FILES.postcodeAges, 'postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw', listPostcodeAges(world, people))
  write(PROJECTION_FILES.mothers, 'year,age,pasfr', events.flatMap(listMothers))
  write(PROJECTION_FILES.sexRatio, 'year,srb', events.map(({ year }) => [year, BOYS_PER_GIRL]))
}

const listAges = (): number[] => Array.from({ length: AGES }, (_, age) => age)

const DYNAMICS = [
  'ID', 'Sex', 'Sex Label', 'Regions', 'Regions Label', 'Periods', 'Periods Label', 'PopulationOn1January_1', 'LiveBornChildren_3', 'LiveBornChildrenRatio_4', 'Deaths_5', 'DeathsRatio_6', 'NaturalIncrease_7', 'TotalArrivals_8', 'DueToImmigration_10',
  'DueToIntermunicipalMoves_11', 'TotalDeparturesIncludingAdministra_12', 'DueToEmigrationIncludingAdministr_14', 'NetAdministrativeCorrections_15', 'DueToIntermunicipalMoves_16',
  'NetMigrationIncludingAdministrative_17', 'PopulationGrowth_18', 'PopulationOn31December_20',
] as const

/** Women, men: their place in the flows of a territory. */
const SEXES = [
  { code: 'T001038', label: 'Total male and female', places: [0, 1] },
  { code: '3000', label: 'Male', places: [1] },
  { code: '4000', label: 'Female', places: [0] },
] as const

/** The country and every municipality of the year, for both sexes and each. */
function listDynamics(world: World, people: People, events: readonly Events[]): (string | number)[][] {
  const territories = world.territories.map((_, territory) => territory)
  const regions = [{ code: 'NL01  ', name: COUNTRY_NAME, existsIn: () => true, members: territories }, ...world.municipalities.map((municipality, at) => describeRegion(world, municipality, at))]
  let id = 0
  return SEXES.flatMap(({ code: sex, label, places }) =>
    regions.flatMap(({ code, name, existsIn, members }) =>
      events.filter(({ year }) => existsIn(year)).map(({ year, flows }) => {
        const take = (flow: Flow): number => members.reduce((sum, territory) => sum + places.reduce<number>((own, place) => own + flows[flow][2 * territory + place]!, 0), 0)
        const count = (when: number): number => countPeople(world, people, when, members, places)
        const [births, deaths, immigration, arrivals, emigration, departures] = (['births', 'deaths', 'immigration', 'arrivals', 'emigration', 'departures'] as const).map(take) as [number, number, number, number, number, number]
        const perThousand = (events: number): string => ((2000 * events) / (count(year) + count(year + 1))).toFixed(1)
        const net = immigration + arrivals - emigration - departures
        return [
          ++id, sex, label, code, name, `${year}JJ00`, year, count(year), births, perThousand(births), deaths, perThousand(deaths), births - deaths, immigration + arrivals, immigration,
          arrivals, emigration + departures, emigration, 0, departures, net, births - deaths + net, count(year + 1),
        ]
      }),
    ),
  )
}

function describeRegion(world: World, { code, name, firstYear, lastYear }: Municipality, position: number) {
  const members = world.territories.flatMap(({ before, after }, territory) => (before === position || after === position ? [territory] : []))
  return { code, name, existsIn: (year: number) => firstYear <= year && year <= lastYear, members }
}

function countPeople(world: World, people: People, year: number, members: readonly number[], places: readonly number[]): number {
  const all = people.byYear[people.years.indexOf(year)]!
  return world.neighbourhoods.reduce((sum, { territory }, at) => {
    if (!members.includes(territory)) return sum
    return sum + places.reduce((own, place) => own + all[at]!.subarray(place * AGES, (place + 1) * AGES).reduce((total, count) => total + count, 0), 0)
  }, 0)
}

function listSingleAges(people: People): (string | number)[][] {
  return people.years.flatMap((year, at) => {
    if (year > LAST_YEAR) return []
    const national = new Int32Array(2 * AGES)
    for (const own of people.byYear[at]!) own.forEach((count, cell) => (national[cell]! += count))
    return listAges().flatMap((age) => [[age, 'F', year, national[age]!], [age, 'M', year, national[AGES + age]!], [age, 'T', year, national[age]! + national[AGES + age]!]])
  })
}

/** Rounded to five, as such tables are. */
function listPostcodeAges(world: World, people: People): (string | number)[][] {
  const all = people.byYear[people.years.indexOf(POSTCODE_YEAR)]!
  const round = (count: number): number => 5 * Math.round(count / 5)
  return world.villages.flatMap(({ pc4 }, village) => {
    const own = new Int32Array(2 * AGES)
    world.neighbourhoods.forEach((neighbourhood, at) => neighbourhood.village === village && all[at]!.forEach((count, cell) => (own[cell]! += count)))
    return Array.from({ length: 20 }, (_, group) => {
      const [from, until] = [5 * group, group === 19 ? AGES : 5 * group + 5]
      const women = own.subarray(from, until).reduce((sum, count) => sum + count, 0)
      const men = sumRange(own, from, until) - women
      return [pc4, group === 19 ? '95+' : `${from}-${until - 1}`, round(women) + round(men), round(men), round(women)]
    })
  })
}

/** Percentages of births by five years of age of the mother. The real table has shares of fertility rates, which differ little. */
function listMothers({ year, birthsByAgeOfMother }: Events): (string | number)[][] {
  const total = birthsByAgeOfMother.reduce((sum, births) => sum + births, 0)
  return Array.from({ length: 7 }, (_, group) => {
    const from = 15 + 5 * group
    const births = birthsByAgeOfMother.subarray(from, from + 5).reduce((sum, own) => sum + own, 0)
    return [year, `${from}-${from + 4}`, Number(((100 * births) / total).toFixed(4))]
  })
}
