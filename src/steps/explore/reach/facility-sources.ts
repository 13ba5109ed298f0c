/** In which tables of a package facilities stand, and under which columns. A new source is one entry. */
import type { FacilityType, Refusal } from '#domain/facility.ts'
import { judgeBuilding, nameBuilding } from '#steps/explore/reach/community-buildings.ts'
import { RAILWAY_KINDS, refuseStation } from '#steps/explore/reach/railway-stations.ts'

export interface FacilitySource {
  readonly type: FacilityType
  /** Resources with this name; the last in the order of the alphabet counts, which for names that end in a date is the newest. */
  readonly resource: RegExp
  readonly columns: { readonly name: string; readonly longitude: string; readonly latitude: string; readonly id?: string; readonly size?: string; readonly denomination?: string; readonly town?: string; /** Parts of the street address, in order. */ readonly street?: readonly string[] }
  /** Rows that are of this type. */
  readonly only: { readonly column: string; readonly matches: Pick<RegExp, 'test'> }
  /** The name without what is about the row and not about the facility. */
  readonly rename?: (name: string) => string
  /** Why such a row is none all the same, by what `only` looks at and its identifier. These are named to the reader. */
  readonly refuse?: (kind: string, id: string) => Refusal | undefined
}

const SCHOOLS = { resource: /^schools-\d{4}-\d{2}$/, columns: { name: 'naam', longitude: 'lon', latitude: 'lat', id: 'vestigingscode', size: 'leerlingen', denomination: 'denominatie', town: 'plaats', street: ['straat', 'huisnummer', 'huisletter', 'huisnummertoevoeging'] } }

export const FACILITY_SOURCES: readonly FacilitySource[] = [
  { type: 'primarySchool', ...SCHOOLS, only: { column: 'type', matches: /^basisschool$/ } },
  { type: 'secondarySchool', ...SCHOOLS, only: { column: 'type', matches: /^(VBO|MAVO|HAVO|VWO|BRUGJAAR|PRO)(\/|$)/ } },
  {
    type: 'hospital',
    resource: /^hospitals-\d{4}$/,
    columns: { name: 'naam.ziekenhuis', longitude: 'lon', latitude: 'lat', town: 'plaats', street: ['adres'] },
    only: { column: 'soort.ziekenhuis', matches: /^(Algemeen|Academisch) ziekenhuis$/ },
  },
  {
    type: 'communityBuilding',
    resource: /^polling-stations$/,
    columns: { name: 'Naam stembureau', longitude: 'Longitude', latitude: 'Latitude' },
    only: { column: 'Naam stembureau', matches: { test: (name) => judgeBuilding(name) !== 'other' } },
    rename: nameBuilding,
    refuse: (name) => (judgeBuilding(name) === 'unclear' ? 'unclearName' : undefined),
  },
  {
    type: 'railwayStation',
    resource: /^places-geonames$/,
    columns: { name: 'name', longitude: 'longitude', latitude: 'latitude', id: 'geonameid' },
    only: { column: 'feature code', matches: RAILWAY_KINDS },
    refuse: refuseStation,
  },
]
