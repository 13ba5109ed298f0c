/** The built-in data package: the live services of CBS, PDOK and GeoNames. */
import type { DataPackage, Resource } from '#domain/data-package.ts'
import type { Indicator } from '#domain/indicator.ts'

/** Tables 'Kerncijfers wijken en buurten' by year. */
const KWB_TABLES = [
  [2020, '84799NED'],
  [2021, '85039NED'],
  [2022, '85318NED'],
  [2023, '85618NED'],
  [2024, '85984NED'],
] as const

const ODATA_V3 = 'https://opendata.cbs.nl/ODataFeed/odata'
const ODATA_V4 = 'https://datasets.cbs.nl/odata/v1/CBS'
const PDOK = 'https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1'
/** Year of the boundaries: that of the newest table. */
const SHAPE_YEAR = 2024

/** Columns that say which area a row is about. */
const KWB_IDENTITY = ['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', 'SoortRegio_2'] as const

const CC_BY_4 = { name: 'CC-BY-4.0', title: 'Creative Commons Naamsvermelding 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }

/** The package with, for each table, the columns that the indicator catalogue uses and no others. */
export function buildNetherlandsPackage(indicators: readonly Indicator[]): DataPackage {
  return {
    name: 'netherlands',
    title: 'Nederland, open cijfers en grenzen van CBS, PDOK en GeoNames',
    'title@en': 'The Netherlands, open figures and boundaries of Statistics Netherlands, PDOK and GeoNames',
    description: 'Wijst naar de diensten van de uitgevers zelf. Bij het importeren haalt Topdorp de cijfers daar op.',
    resources: [
      ...KWB_TABLES.map(([year, table]) => describeKwb(year, table, indicators)),
      describePopulation(indicators),
      describeHousePrices(indicators),
      describeDynamics(),
      describeAges('population-single-age', '7461bev', { nl: 'Bevolking van Nederland naar leeftijd en geslacht, 1 januari', en: 'Population of the Netherlands by age and sex, 1 January' }, SHAPE_YEAR),
      describeAges('deaths-single-age', '37168', { nl: 'Overledenen naar leeftijd en geslacht', en: 'Deaths by age and sex' }, SHAPE_YEAR - 1, "Measure eq 'M003613'"),
      describeShapes('gemeenten', 'gemeente', 'municipality', 'Gemeenten', 'Municipalities'),
      describeShapes('wijken', 'wijk', 'district', 'Wijken', 'Districts'),
      describeShapes('buurten', 'buurt', 'neighbourhood', 'Buurten', 'Neighbourhoods'),
      describeShapes('provincies', 'provincie', 'province', 'Provincies', 'Provinces'),
      describeShapes('corop', 'coropgebied', 'corop', 'COROP-gebieden', 'COROP areas'),
      ...GEONAMES,
    ],
  }
}

function describeKwb(year: number, table: string, indicators: readonly Indicator[]): Resource {
  const columns = [...new Set([...KWB_IDENTITY, ...listColumns(table, indicators)])]
  return {
    name: `kwb-${year}`,
    path: `${ODATA_V3}/${table}/TypedDataSet?$format=json&$select=${columns.map(encodeURIComponent).join(',')}`,
    title: `Kerncijfers wijken en buurten ${year}`,
    description: `Alleen de ${columns.length} kolommen die Topdorp gebruikt. De feed geeft 10.000 rijen per keer en wijst met odata.nextLink naar de volgende.`,
    reader: 'cbs-odata-v3',
    table,
    year,
    names: `${ODATA_V3}/${table}/WijkenEnBuurten?$format=json`,
    properties: `${ODATA_V3}/${table}/DataProperties?$format=json`,
    missing: 'null',
    sources: [{ title: 'CBS', path: `${ODATA_V3}/${table}` }],
    licenses: [CC_BY_4],
  }
}

function describePopulation(indicators: readonly Indicator[]): Resource {
  const totals = [
    ['Geslacht', 'T001038'],
    ['Leeftijd', '10000'],
    ['BurgerlijkeStaat', 'T001019'],
  ] as const
  const conditions = totals.map(([dimension, code]) => `${dimension} eq '${code}'`)
  return describeV4('population-gemeenten', '03759ned', 'Bevolking op 1 januari en gemiddeld, per regio', conditions, indicators)
}

function describeHousePrices(indicators: readonly Indicator[]): Resource {
  return describeV4('house-prices', '83625NED', 'Gemiddelde verkoopprijs van bestaande koopwoningen, per regio', [], indicators)
}

function describeV4(name: string, table: string, title: string, conditions: readonly string[], indicators: readonly Indicator[]): Resource {
  const filter = [...conditions, askYears('Perioden', listYears(table, indicators))].join(' and ')
  return {
    name,
    path: `${ODATA_V4}/${table}/Observations?$filter=${encodeURIComponent(filter)}`,
    title,
    description: 'Het antwoord past op één bladzijde van de dienst (100.000 waarnemingen). Wijzigingen van gemeenten staan in de omschrijving van de regiocodes.',
    reader: 'cbs-odata-v4',
    table,
    folder: `${ODATA_V4}/${table}`,
    sources: [{ title: 'CBS', path: `${ODATA_V4}/${table}` }],
    licenses: [CC_BY_4],
  }
}

/** Years of the tables that a projection is made from: mortality needs a long series. */
const FIRST_DYNAMICS_YEAR = 2012
const FIRST_AGES_YEAR = 2000
const listSpan = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)
/** The filter for years of a dimension. */
const askYears = (dimension: string, years: readonly number[]): string => `(${years.map((year) => `${dimension} eq '${year}JJ00'`).join(' or ')})`
const NOT_TRIED = 'Voor de vooruitblik. Het nummer van de tabel en haar codes zijn nagegaan in openbare code die deze dienst gebruikt; in november 2026 niet zelf opgevraagd.'
const DYNAMICS_COLUMNS = [
  'ID', 'Sex', 'Regions', 'Periods', 'PopulationOn1January_1', 'LiveBornChildren_3', 'LiveBornChildrenRatio_4', 'Deaths_5', 'DeathsRatio_6', 'DueToImmigration_10', 'DueToIntermunicipalMoves_11',
  'DueToEmigrationIncludingAdministr_14', 'NetAdministrativeCorrections_15', 'DueToIntermunicipalMoves_16', 'PopulationOn31December_20',
] as const

