/** The data package of the made-up province: the same resources in the same formats as the real one. */
import type { DataPackage, Resource } from '#domain/data-package.ts'
import type { Words } from '#domain/words.ts'
import { FACILITY_FILES } from '#sources/fictional/facilities.ts'
import { KWB_TABLES } from '#sources/fictional/kwb-columns.ts'
import { PLACE_FILES } from '#sources/fictional/places.ts'
import { POPULATION_FOLDER } from '#sources/fictional/population-table.ts'
import { POSTCODE_YEAR, PROJECTION_FILES } from '#sources/fictional/projection-tables.ts'
import { ROAD_FILES } from '#sources/fictional/roads.ts'
import { SCHOOLS_FILE } from '#sources/fictional/schools.ts'
import { SHAPE_FILES } from '#sources/fictional/shapes.ts'
import { LAST_YEAR, PROVINCE } from '#sources/fictional/world.ts'

const ORIGIN: Pick<Resource, 'sources' | 'licenses'> = {
  sources: [{ title: 'Topdorp, verzonnen cijfers' }],
  licenses: [{ name: 'CC0-1.0', title: 'Creative Commons Zero 1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
}
const MADE_UP = { nl: 'Verzonnen. Zegt niets over een bestaande plaats.', en: 'Made up. Says nothing about a real place.' }

type Described = Omit<Resource, 'sources' | 'licenses' | 'title'> & { readonly title: Words }

const FACILITIES: readonly Described[] = [
  { name: 'hospitals-2024', path: FACILITY_FILES.hospitals, title: { nl: 'Ziekenhuizen', en: 'Hospitals' }, reader: 'csv' },
  { name: 'polling-stations', path: FACILITY_FILES.pollingStations, title: { nl: 'Stembureaus', en: 'Polling stations' }, reader: 'csv' },
]

/** Under the names that the projection knows them by. */
const PROJECTION_TABLES: readonly Described[] = [
  { name: 'population-dynamics', path: PROJECTION_FILES.dynamics, title: { nl: 'Geboorte, sterfte en verhuizingen per gemeente', en: 'Births, deaths and moves per municipality' }, reader: 'csv' },
  { name: 'population-single-age', path: PROJECTION_FILES.singleAge, title: { nl: 'Bevolking van het land naar leeftijd en geslacht', en: 'Population of the country by age and sex' }, reader: 'csv' },
  { name: 'deaths-single-age', path: PROJECTION_FILES.deaths, title: { nl: 'Sterfte in het land naar leeftijd en geslacht', en: 'Deaths in the country by age and sex' }, reader: 'csv' },
  { name: 'population-pc4', path: PROJECTION_FILES.postcodeAges, title: { nl: `Bevolking per postcode naar leeftijd en geslacht, ${POSTCODE_YEAR}`, en: `Population per postcode by age and sex, ${POSTCODE_YEAR}` }, reader: 'csv' },
  { name: 'un-percentasfr-5', path: PROJECTION_FILES.mothers, title: { nl: 'Leeftijd van moeders', en: 'Ages of mothers' }, reader: 'csv' },
  { name: 'un-sexratio', path: PROJECTION_FILES.sexRatio, title: { nl: 'Jongens op een meisje bij de geboorte', en: 'Boys a girl at birth' }, reader: 'csv' },
]

export function describePackage(): DataPackage {
  const resource = ({ title, ...rest }: Described): Resource => ({
    description: MADE_UP.nl,
    'description@en': MADE_UP.en,
    ...rest,
    title: `${title.nl} (verzonnen)`,
    'title@en': `${title.en} (made up)`,
    ...ORIGIN,
  })
  const shape = (name: string, level: keyof typeof SHAPE_FILES, nl: string, en: string): Resource => {
    const title = { nl: `${nl} ${LAST_YEAR}`, en: `${en} ${LAST_YEAR}` }
    return resource({ name, path: SHAPE_FILES[level], title, reader: 'geojson-areas', level, year: LAST_YEAR, code: 'code', label: 'name' })
  }
  return {
    name: 'topdorp-fictional-province',
    title: `Fictieve provincie ${PROVINCE.name}`,
    'title@en': `The fictional province of ${PROVINCE.name}`,
    description: `${PROVINCE.name} bestaat niet. De cijfers zijn verzonnen, om Topdorp te kunnen bekijken als er geen echte cijfers zijn.`,
    created: '2026-11-20',
    fictional: true,
    resources: [
      ...KWB_TABLES.map(({ year, table }) =>
        resource({
          name: `kwb-${year}`,
          path: `cbs/odata-v3/${table}/TypedDataSet-1.json`,
          title: { nl: `Kerncijfers wijken en buurten ${year}`, en: `Key figures of districts and neighbourhoods ${year}` },
          description: `${MADE_UP.nl} De kolommen zijn die van CBS-tabel ${table}; de cijfers niet.`,
          'description@en': `${MADE_UP.en} The columns are those of table ${table} of Statistics Netherlands; the figures are not.`,
          reader: 'cbs-odata-v3',
          table,
          year,
          names: `cbs/odata-v3/${table}/WijkenEnBuurten.json`,
          missing: 'null',
        }),
      ),
      resource({
        name: 'population-gemeenten',
        path: `${POPULATION_FOLDER}/observations-page-1.json`,
        title: { nl: 'Bevolking op 1 januari en gemiddeld, per regio', en: 'Population on 1 January and mean, per region' },
        reader: 'cbs-odata-v4',
        table: '03759ned',
        folder: POPULATION_FOLDER,
      }),
      shape('gemeenten-2024', 'municipality', 'Gemeenten', 'Municipalities'),
      shape('wijken-2024', 'district', 'Wijken', 'Districts'),
      shape('buurten-2024', 'neighbourhood', 'Buurten', 'Neighbourhoods'),
      shape('provincies-2024', 'province', 'Provincies', 'Provinces'),
      shape('corop', 'corop', 'COROP-gebieden', 'COROP areas'),
      resource({ name: 'woonplaats-gemeente-corop', path: PLACE_FILES.woonplaatsen, title: { nl: 'Woonplaatsen met gemeente en COROP-gebied', en: 'Named places with municipality and COROP area' }, reader: 'csv' }),
      resource({ name: 'pc4-gemeente', path: PLACE_FILES.postcodes, title: { nl: `Postcodes met plaats, gemeente en provincie, ${POSTCODE_YEAR}`, en: `Postcodes with place, municipality and province, ${POSTCODE_YEAR}` }, reader: 'csv' }),
      resource({ name: 'places-geonames', path: PLACE_FILES.geonames, title: { nl: 'Dorpen', en: 'Villages' }, reader: 'geonames' }),
      resource({ name: 'schools-2024-11', path: SCHOOLS_FILE, title: { nl: 'Basisscholen, november 2024', en: 'Primary schools, November 2024' }, reader: 'geojson-points' }),
      ...FACILITIES.map(resource),
      ...PROJECTION_TABLES.map(resource),
      resource({ name: 'roads-main-nodes', path: ROAD_FILES.nodes, title: { nl: 'Hoofdwegen, knopen', en: 'Main roads, nodes' }, reader: 'csv' }),
      resource({ name: 'roads-main-edges', path: ROAD_FILES.edges, title: { nl: 'Hoofdwegen, verbindingen', en: 'Main roads, links' }, reader: 'csv' }),
    ],
  }
}
