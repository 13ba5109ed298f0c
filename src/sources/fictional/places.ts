/** Villages as GeoNames lists them, the register of places with their municipality, and postcodes. */
import type { Files } from '#sources/fictional/kwb-tables.ts'
import { toLonLat } from '#sources/fictional/outline.ts'
import { POSTCODE_YEAR } from '#sources/fictional/projection-tables.ts'
import type { Count } from '#sources/fictional/quantities.ts'
import { COROPS, getMunicipality, LAST_YEAR, PROVINCE, type World } from '#sources/fictional/world.ts'

export const PLACE_FILES = {
  geonames: 'geo/geonames-terpland.txt',
  woonplaatsen: 'cbs/woonplaats-gemeente-corop.csv',
  postcodes: 'cbs/pc4-place-gemeente-2021.csv',
} as const

/** Beyond the numbers in use: woonplaatsen end below 4000, GeoNames is at 13 million. */
const FIRST_WOONPLAATS = 9001
const FIRST_GEONAME = 990000001

export function writePlaces(world: World, counts: Count, files: Files): void {
  const inhabitants = countVillages(world, counts, LAST_YEAR, 'inhabitants')
  const [atPostcodes, menAtPostcodes] = (['inhabitants', 'men'] as const).map((quantity) => countVillages(world, counts, POSTCODE_YEAR, quantity))
  const geonames: string[] = []
  const woonplaatsen = ['Woonplaatscode,Woonplaats,Gemeentecode,Gemeente,COROP-gebiedcode,COROP-gebied']
  const postcodes = ['"postcode","inwoners","inwoners_man","inwoners_vrouw","plaats","gemeente","provincie","nuts3","ggdregio"']
  world.villages.forEach((village, index) => {
    const municipality = getMunicipality(world, village.territory, LAST_YEAR)
    const corop = COROPS[municipality.corop] ?? COROPS[0]
    const point = locate(world, village.centre)
    const people = inhabitants[index] ?? 0
    geonames.push(formatGeoname(FIRST_GEONAME + index, village.name, point, 'P', village.size === 'town' ? 'PPLA2' : 'PPL', municipality.code.slice(2), people))
    woonplaatsen.push([FIRST_WOONPLAATS + index, village.name, municipality.code.slice(2), municipality.name, corop.code.slice(2), corop.name].join(','))
    const [all, male] = [5 * Math.round((atPostcodes?.[index] ?? 0) / 5), 5 * Math.round((menAtPostcodes?.[index] ?? 0) / 5)]
    const texts = [village.name, getMunicipality(world, village.territory, POSTCODE_YEAR).name, PROVINCE.name, corop.name, `GGD ${PROVINCE.name}`].map((text) => `"${text}"`)
    postcodes.push([village.pc4, all, male, all - male, ...texts].join(','))
  })
  for (const municipality of world.municipalities.filter(({ lastYear }) => lastYear >= LAST_YEAR)) {
    const seat = world.villages.find(({ territory, size }) => size === 'town' && getMunicipality(world, territory, LAST_YEAR) === municipality)
    if (!seat) continue
    geonames.push(formatGeoname(FIRST_GEONAME + 1000 + geonames.length, `Gemeente ${municipality.name}`, locate(world, seat.centre), 'A', 'ADM2', municipality.code.slice(2), 0))
  }
  writeStations(world, geonames)
  files.set(PLACE_FILES.geonames, `${geonames.join('\n')}\n`)
  files.set(PLACE_FILES.woonplaatsen, `${woonplaatsen.join('\n')}\n`)
  files.set(PLACE_FILES.postcodes, `${postcodes.join('\n')}\n`)
}

/** A railway station in every town; the largest two also have a stop that trains no longer use. */
function writeStations(world: World, geonames: string[]): void {
  const towns = world.villages.filter(({ size }) => size === 'town').toSorted((a, b) => b.startInhabitants - a.startInhabitants)
  const stations = towns.flatMap((town, rank) => [[town, `Station ${town.name}`, 'RSTN'] as const, ...(rank < 2 ? [[town, `Halte ${town.name} Haven`, 'RSTPQ'] as const] : [])])
  for (const [at, [town, name, kind]] of stations.entries()) {
    geonames.push(formatGeoname(FIRST_GEONAME + 2000 + at, name, locate(world, town.centre), 'S', kind, getMunicipality(world, town.territory, LAST_YEAR).code.slice(2), 0))
  }
}

/** WGS84 point of the middle of a cell. */
export function locate({ land: { grid } }: World, cell: number): [number, number] {
  return toLonLat(grid.x[cell] ?? 0, grid.y[cell] ?? 0)
}

function countVillages(world: World, counts: Count, ofYear: number, quantity: 'inhabitants' | 'men'): number[] {
  const sums = world.villages.map(() => 0)
  const year = counts.byYear[counts.years.indexOf(ofYear)] ?? []
  world.neighbourhoods.forEach(({ village }, index) => (sums[village] = (sums[village] ?? 0) + (year[index]?.[quantity] ?? 0)))
  return sums
}

/** The nineteen columns of the GeoNames dump; it knows the number of inhabitants of larger places only, else 0. */
function formatGeoname(id: number, name: string, [lon, lat]: [number, number], featureClass: string, feature: string, admin2: string, inhabitants: number): string {
  const population = inhabitants >= 200 ? inhabitants : 0
  return [id, name, name, '', lat.toFixed(5), lon.toFixed(5), featureClass, feature, 'NL', '', '90', admin2, '', '', population, '', 1, 'Europe/Amsterdam', '2024-01-01'].join('\t')
}
