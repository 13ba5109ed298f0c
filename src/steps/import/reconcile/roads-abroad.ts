/** Roads of OpenStreetMap of which none lies in the areas of the package: an extract of another country is read, and used for nobody. */
import type { FindingSink } from '#domain/finding.ts'
import { findNumbers } from '#domain/table.ts'
import { createPolygonLookup } from '#engines/geometry/point-in-polygon.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

/** A finding for every such extract. None where the package has no shapes of municipalities. */
export function reportRoadsAbroad(resources: readonly ReadResource[], shapes: readonly Pick<ShapeSet, 'level' | 'geometries'>[], findings: FindingSink): void {
  const municipalities = shapes.find(({ level }) => level === 'municipality')
  const extracts = resources.filter(({ resource }) => resource.reader === 'osm-pbf')
  if (municipalities === undefined || extracts.length === 0) return
  const lookUp = createPolygonLookup(municipalities.geometries)
  for (const { resource, result } of extracts) {
    const [longitudes, latitudes] = [findNumbers(result.table, 'fromLongitude'), findNumbers(result.table, 'fromLatitude')]
    if (!longitudes?.length || latitudes === undefined || longitudes.some((longitude, row) => lookUp(longitude, latitudes[row]!) !== undefined)) continue
    findings.add({
      severity: 'warning',
      code: 'roads-abroad',
      resource: resource.name,
      count: result.table.rowCount,
      message: {
        nl: 'Geen van deze wegen ligt in een gemeente. Niemand reist erover: is dit het goede deel van de kaart?',
        en: 'None of these roads lies in a municipality. Nobody travels over them: is this the right part of the map?',
      },
    })
  }
}
