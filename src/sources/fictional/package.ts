/** The data package of the made-up province: the same resources in the same formats as the real one. */
import type { DataPackage, Resource } from '#domain/data-package.ts'
import { KWB_TABLES } from '#sources/fictional/kwb-columns.ts'
import { PLACE_FILES } from '#sources/fictional/places.ts'
import { POPULATION_FOLDER } from '#sources/fictional/population-table.ts'
import { ROAD_FILES } from '#sources/fictional/roads.ts'
import { SCHOOLS_FILE } from '#sources/fictional/schools.ts'
import { SHAPE_FILES } from '#sources/fictional/shapes.ts'
import { LAST_YEAR, PROVINCE } from '#sources/fictional/world.ts'

const ORIGIN: Pick<Resource, 'sources' | 'licenses'> = {
  sources: [{ title: 'Topdorp, verzonnen cijfers' }],
  licenses: [{ name: 'CC0-1.0', title: 'Creative Commons Zero 1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
}
const MADE_UP = 'Verzonnen. Zegt niets over een bestaande plaats.'

export function describePackage(): DataPackage {
  const resource = (rest: Omit<Resource, 'sources' | 'licenses'>): Resource => ({ ...rest, description: rest.description ?? MADE_UP, ...ORIGIN })
  const shape = (name: string, level: keyof typeof SHAPE_FILES, title: string): Resource =>
    resource({ name, path: SHAPE_FILES[level], title: `${title} ${LAST_YEAR} (verzonnen)`, reader: 'geojson-areas', level, year: LAST_YEAR, code: 'code', label: 'name' })
  return {
    name: 'topdorp-fictional-province',
    title: `Fictieve provincie ${PROVINCE.name}`,
    description: `${PROVINCE.name} bestaat niet. De cijfers zijn verzonnen, om Topdorp te kunnen bekijken als er geen echte cijfers zijn.`,
    created: '2026-11-20',
    fictional: true,
    resources: [
      ...KWB_TABLES.map(({ year, table }) =>
        resource({
          name: `kwb-${year}`,
          path: `cbs/odata-v3/${table}/TypedDataSet-1.json`,
          title: `Kerncijfers wijken en buurten ${year} (verzonnen)`,
          description: `${MADE_UP} De kolommen zijn die van CBS-tabel ${table}; de cijfers niet.`,
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
        title: 'Bevolking op 1 januari en gemiddeld, per regio (verzonnen)',
        reader: 'cbs-odata-v4',
        table: '03759ned',
        folder: POPULATION_FOLDER,
      }),
      shape('gemeenten-2024', 'municipality', 'Gemeenten'),
      shape('wijken-2024', 'district', 'Wijken'),
      shape('buurten-2024', 'neighbourhood', 'Buurten'),
      shape('provincies-2024', 'province', 'Provincies'),
      shape('corop', 'corop', 'COROP-gebieden'),
      resource({ name: 'woonplaats-gemeente-corop', path: PLACE_FILES.woonplaatsen, title: 'Woonplaatsen met gemeente en COROP-gebied (verzonnen)', reader: 'csv' }),
      resource({ name: 'pc4-gemeente', path: PLACE_FILES.postcodes, title: 'Postcodes met plaats, gemeente en provincie (verzonnen)', reader: 'csv' }),
      resource({ name: 'places-geonames', path: PLACE_FILES.geonames, title: 'Dorpen (verzonnen)', reader: 'geonames' }),
      resource({ name: 'schools-2024-11', path: SCHOOLS_FILE, title: 'Basisscholen, november 2024 (verzonnen)', reader: 'geojson-points' }),
      resource({ name: 'roads-main-nodes', path: ROAD_FILES.nodes, title: 'Hoofdwegen, knopen (verzonnen)', reader: 'csv' }),
      resource({ name: 'roads-main-edges', path: ROAD_FILES.edges, title: 'Hoofdwegen, verbindingen (verzonnen)', reader: 'csv' }),
    ],
  }
}
