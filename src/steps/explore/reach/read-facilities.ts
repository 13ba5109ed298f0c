/** The facilities of a type, out of the tables that were kept from the package. */
import type { Facility, FacilityType, Refusal } from '#domain/facility.ts'
import { findColumn, findNumbers } from '#domain/table.ts'
import type { Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { FACILITY_SOURCES } from '#steps/explore/reach/facility-sources.ts'
import type { FacilitySource } from '#steps/explore/reach/facility-sources.ts'

export interface FacilityList {
  readonly type: FacilityType
  readonly facilities: readonly Facility[]
  readonly source: SourceRecord
  /** Rows that are no facility of their own, by why: no place, the same place again, a further address of one that is in the list, or about something else. */
  readonly leftOut: { readonly withoutPoint: number; readonly twice: number; readonly furtherAddress: number; readonly otherKind: number }
  /** Rows that look like one of the type and are none. */
  readonly refused: readonly { readonly name: string; readonly why: Refusal }[]
}

/** Why there are no facilities of a type: no table in the package has them, or it lacks a column. */
export interface MissingFacilities {
  readonly type: FacilityType
  readonly reason: 'noTable' | 'noColumn'
  /** The column that is missing. */
  readonly column?: string
}

/** The newest table that holds facilities of a type. */
export function findFacilitySource(statistics: Statistics, type: FacilityType): SourceRecord | undefined {
  const definition = FACILITY_SOURCES.find((one) => one.type === type)
  return statistics.sources
    .filter(({ resource }) => definition?.resource.test(resource) === true)
    .sort((a, b) => (a.resource < b.resource ? -1 : 1))
    .at(-1)
}

/** All facilities of a type in the newest table that holds them. */
export async function readFacilities(statistics: Statistics, type: FacilityType): Promise<FacilityList | MissingFacilities> {
  const definition = FACILITY_SOURCES.find((one) => one.type === type)
  const source = findFacilitySource(statistics, type)
  const table = source && (await statistics.readTable(source.resource))
  if (definition === undefined || source === undefined || table === undefined) return { type, reason: 'noTable' }
  const needed = [definition.columns.name, definition.columns.longitude, definition.columns.latitude, definition.only.column]
  const absent = needed.find((name) => findColumn(table, name) === undefined)
  if (absent !== undefined) return { type, reason: 'noColumn', column: absent }
  return { type, source, ...collect(definition, source.resource, table) }
}

function collect({ type, columns, only, refuse, rename = (name) => name }: FacilitySource, resource: string, table: Table): Pick<FacilityList, 'facilities' | 'leftOut' | 'refused'> {
  const read = (name: string | undefined, row: number) => (name === undefined ? undefined : findColumn(table, name)?.values[row])
  const [longitudes, latitudes] = [findNumbers(table, columns.longitude), findNumbers(table, columns.latitude)]
  const readText = (name: string | undefined, row: number) => {
    const value = read(name, row)
    return value === undefined || value === null || Number.isNaN(value) ? '' : String(value).trim()
  }
  const readAddress = (row: number) => [(columns.street ?? []).map((name) => readText(name, row)).filter(Boolean).join(' '), readText(columns.town, row)].filter(Boolean).join(', ')
  const known = new Map<string, Facility & { furtherPoints?: Facility['point'][]; addresses: string[] }>()
  const leftOut = { withoutPoint: 0, twice: 0, furtherAddress: 0, otherKind: 0 }
  const refused: { name: string; why: Refusal }[] = []
  for (let row = 0; row < table.rowCount; row++) {
    const kind = String(read(only.column, row) ?? '')
    if (!only.matches.test(kind)) {
      leftOut.otherKind++
      continue
    }
    const [name, id, size] = [rename(String(read(columns.name, row) ?? '').trim()), read(columns.id, row), read(columns.size, row)]
    const why = refuse?.(kind, String(id))
    if (why !== undefined) {
      refused.push({ name, why })
      continue
    }
    const point = [longitudes?.[row] ?? Number.NaN, latitudes?.[row] ?? Number.NaN] as const
    if (!Number.isFinite(point[0] + point[1])) {
      leftOut.withoutPoint++
      continue
    }
    // Without an identifier two at the same place are one building, such as two rooms of it.
    const key = id ? String(id) : describePoint(point)
    const first = known.get(key)
    if (first === undefined) {
      const [denomination, town] = [readText(columns.denomination, row), readText(columns.town, row)]
      known.set(key, { id: id ? String(id) : `${resource}-${row + 1}`, name, type, point, ...(typeof size === 'number' && Number.isFinite(size) && { size }), ...(denomination && { denomination }), ...(town && { town }), addresses: [readAddress(row)] })
    }
    else if ([first.point, ...(first.furtherPoints ?? [])].some((own) => describePoint(own) === describePoint(point))) leftOut.twice++
    else {
      // A school has all its pupils at each of its addresses in the source.
      first.furtherPoints = [...(first.furtherPoints ?? []), point]
      first.addresses.push(readAddress(row))
      leftOut.furtherAddress++
    }
  }
  return { facilities: [...known.values()], leftOut, refused }
}

/** Equal for places some ten metres apart. */
const describePoint = ([longitude, latitude]: Facility['point']): string => `${longitude.toFixed(4)} ${latitude.toFixed(4)}`
