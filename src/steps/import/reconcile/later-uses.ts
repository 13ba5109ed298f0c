/** Tables from which no figure, area, shape or place comes at import, and that pages read afterwards. */
import type { ResourceUse } from '#domain/report.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { FACILITY_SOURCES } from '#steps/explore/reach/facility-sources.ts'
import { ROAD_TABLES } from '#steps/explore/reach/read-roads.ts'
import { isStreetFile } from '#steps/explore/reach/read-streets.ts'
import { POSTCODE_TABLE } from '#steps/explore/regions/region-divisions.ts'
import { SCHOOL_TABLES } from '#steps/explore/schools/read-schools.ts'
import { VALIDATION_TABLE } from '#steps/see/index/validate-index.ts'

interface KeptTable {
  readonly resource: string
  readonly locations: readonly string[]
}

/** Each reader says itself which tables it looks for. */
const READERS: readonly (readonly [ResourceUse, (table: KeptTable) => boolean])[] = [
  ['projection', ({ resource }) => (PROJECTION_TABLES as readonly string[]).includes(resource)],
  ['reach', ({ resource, locations }) => ROAD_TABLES.includes(resource) || locations.some(isStreetFile) || FACILITY_SOURCES.some((source) => source.resource.test(resource))],
  ['schools', ({ resource }) => SCHOOL_TABLES.test(resource)],
  ['regions', ({ resource }) => resource === POSTCODE_TABLE],
  ['indexCheck', ({ resource }) => resource === VALIDATION_TABLE],
]

export function listLaterUses(table: KeptTable): ResourceUse[] {
  return READERS.flatMap(([use, reads]) => (reads(table) ? [use] : []))
}
