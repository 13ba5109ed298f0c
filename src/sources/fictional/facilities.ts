/** Secondary schools, hospitals and buildings where people vote, so that reach can be shown. */
import type { Files } from '#sources/fictional/kwb-tables.ts'
import { locate } from '#sources/fictional/places.ts'
import type { Random } from '#sources/fictional/random.ts'
import type { Village, World } from '#sources/fictional/world.ts'

export const FACILITY_FILES = { hospitals: 'facilities/hospitals-2024.csv', pollingStations: 'facilities/polling-stations.csv' } as const

const HOSPITALS = 3
const CLINICS = 2
/** Fewest inhabitants of a village with a building of its own. */
const FEWEST_FOR_BUILDING = 260
const BUILDINGS = ['Dorpshuis', 'Dorpshuis', 'Multifunctioneel centrum', 'Buurthuis'] as const
const OTHER_STATIONS = ['Sporthal', 'Kerk', 'Gemeentehuis'] as const

export function writeFacilities(world: World, random: Random, files: Files): void {
  const towns = world.villages.filter(({ size }) => size === 'town').toSorted((a, b) => b.startInhabitants - a.startInhabitants)
  const hospitals = towns.slice(0, HOSPITALS + CLINICS).map((town, at) => {
    const [kind, name] = at < HOSPITALS ? ['Algemeen ziekenhuis', `Ziekenhuis ${town.name}`] : ['Buitenpolikliniek', `Polikliniek ${town.name}`]
    return [990001 + at, 990101 + at, 'Ziekenhuizen Terpland', name, kind, at < HOSPITALS ? 1 : 3, 'Zorglaan 1', `${town.pc4} XX`, town.name, ...placeNear(world, town, random)]
  })
  files.set(FACILITY_FILES.hospitals, formatRows('organisatienummer,ziekenhuisnummer,naam.organisatie,naam.ziekenhuis,soort.ziekenhuis,type,adres,postcode,plaats,lon,lat', hospitals))
  const stations = world.villages.flatMap((village) => {
    if (village.startInhabitants < FEWEST_FOR_BUILDING) return []
    const names = [`${random.pick(BUILDINGS)} ${village.name}`, ...(village.size === 'town' ? OTHER_STATIONS.map((kind) => `${kind} ${village.name}`) : [])]
    return names.map((name) => [name, village.name, ...placeNear(world, village, random)])
  })
  files.set(FACILITY_FILES.pollingStations, formatRows('Naam stembureau,Plaats,Longitude,Latitude', stations))
}

function placeNear(world: World, { centre }: Village, random: Random): [string, string] {
  const [lon, lat] = locate(world, centre)
  return [(lon + random.between(-0.004, 0.004)).toFixed(6), (lat + random.between(-0.002, 0.002)).toFixed(6)]
}

const formatRows = (header: string, rows: readonly (readonly (string | number)[])[]): string => `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`
