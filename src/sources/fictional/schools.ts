/** Primary schools where there are enough children, with as many pupils as live around them, and secondary schools in large towns. */
import { measureDistance } from '#sources/fictional/hex-grid.ts'
import type { Files } from '#sources/fictional/kwb-tables.ts'
import { locate } from '#sources/fictional/places.ts'
import type { Random } from '#sources/fictional/random.ts'
import { getMunicipality, LAST_YEAR, PROVINCE, type World } from '#sources/fictional/world.ts'

export const SCHOOLS_FILE = 'facilities/schools-2024-11.geojson'

/** Fewest children of 4 to 11 for a school, and most for one school. */
const FEWEST = 28
const MOST = 240

const KINDS = [
  ['OBS', 'Openbaar'],
  ['OBS', 'Openbaar'],
  ['CBS', 'Protestants-Christelijk'],
  ['CBS', 'Protestants-Christelijk'],
  ['KBS', 'Rooms-Katholiek'],
] as const
/** A town of so many inhabitants has a secondary school, of these kinds. */
const FEWEST_FOR_SECONDARY = 7000
const SECONDARY = ['VBO/MAVO/HAVO/VWO', 'MAVO/HAVO/VWO', 'HAVO/VWO'] as const
const NAMES = ['De Terp', 'It Kompas', 'De Wierde', 'De Klaproos', 'Het Baken', 'De Vuurtoren', 'De Opslag', 'De Zwaluw', 'De Reiger', 'Op de Wal', 'De Kwelder', 'De Ploeg']
const STREETS = ['Schoolstraat', 'Kerkpad', 'Terpweg', 'Dorpsstraat', 'Hoofdweg', 'Molenlaan']

export function writeSchools(world: World, pupils: readonly number[], random: Random, files: Files): void {
  const catchments = assignChildren(world, pupils)
  let number = 0
  const features = [...catchments].flatMap(([village, children]) => {
    const schools = Math.ceil(children / MOST)
    return Array.from({ length: schools }, (_, index) => {
      const share = Math.floor(children / schools) + (index < children % schools ? 1 : 0)
      return formatSchool(world, village, number++, share, random)
    })
  })
  const secondary = world.villages.flatMap(({ size, startInhabitants }, village) =>
    size === 'town' && startInhabitants >= FEWEST_FOR_SECONDARY ? [formatSchool(world, village, number++, Math.round(startInhabitants / 14), random, random.pick(SECONDARY))] : [],
  )
  features.push(...secondary, ...secondary.slice(0, 1).map(formatSecondAddress))
  files.set(SCHOOLS_FILE, `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`)
}

/** Children by village with a school; those of a village without one go to the nearest that has one. */
function assignChildren({ land: { grid }, villages }: World, pupils: readonly number[]): Map<number, number> {
  const withSchool = villages.flatMap((_, village) => ((pupils[village] ?? 0) >= FEWEST ? [village] : []))
  const children = new Map(withSchool.map((village) => [village, pupils[village] ?? 0]))
  villages.forEach(({ centre }, village) => {
    if (children.has(village)) return
    const distanceTo = (other: number): number => measureDistance(grid, centre, villages[other]?.centre ?? 0)
    const nearest = withSchool.reduce((best, other) => (distanceTo(other) < distanceTo(best) ? other : best), withSchool[0] ?? -1)
    children.set(nearest, (children.get(nearest) ?? 0) + (pupils[village] ?? 0))
  })
  return children
}

function formatSchool(world: World, village: number, number: number, leerlingen: number, random: Random, type = 'basisschool') {
  const { name, territory, centre, pc4 } = world.villages[village] ?? { name: '', territory: 0, centre: 0, pc4: '' }
  const [abbreviation, denominatie] = random.pick(KINDS)
  const [lon, lat] = locate(world, centre)
  const brin = `99${String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26))}`
  return {
    type: 'Feature',
    properties: {
      naam: type === 'basisschool' ? `${abbreviation} ${random.pick(NAMES)}` : `Scholengemeenschap ${name}`,
      type,
      denominatie,
      internetadres: ' ',
      straat: random.pick(STREETS),
      huisnummer: random.whole(1, 90),
      huisletter: null,
      huisnummertoevoeging: null,
      postcode: `${pc4}XX`,
      plaats: name,
      gemeente: getMunicipality(world, territory, LAST_YEAR).name.toUpperCase(),
      provincie: PROVINCE.name,
      brin_nummer: brin,
      vestigingscode: `${brin}00`,
      onderwijsgebied: PROVINCE.name,
      leerlingen,
    },
    geometry: { type: 'Point', coordinates: [round6(lon + random.between(-0.002, 0.002)), round6(lat + random.between(-0.001, 0.001))] as const },
  }
}

/** The same school with all its pupils, a kilometre to the north: real lists have such rows too. */
function formatSecondAddress({ properties, geometry: { type, coordinates: [longitude, latitude] }, ...feature }: ReturnType<typeof formatSchool>) {
  return { ...feature, properties: { ...properties, straat: 'Stationsplein', huisnummer: 1 }, geometry: { type, coordinates: [longitude, round6(latitude + 0.009)] as const } }
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
