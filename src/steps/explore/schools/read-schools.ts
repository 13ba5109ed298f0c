/** The primary schools of every moment that the package has a table of. */
import { findNumbers, findTexts, type Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'

export interface School {
  /** BRIN number and number of the location: 00AB01. */
  readonly code: string
  readonly name: string
  readonly denomination?: string
  readonly town?: string
  /** WGS84 degrees. */
  readonly point: readonly [longitude: number, latitude: number]
  /** Absent where they are not known. */
  readonly pupils?: number
}

export interface SchoolTable {
  /** Year and month: 2024-11. */
  readonly moment: string
  readonly source: SourceRecord
  readonly schools: readonly School[]
  /** Rows that are not in the list: without a code, without a point, and further addresses of a school. */
  readonly leftOut: { readonly withoutCode: number; readonly withoutPoint: number; readonly furtherAddress: number }
}

export const SCHOOL_TABLES = /^schools-(\d{4}-\d{2})$/
const CODE_COLUMNS = ['vestigingscode', 'vestigingsnummer']
const PRIMARY = 'basisschool'

/** From the oldest to the newest; tables without a code of the location are left out. */
export const listSchoolTables = memoize(async (statistics: Statistics): Promise<readonly SchoolTable[]> => {
  const sources = statistics.sources.filter(({ resource }) => SCHOOL_TABLES.test(resource)).sort((a, b) => (a.resource < b.resource ? -1 : 1))
  const tables = await Promise.all(sources.map(async (source) => ({ source, table: await statistics.readTable(source.resource) })))
  return tables.flatMap(({ source, table }) => {
    const read = table && readSchools(table)
    return read ? [{ moment: SCHOOL_TABLES.exec(source.resource)![1]!, source, ...read }] : []
  })
})

/** Several addresses of a school have its pupils each time: they count once, at the first address. */
function readSchools(table: Table): Pick<SchoolTable, 'schools' | 'leftOut'> | undefined {
  const codes = CODE_COLUMNS.map((name) => findTexts(table, name)).find((column) => column !== undefined)
  const [types, names] = [findTexts(table, 'type'), findTexts(table, 'naam')]
  const [longitudes, latitudes] = [findNumbers(table, 'lon'), findNumbers(table, 'lat')]
  if (!codes || !types || !names || !longitudes || !latitudes) return undefined
  const [denominations, towns, pupils] = [findTexts(table, 'denominatie'), findTexts(table, 'plaats'), findNumbers(table, 'leerlingen')]
  const schools = new Map<string, School>()
  const leftOut = { withoutCode: 0, withoutPoint: 0, furtherAddress: 0 }
  for (let row = 0; row < table.rowCount; row++) {
    if (types[row] !== PRIMARY) continue
    const code = codes[row]?.trim() ?? ''
    const point = [longitudes[row]!, latitudes[row]!] as const
    if (code === '') leftOut.withoutCode++
    else if (!Number.isFinite(point[0] + point[1])) leftOut.withoutPoint++
    else if (schools.has(code)) leftOut.furtherAddress++
    else schools.set(code, { code, name: names[row]?.trim() || code, point, ...describe(denominations?.[row], towns?.[row], pupils?.[row]) })
  }
  return { schools: [...schools.values()], leftOut }
}

function describe(denomination: string | null | undefined, town: string | null | undefined, pupils: number | undefined): Pick<School, 'denomination' | 'town' | 'pupils'> {
  return { ...(denomination?.trim() && { denomination: denomination.trim() }), ...(town?.trim() && { town: town.trim() }), ...(pupils !== undefined && pupils >= 0 && { pupils }) }
}
