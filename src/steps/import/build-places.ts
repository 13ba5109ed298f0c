/** Villages and towns from GeoNames and the list of woonplaatsen, each with the smallest CBS area that holds it. */
import { getMunicipalityCode, type Area, type AreaLevel } from '#domain/area.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { Place } from '#domain/place.ts'
import { findNumbers, findTexts } from '#domain/table.ts'
import { createPlaceLocator, type PlaceLocator } from '#steps/import/locate-places.ts'
import { normaliseName } from '#steps/import/names.ts'
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
  const outside: string[] = []
  for (const read of inputs.resources) {
    for (const candidate of listCandidates(read)) {
      used.add(read.resource.name)
      const located = locator.locate(candidate.name, candidate.point)
      if (!located) {
        outside.push(candidate.name)
        continue
      }
      const key = `${located.municipality} ${normaliseName(candidate.name)}`
      const known = places.get(key)
      if (known && (known.population ?? 0) >= candidate.population) continue
      places.set(key, { ...candidate, ...located, ...(candidate.population > 0 ? {} : { population: undefined }) } as Place)
    }
  }
  for (const read of inputs.resources) if (addWoonplaatsen(read, places, locator, findings)) used.add(read.resource.name)
  if (outside.length > 0) {
    findings.add({
      severity: 'warning',
      code: 'place-outside-areas',
      resource: [...used].join(', '),
      count: outside.length,
      message: {
        nl: `Deze plaatsen liggen in geen bekende gemeente en zijn weggelaten: ${outside.slice(0, 10).join(', ')}.`,
        en: `These places lie in no known municipality and were left out: ${outside.slice(0, 10).join(', ')}.`,
      },
    })
  }
  const sorted = [...places.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl') || (a.id < b.id ? -1 : 1))
  return { places: sorted, used }
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
    return [{ id: `GN${ids[row]}`, name, point: [longitudes[row] ?? NaN, latitudes[row] ?? NaN] as const, population: populations?.[row] || 0 }]
  })
}

/** Gives places that are a woonplaats their official number, and adds the ones that are only in that list. */
function addWoonplaatsen({ resource, result }: ReadResource, places: Map<string, Place>, locator: PlaceLocator, findings: FindingSink): boolean {
  const codes = result.table.columns.find(({ name }) => name === 'Woonplaatscode')
  const names = findTexts(result.table, 'Woonplaats')
  const municipalities = findTexts(result.table, 'Gemeentecode')
  if (!codes || !names || !municipalities) return false
  const unknown: string[] = []
  names.forEach((name, row) => {
    if (name === null) return
    const municipality = getMunicipalityCode(`WK${(municipalities[row] ?? '').replace(/^GM/, '').padStart(4, '0')}`)
    const id = `WP${codes.values[row]}`
    const key = `${municipality} ${normaliseName(name)}`
    const known = places.get(key)
    const located = known ?? locator.locateByName(name, municipality)
    if (!located?.point) unknown.push(name)
    else places.set(key, { ...located, id, name, municipality, point: located.point })
  })
  if (unknown.length > 0) {
    findings.add({
      severity: 'info',
      code: 'place-without-point',
      resource: resource.name,
      count: unknown.length,
      message: {
        nl: `Van deze woonplaatsen is niet bekend waar ze liggen; ze zijn niet vindbaar: ${unknown.slice(0, 10).join(', ')}.`,
        en: `It is not known where these places lie; they cannot be found: ${unknown.slice(0, 10).join(', ')}.`,
      },
    })
  }
  return true
}