/** Births, deaths and moves. Its name is that by which the catalogue and the projection know it. */
function describeDynamics(): Resource {
  const filter = `${askYears('Periods', listSpan(FIRST_DYNAMICS_YEAR, SHAPE_YEAR - 1))} and (substringof('GM',Regions) or substringof('NL01',Regions))`
  return {
    name: 'population-dynamics',
    path: `${ODATA_V3}/37259eng/TypedDataSet?$format=json&$select=${DYNAMICS_COLUMNS.join(',')}&$filter=${encodeURIComponent(filter)}`,
    title: 'Geboorte, sterfte en verhuizingen per gemeente en geslacht',
    'title@en': 'Births, deaths and moves per municipality and sex',
    description: NOT_TRIED,
    reader: 'cbs-odata-v3',
    sources: [{ title: 'CBS', path: `${ODATA_V3}/37259eng` }],
    licenses: [CC_BY_4],
  }
}

/** By sex and single age, of the country, all marital statuses together. */
function describeAges(name: string, table: string, title: { readonly nl: string; readonly en: string }, lastYear: number, ...more: readonly string[]): Resource {
  const filter = [...more, "BurgerlijkeStaat eq 'T001019'", "(Geslacht eq '3000' or Geslacht eq '4000')", askYears('Perioden', listSpan(FIRST_AGES_YEAR, lastYear))].join(' and ')
  return {
    name,
    path: `${ODATA_V4}/${table}/Observations?$filter=${encodeURIComponent(filter)}`,
    title: title.nl,
    'title@en': title.en,
    description: NOT_TRIED,
    reader: 'cbs-odata-v4',
    table,
    folder: `${ODATA_V4}/${table}`,
    sources: [{ title: 'CBS', path: `${ODATA_V4}/${table}` }],
    licenses: [CC_BY_4],
  }
}

/** Generalised boundaries: a tenth of the bytes of the detailed ones, and without the water that those have as areas. */
function describeShapes(name: string, collection: string, level: Resource['level'], nl: string, en: string): Resource {
  return {
    name: `${name}-${SHAPE_YEAR}`,
    path: `${PDOK}/collections/${collection}_gegeneraliseerd/items?f=json&limit=1000&jaarcode=${SHAPE_YEAR}`,
    title: `${nl} ${SHAPE_YEAR}, gegeneraliseerd`,
    'title@en': `${en} ${SHAPE_YEAR}, generalised`,
    description:
      'CBS Gebiedsindelingen via PDOK (OGC API Features): WGS84, ten hoogste 1.000 gebieden per keer, met een link naar de volgende. ' +
      `${collection === 'coropgebied' ? 'De naam van deze collectie is die van de laag in de WFS van dezelfde dataset' : 'Het adres is nagegaan in openbare code die deze dienst gebruikt'}; in november 2026 niet zelf opgevraagd.`,
    reader: 'geojson-areas',
    level,
    year: SHAPE_YEAR,
    code: 'statcode',
    label: 'statnaam',
    sources: [{ title: 'CBS en Kadaster, via PDOK', path: PDOK }],
    licenses: [CC_BY_4],
  }
}

const GEONAMES: readonly Resource[] = [
  {
    name: 'places-geonames',
    path: 'https://download.geonames.org/export/dump/NL.zip',
    title: 'Dorpen en steden',
    'title@en': 'Villages and towns',
    description: 'Alle plaatsen van GeoNames in Nederland. Het zip-bestand bevat NL.txt met negentien kolommen, door tabs gescheiden.',
    reader: 'geonames',
    sources: [{ title: 'GeoNames', path: 'https://www.geonames.org' }],
    licenses: [CC_BY_4],
  },
  {
    name: 'postcodes-geonames',
    path: 'https://download.geonames.org/export/zip/NL.zip',
    title: 'Postcodes met plaats',
    'title@en': 'Postcodes with place',
    description: 'Vier cijfers van de postcode met plaats en gemeente. Het zip-bestand bevat NL.txt met twaalf kolommen, door tabs gescheiden.',
    reader: 'geonames',
    sources: [{ title: 'GeoNames', path: 'https://www.geonames.org/postal-codes/' }],
    licenses: [CC_BY_4],
  },
]

function listColumns(table: string, indicators: readonly Indicator[]): string[] {
  return indicators.flatMap(({ columns }) => columns.filter((column) => column.table === table).map(({ column }) => column))
}

/** The years of the KWB tables, and those for which the catalogue uses this table. */
function listYears(table: string, indicators: readonly Indicator[]): number[] {
  const used = indicators.flatMap(({ columns }) => columns.filter((column) => column.table === table).map(({ year }) => year))
  return [...new Set([...KWB_TABLES.map(([year]) => year), ...used])].sort((a, b) => a - b)
}
