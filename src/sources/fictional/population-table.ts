/** Table 03759ned (population on 1 January and mean) as recorded answers of the OData v4 service of CBS. */
import { writeBoundaryWords } from '#sources/fictional/boundary-words.ts'
import type { Files } from '#sources/fictional/kwb-tables.ts'
import type { Count } from '#sources/fictional/quantities.ts'
import { COROPS, COUNTRY_NAME, PROVINCE, YEARS, type Municipality, type World } from '#sources/fictional/world.ts'

const TABLE = '03759ned'
export const POPULATION_FOLDER = `cbs/odata-v4/${TABLE}`
const ROOT = `https://verzonnen.invalid/odata/v1/CBS/${TABLE}`
const SEX_TOTAL = 'T001038'
const AGE_TOTAL = '10000'
const MARITAL_TOTAL = 'T001019'
const ON_1_JANUARY = 'M000352'
const MEAN = 'M000365'

export function writePopulationTable(world: World, counts: Count, files: Files): void {
  const codes = (entries: readonly (readonly [string, string, string, string | null])[]): object[] =>
    entries.map(([Identifier, Title, Description, DimensionGroupId], index) => ({ Identifier, Index: index + 1, Title, Description, DimensionGroupId }))
  const write = (file: string, entity: string, value: readonly object[]): void => {
    files.set(`${POPULATION_FOLDER}/${file}.json`, `${JSON.stringify({ '@odata.context': `${ROOT}/$metadata#${entity}`, value }, null, 1)}\n`)
  }
  write('codes-Geslacht', 'GeslachtCodes', codes([[SEX_TOTAL, 'Totaal mannen en vrouwen', '', null]]))
  write('codes-Leeftijd', 'LeeftijdCodes', codes([[AGE_TOTAL, 'Totaal', '', '1']]))
  write('codes-BurgerlijkeStaat', 'BurgerlijkeStaatCodes', codes([[MARITAL_TOTAL, 'Totaal burgerlijke staat', '', null]]))
  const periods = YEARS.map((year): [string, string, string, string] => [`${year}JJ00`, String(year), '', '0'])
  write('codes-Perioden', 'PeriodenCodes', codes(periods).map((entry) => ({ ...entry, Status: 'Verzonnen' })))
  write('codes-RegioS', 'RegioSCodes', codes(listRegions(world, counts)))
  write('dimensions', 'Dimensions', DIMENSIONS.map(([identifier, title, kind]) => describeDimension(identifier, title, kind)))
  write('measure-codes', 'MeasureCodes', [
    describeMeasure(5, ON_1_JANUARY, 'Bevolking op 1 januari', 'Long', 0),
    describeMeasure(6, MEAN, 'Gemiddelde bevolking', 'Double', 1),
  ])
  files.set(`${POPULATION_FOLDER}/properties.json`, `${JSON.stringify(PROPERTIES, null, 1)}\n`)
  const observations = listObservations(world, counts).map((observation) => JSON.stringify(observation))
  const context = JSON.stringify(`${ROOT}/$metadata#Observations`)
  files.set(`${POPULATION_FOLDER}/observations-page-1.json`, `{"@odata.context":${context},"value":[\n${observations.join(',\n')}\n]}\n`)
}

function listRegions(world: World, counts: Count): [string, string, string, string][] {
  const words = writeBoundaryWords(world, counts)
  const municipalities = [...world.municipalities].sort((a, b) => (a.name < b.name ? -1 : 1))
  return [
    ['NL01', COUNTRY_NAME, '', 'NL'],
    [PROVINCE.code, `${PROVINCE.name} (PV)`, 'PV = Provincie\r\n\r\nEen verzonnen provincie.\r\n', 'PV'],
    ...COROPS.map(({ code, name }): [string, string, string, string] => [code, `${name} (CR)`, 'CR = COROP-gebied\r\n', `CR${PROVINCE.code}`]),
    ...municipalities.map(({ code, name }): [string, string, string, string] => [code, name, words.get(code) ?? '', `GM${PROVINCE.code}`]),
  ]
}

const DIMENSIONS = [
  ['BurgerlijkeStaat', 'Burgerlijke staat', 'Dimension'],
  ['Geslacht', 'Geslacht', 'Dimension'],
  ['Leeftijd', 'Leeftijd', 'Dimension'],
  ['RegioS', "Regio's", 'GeoDimension'],
  ['Perioden', 'Perioden', 'TimeDimension'],
] as const

function describeDimension(Identifier: string, Title: string, Kind: string): object {
  return {
    ...(Kind === 'Dimension' ? {} : { '@odata.type': `#Cbs.Ccb.Models.${Kind}` }),
    Identifier,
    Title,
    Description: '',
    MapYear: null,
    ReleasePolicy: Kind === 'TimeDimension' ? true : null,
    Kind,
    ContainsGroups: false,
    ContainsCodes: true,
    CodesUrl: `${ROOT}/${Identifier}Codes`,
    GroupsUrl: null,
  }
}

function describeMeasure(Index: number, Identifier: string, Title: string, DataType: string, Decimals: number): object {
  return { Identifier, Index, Title, Description: '', MeasureGroupId: null, DataType, Unit: 'aantal', Decimals, PresentationType: 'Absolute' }
}

const PROPERTIES = {
  '@odata.context': `${ROOT}/$metadata#Properties`,
  Identifier: TABLE,
  Title: 'Bevolking op 1 januari en gemiddeld; verzonnen cijfers',
  Description: 'Deze cijfers zijn verzonnen door Topdorp. Ze gaan over geen enkele bestaande plaats.',
  Language: 'nl',
  TemporalCoverage: `${YEARS[0]} - ${YEARS[YEARS.length - 1]}`,
  Status: 'Verzonnen',
}

/** Both measures of every region and year; `Impossible` where the municipality does not exist. */
function listObservations(world: World, counts: Count): object[] {
  const regions: { code: string; isMember: (territory: number) => boolean; municipality?: Municipality }[] = [
    { code: 'NL01', isMember: () => true },
    { code: PROVINCE.code, isMember: () => true },
    ...COROPS.map(({ code }, corop) => ({ code, isMember: (territory: number) => world.municipalities[world.territories[territory]?.before ?? -1]?.corop === corop })),
    ...world.municipalities.map((municipality, position) => ({
      code: municipality.code,
      municipality,
      isMember: (territory: number) => world.territories[territory]?.before === position || world.territories[territory]?.after === position,
    })),
  ]
  let Id = 0
  return regions.flatMap(({ code, isMember, municipality }) =>
    YEARS.flatMap((year) => {
      const exists = !municipality || (municipality.firstYear <= year && year <= municipality.lastYear)
      const now = countInhabitants(world, counts, year, isMember)
      const mean = (now + countInhabitants(world, counts, year + 1, isMember)) / 2
      return [[ON_1_JANUARY, now] as const, [MEAN, mean] as const].map(([Measure, value]) => ({
        Id: ++Id,
        Measure,
        ValueAttribute: exists ? 'None' : 'Impossible',
        Value: exists ? value : null,
        StringValue: null,
        BurgerlijkeStaat: MARITAL_TOTAL,
        Geslacht: SEX_TOTAL,
        Leeftijd: AGE_TOTAL,
        RegioS: code,
        Perioden: `${year}JJ00`,
      }))
    }),
  )
}

/** Inhabitants of the territories on 1 January of a year. */
export function countInhabitants(world: World, counts: Count, year: number, isMember: (territory: number) => boolean): number {
  const quantities = counts.byYear[counts.years.indexOf(year)] ?? []
  return world.neighbourhoods.reduce((sum, { territory }, index) => sum + (isMember(territory) ? (quantities[index]?.inhabitants ?? 0) : 0), 0)
}
