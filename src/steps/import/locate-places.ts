/** Finds the smallest CBS area of the reference year that holds a named place. */
import { getMunicipalityCode, type Area, type AreaCode, type AreaLevel } from '#domain/area.ts'
import type { Place } from '#domain/place.ts'
import { createPolygonLookup } from '#engines/geometry/point-in-polygon.ts'
import { normaliseName, stripDistrictNumber } from '#domain/names.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

type Located = Pick<Place, 'municipality' | 'area' | 'locatedBy' | 'shapeYear'>

export interface PlaceLocator {
  /** Where a point with a name lies; undefined outside every municipality. */
  locate(name: string, point: readonly [number, number]): Located | undefined
  /** A place of which only the municipality is known: the area with the same name, else the municipality itself. */
  locateByName(name: string, municipality: AreaCode): (Located & { readonly point?: readonly [number, number] }) | undefined
}

type Lookup = (point: readonly [number, number]) => { code: AreaCode; year: number } | undefined

/** Shapes of another year are trusted only where the code still exists and still has the same name. */
export function createPlaceLocator(areas: ReadonlyMap<AreaLevel, readonly Area[]>, shapes: readonly ShapeSet[], referenceYear: number): PlaceLocator {
  const existing = new Map([...areas.values()].flat().filter((area) => area.years.includes(referenceYear)).map((area) => [area.code, area]))
  const byName = indexByName(existing.values())
  const [inNeighbourhood, inDistrict, inMunicipality] = (['neighbourhood', 'district', 'municipality'] as const).map((level) =>
    createLookup(shapes.find((set) => set.level === level), existing, referenceYear),
  )

  const findByName = (level: AreaLevel, name: string, municipality: AreaCode): Area | undefined => byName.get(`${level} ${municipality} ${normaliseName(name)}`)

  const locate = (name: string, point: readonly [number, number]): Located | undefined => {
    const neighbourhood = inNeighbourhood?.(point)
    const district = inDistrict?.(point)
    const whole = inMunicipality?.(point)
    const municipality = whole?.code ?? (neighbourhood && getMunicipalityCode(neighbourhood.code)) ?? (district && getMunicipalityCode(district.code))
    if (municipality === undefined || !existing.has(municipality)) return undefined
    const agrees = (found: { code: AreaCode } | undefined): boolean => found !== undefined && getMunicipalityCode(found.code) === municipality
    if (neighbourhood && agrees(neighbourhood)) return { municipality, area: neighbourhood.code, locatedBy: 'neighbourhoodShape', shapeYear: neighbourhood.year }
    const namesake = findByName('neighbourhood', name, municipality)
    if (namesake) return { municipality, area: namesake.code, locatedBy: 'neighbourhoodName' }
    const namedDistrict = findByName('district', name, municipality)
    if (district && agrees(district)) return { municipality, area: district.code, locatedBy: 'districtShape', shapeYear: district.year }
    if (namedDistrict) return { municipality, area: namedDistrict.code, locatedBy: 'districtName' }
    return { municipality, area: municipality, locatedBy: 'municipality', ...(whole ? { shapeYear: whole.year } : {}) }
  }

  return {
    locate,
    locateByName(name, municipality) {
      const home = existing.get(municipality)
      if (!home) return undefined
      const neighbourhood = findByName('neighbourhood', name, municipality)
      if (neighbourhood) return { municipality, area: neighbourhood.code, locatedBy: 'neighbourhoodName', ...pointOf(neighbourhood, home) }
      const district = findByName('district', name, municipality)
      if (district) return { municipality, area: district.code, locatedBy: 'districtName', ...pointOf(district, home) }
      return { municipality, area: municipality, locatedBy: 'municipality', ...pointOf(home, home) }
    },
  }
}

function pointOf(area: Area, fallback: Area): { point?: readonly [number, number] } {
  const point = area.point ?? fallback.point
  return point ? { point } : {}
}

function createLookup(set: ShapeSet | undefined, existing: ReadonlyMap<AreaCode, Area>, referenceYear: number): Lookup | undefined {
  if (!set) return undefined
  const lookup = createPolygonLookup(set.geometries)
  return ([x, y]) => {
    const index = lookup(x, y)
    const code = index === undefined ? undefined : set.codes[index]
    const area = code === undefined ? undefined : existing.get(code)
    if (index === undefined || !area) return undefined
    const isSame = set.year === referenceYear || area.level === 'municipality' || haveSameName(set.names[index] ?? '', area.name)
    return isSame ? { code: area.code, year: set.year } : undefined
  }
}

function haveSameName(a: string, b: string): boolean {
  return normaliseName(stripDistrictNumber(a)) === normaliseName(stripDistrictNumber(b))
}

/** Areas by level, municipality and name; names that occur twice in a municipality are left out. */
function indexByName(areas: Iterable<Area>): Map<string, Area> {
  const index = new Map<string, Area>()
  const twice = new Set<string>()
  for (const area of areas) {
    if (area.level !== 'neighbourhood' && area.level !== 'district') continue
    const key = `${area.level} ${getMunicipalityCode(area.code)} ${normaliseName(stripDistrictNumber(area.name))}`
    if (index.has(key)) twice.add(key)
    index.set(key, area)
  }
  for (const key of twice) index.delete(key)
  return index
}
