/** Villages and towns from GeoNames and the list of woonplaatsen, each with the smallest CBS area that holds it. */
import type { Area, AreaLevel } from '#domain/area.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { Place } from '#domain/place.ts'
import { findColumn, findNumbers, findTexts } from '#domain/table.ts'
import { createPlaceLocator, type PlaceLocator } from '#steps/import/locate-places.ts'
import { findMunicipalityCode, normaliseName } from '#domain/names.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

interface PlaceInputs {
  readonly resources: readonly ReadResource[]
  readonly areas: ReadonlyMap<AreaLevel, readonly Area[]>
  readonly shapes: readonly ShapeSet[]
  readonly referenceYear: number
}

/** GeoNames kinds of populated place that are not a village or town of today: section, historical, abandoned, destroyed. */
const NOT_A_PLACE = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH'])

interface Candidate {
  /** Row in the file, from 1. */
  readonly row: number
  readonly id: string
  readonly name: string
  readonly point: readonly [number, number]
  readonly population: number
}

/** Places of the reference year. Places outside every known area, and woonplaatsen without a point, are counted in findings. */
export function buildPlaces(inputs: PlaceInputs, findings: FindingSink): { places: Place[]; used: Set<string> } {
  const locator = createPlaceLocator(inputs.areas, inputs.shapes, inputs.referenceYear)
  const used = new Set<string>()
  const places = new Map<string, Place>()
  for (const read of inputs.resources) {
    const outside: Candidate[] = []
    for (const candidate of listCandidates(read)) {
      const located = locator.locate(candidate.name, candidate.point)
      if (!located) {
        outside.push(candidate)
        continue
      }
      used.add(read.resource.name)
      const key = `${located.municipality} ${normaliseName(candidate.name)}`
      const known = places.get(key)
      if (known && (known.population ?? 0) >= candidate.population) continue
      const { id, name, point, population } = candidate
      places.set(key, { id, name, point, ...located, ...(population > 0 ? { population } : {}) })
    }
    if (outside.length > 0) findings.add(describeOutside(read.resource, outside))
  }
  for (const read of inputs.resources) if (addWoonplaatsen(read, places, locator, findings)) used.add(read.resource.name)
  const sorted = [...places.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl') || (a.id < b.id ? -1 : 1))
  return { places: sorted, used }
}

/** Where the first of these places is and how many there are, and the names of the first ten. */
function locatePlaces(resource: ReadResource['resource'], places: readonly { readonly name: string; readonly row: number }[]) {
  const where = { resource: resource.name, file: [resource.path].flat()[0] ?? resource.name, row: places[0]?.row ?? 1, count: places.length }
  return { where, names: places.slice(0, 10).map(({ name }) => name).join(', ') }
}

function describeOutside(resource: ReadResource['resource'], outside: readonly Candidate[]): Parameters<FindingSink['add']>[0] {
  const { where, names } = locatePlaces(resource, outside)
  return {
    severity: 'warning',
    code: 'place-outside-areas',
    ...where,
    message: {
      nl: `Deze plaatsen liggen in geen bekende gemeente en zijn weggelaten: ${names}.`,
      en: `These places lie in no known municipality and were left out: ${names}.`,
    },
  }
}

/** Populated places of a GeoNames table; nothing for any other table. */
function listCandidates({ resource, result }: ReadResource): Candidate[] {
  if (resource.reader !== 'geonames') return []
  const { table } = result
  const [names, classes, kinds] = ['name', 'feature class', 'feature code'].map((column) => findTexts(table, column))
  const [ids, latitudes, longitudes, populations] = ['geonameid', 'latitude', 'longitude', 'population'].map((column) => findNumbers(table, column))
  if (!names || !classes || !ids || !latitudes || !longitudes) return []
  return names.flatMap((name, row) => {
    if (name === null || classes[row] !== 'P' || NOT_A_PLACE.has(kinds?.[row] ?? '')) return []
    return [{ row: row + 1, id: `GN${ids[row]}`, name, point: [longitudes[row] ?? NaN, latitudes[row] ?? NaN] as const, population: populations?.[row] || 0 }]
  })
}

/** Gives places that are a woonplaats their official number, and adds the ones that are only in that list. Says whether it gave any. */
function addWoonplaatsen({ resource, result }: ReadResource, places: Map<string, Place>, locator: PlaceLocator, findings: FindingSink): boolean {
  const codes = findColumn(result.table, 'Woonplaatscode')
  const names = findTexts(result.table, 'Woonplaats')
  const municipalities = findColumn(result.table, 'Gemeentecode')
  if (!codes || !names || !municipalities) return false
  const unknown: { name: string; row: number }[] = []
  let gaveAny = false
  names.forEach((name, row) => {
    if (name === null) return
    const municipality = findMunicipalityCode(municipalities.values[row])
    const id = `WP${codes.values[row]}`
    const key = `${municipality} ${normaliseName(name)}`
    const known = places.get(key)
    const located = known ?? (municipality === undefined ? undefined : locator.locateByName(name, municipality))
    if (!located?.point || municipality === undefined) unknown.push({ name, row: row + 1 })
    else {
      places.set(key, { ...located, id, name, municipality, point: located.point })
      gaveAny = true
    }
  })
  if (unknown.length > 0) {
    const { where, names: listed } = locatePlaces(resource, unknown)
    findings.add({
      severity: 'info',
      code: 'place-without-point',
      ...where,
      message: {
        nl: `Van deze woonplaatsen is niet bekend waar ze liggen; ze zijn niet vindbaar: ${listed}.`,
        en: `It is not known where these places lie; they cannot be found: ${listed}.`,
      },
    })
  }
  return gaveAny
}
