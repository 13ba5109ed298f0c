/**
 * A hand-made country: two municipalities (and one that was dissolved in 2023), four districts, nine neighbourhoods.
 * Every neighbourhood is a square of 0.02 degrees in a row from west to east.
 */
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { Place, Postcode } from '#domain/place.ts'
import type { ShapeSet } from '#statistics/statistics.ts'
import type { Polygon } from 'geojson'

const ALL = [2022, 2023, 2024]
const COUNTRY = { country: 'NL00' }
const NORTH = { ...COUNTRY, landsdeel: 'LD01' }
const IN_PV20 = { ...NORTH, province: 'PV20', corop: 'CR01' }
const IN_PV22 = { ...NORTH, province: 'PV22', corop: 'CR07' }
const IN_GM9001 = { ...IN_PV20, municipality: 'GM9001' }
const IN_GM9002 = { ...IN_PV22, municipality: 'GM9002' }

type Row = readonly [AreaCode, AreaLevel, string, readonly number[], Area['parents']]

const ROWS: readonly Row[] = [
  ['NL00', 'country', 'Nederland', ALL, {}],
  ['LD01', 'landsdeel', 'Noord-Nederland', ALL, COUNTRY],
  ['PV20', 'province', 'Groningen', ALL, NORTH],
  ['PV22', 'province', 'Drenthe', ALL, NORTH],
  ['CR01', 'corop', 'Oost-Groningen', ALL, { ...NORTH, province: 'PV20' }],
  ['CR07', 'corop', 'Noord-Drenthe', ALL, { ...NORTH, province: 'PV22' }],
  ['GM9001', 'municipality', 'Oostermoer', ALL, IN_PV20],
  ['GM9002', 'municipality', "'s-Gravenveen", ALL, IN_PV22],
  ['GM9003', 'municipality', 'Oudwolde', [2022], IN_PV20],
  ['WK900100', 'district', 'Wijk 00 Krimpsterterp', ALL, IN_GM9001],
  ['WK900101', 'district', 'Wijk 01 Sint Annahuis', [2023, 2024], IN_GM9001],
  ['WK900200', 'district', "Wijk 00 's-Gravenveen", ALL, IN_GM9002],
  ['WK900201', 'district', 'Wijk 01 Nieuw-Veen', ALL, IN_GM9002],
  ['BU90010000', 'neighbourhood', 'Krimpsterterp', ALL, { ...IN_GM9001, district: 'WK900100' }],
  ['BU90010001', 'neighbourhood', 'Groeisterwoude', ALL, { ...IN_GM9001, district: 'WK900100' }],
  ['BU90010002', 'neighbourhood', 'Verspreide huizen Krimpsterterp', ALL, { ...IN_GM9001, district: 'WK900100' }],
  ['BU90010100', 'neighbourhood', 'Sint Annahuis', [2023, 2024], { ...IN_GM9001, district: 'WK900101' }],
  ['BU90010101', 'neighbourhood', 'Industrieterrein', [2023, 2024], { ...IN_GM9001, district: 'WK900101' }],
  ['BU90020000', 'neighbourhood', "'s-Gravenveen centrum", ALL, { ...IN_GM9002, district: 'WK900200' }],
  ['BU90020001', 'neighbourhood', 'Schoonoord', ALL, { ...IN_GM9002, district: 'WK900200' }],
  ['BU90020100', 'neighbourhood', 'Nieuw-Veen', ALL, { ...IN_GM9002, district: 'WK900201' }],
  ['BU90020101', 'neighbourhood', 'Nieuw-Veen uitbreiding', [2024], { ...IN_GM9002, district: 'WK900201' }],
]

const WEST = 6.6
const SOUTH = 53
const STEP = 0.02
const NEIGHBOURHOODS = ROWS.filter(([, level]) => level === 'neighbourhood')

/** Column of squares, from and to, that an area covers. */
function findSpan(code: AreaCode): [number, number] | undefined {
  const own = NEIGHBOURHOODS.flatMap(([buurt, , , , parents], index) =>
    buurt === code || Object.values(parents).includes(code) ? [index] : [],
  )
  const first = own[0]
  return first === undefined ? undefined : [first, own.length + first]
}

function makeBox(from: number, to: number): Polygon {
  const [west, east, south, north] = [WEST + from * STEP, WEST + to * STEP, SOUTH, SOUTH + STEP]
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
}

export const TEST_AREAS: readonly Area[] = ROWS.map(([code, level, name, years, parents]) => {
  const span = findSpan(code)
  const point = span && ([WEST + ((span[0] + span[1]) / 2) * STEP, SOUTH + STEP / 2] as const)
  return { code, level, name, years, parents, ...(point && { point }) }
})

const SHAPE_YEARS: Readonly<Partial<Record<AreaLevel, number>>> = { province: 2024, municipality: 2024, district: 2024, neighbourhood: 2023 }

/** Shapes of provinces, municipalities, districts (2024) and neighbourhoods (2023, so one is without). */
export function makeTestShapes(level: AreaLevel): ShapeSet | undefined {
  const year = SHAPE_YEARS[level]
  if (year === undefined) return undefined
  const areas = TEST_AREAS.filter((area) => area.level === level && area.years.includes(year))
  const geometries = areas.map((area) => makeBox(...(findSpan(area.code) ?? [0, 1])))
  const codes = areas.map((area) => area.code)
  const names = areas.map((area) => area.name)
  return { level, year, source: 'PDOK', licence: 'CC-BY-4.0', codes, names, geometries }
}

export const TEST_PLACES: readonly Place[] = [
  { id: 'GN101', name: 'Krimpsterterp', point: [6.61, 53.01], municipality: 'GM9001', area: 'BU90010000', locatedBy: 'neighbourhoodShape', shapeYear: 2023, population: 1100 },
  { id: 'GN102', name: 'Groeisterwoude', point: [6.63, 53.01], municipality: 'GM9001', area: 'BU90010001', locatedBy: 'neighbourhoodShape', shapeYear: 2023 },
  { id: 'GN103', name: 'Sint Annahuis', point: [6.67, 53.01], municipality: 'GM9001', area: 'WK900101', locatedBy: 'districtShape', shapeYear: 2022, population: 400 },
  { id: 'WP104', name: "'s-Gravenveen", point: [6.71, 53.01], municipality: 'GM9002', area: 'GM9002', locatedBy: 'municipality', population: 3500 },
]

export const TEST_POSTCODES: readonly Postcode[] = [
  { pc4: '9469', placeName: 'Krimpsterterp', municipality: 'GM9001' },
  { pc4: '9470', placeName: "'s-Gravenveen", municipality: 'GM9002' },
]

export const TEST_CHANGES: readonly BoundaryChange[] = [
  { date: '2023-01-01', firstYear: 2023, kind: 'dissolved', from: 'GM9003', fromName: 'Oudwolde', to: 'GM9001', toName: 'Oostermoer', hectares: 900, homes: 190, inhabitants: 410 },
]
