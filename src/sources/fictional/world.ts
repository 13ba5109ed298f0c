/** What the made-up province consists of. Areas refer to each other by position in these lists. */
import type { Land } from '#sources/fictional/land.ts'

export interface Municipality {
  readonly name: string
  /** GM code on 1 January of the years in which it exists; one that is dissolved has a successor. */
  readonly code: string
  readonly firstYear: number
  readonly lastYear: number
  readonly corop: number
}

export type VillageSize = 'town' | 'large' | 'village' | 'hamlet'

/** A village before districts are made. */
export interface Settlement {
  readonly name: string
  /** Position among the territories that municipalities are made of; see `World.territories`. */
  readonly territory: number
  readonly size: VillageSize
  /** Cell of the church. */
  readonly centre: number
  readonly cells: readonly number[]
  readonly startInhabitants: number
  /** Change of the number of inhabitants a year, as a share. */
  readonly growth: number
}

export interface Village extends Settlement {
  /** Position of its district in `World.districts`. */
  readonly district: number
  readonly pc4: string
}

export interface District {
  readonly name: string
  readonly territory: number
  /** Number within the municipality before and after the merger. */
  readonly numberBefore: number
  readonly numberAfter: number
}

export type NeighbourhoodKind = 'core' | 'outlying' | 'business'

export interface Neighbourhood {
  readonly name: string
  readonly village: number
  readonly district: number
  readonly territory: number
  readonly kind: NeighbourhoodKind
  /** Number within the district. */
  readonly number: number
  readonly cells: readonly number[]
  readonly startInhabitants: number
  readonly growth: number
  /** Tilt of the age structure at the start: above 0 more old people than usual, below 0 more young ones. */
  readonly greying: number
}

export interface World {
  readonly land: Land
  /** One for each municipality of the first year; each names the municipality it belongs to before and after the merger. */
  readonly territories: readonly { readonly before: number; readonly after: number }[]
  readonly municipalities: readonly Municipality[]
  readonly districts: readonly District[]
  readonly villages: readonly Village[]
  readonly neighbourhoods: readonly Neighbourhood[]
}

export const YEARS = [2020, 2021, 2022, 2023, 2024] as const
/** Year of the shapes, places and schools. */
export const LAST_YEAR = 2024
/** First year in which two of the municipalities are one. */
export const MERGER_YEAR = 2022
export const COUNTRY_NAME = 'Verzonnen land'
export const PROVINCE = { code: 'PV90', name: 'Terpland' } as const
export const COROPS = [
  { code: 'CR91', name: 'Noord-Terpland' },
  { code: 'CR92', name: 'Zuidwest-Terpland' },
  { code: 'CR93', name: 'Zuidoost-Terpland' },
] as const
export const SHRINKING_VILLAGE = 'Krimpsterterp'
export const GROWING_VILLAGE = 'Groeisterwoude'

export function getMunicipality(world: World, territory: number, year: number): Municipality {
  const position = world.territories[territory]?.[year < MERGER_YEAR ? 'before' : 'after'] ?? -1
  const municipality = world.municipalities[position]
  if (!municipality) throw new RangeError(`territory ${territory} has no municipality in ${year}`)
  return municipality
}

/** WK code of a district in a year: that of its municipality with two more digits. */
export function getDistrictCodeIn(world: World, district: number, year: number): string {
  const found = world.districts[district]
  if (!found) throw new RangeError(`no district ${district}`)
  const number = year < MERGER_YEAR ? found.numberBefore : found.numberAfter
  return `WK${getMunicipality(world, found.territory, year).code.slice(2)}${String(number).padStart(2, '0')}`
}

/** BU code of a neighbourhood in a year: that of its district with two more digits. */
export function getNeighbourhoodCodeIn(world: World, neighbourhood: Neighbourhood, year: number): string {
  return `BU${getDistrictCodeIn(world, neighbourhood.district, year).slice(2)}${String(neighbourhood.number).padStart(2, '0')}`
}

/** Municipalities of a year in the order of CBS tables: by name. */
export function listMunicipalities(world: World, year: number): readonly Municipality[] {
  return world.municipalities.filter(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear).sort((a, b) => (a.name < b.name ? -1 : 1))
}
