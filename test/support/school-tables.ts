/** Schools of the hand-made country at two moments: lists as the package has them. Buurten lie in a row, a fiftieth of a degree apart. */
import type { Column, Table } from '#domain/table.ts'
import { REACH_SOURCES, REACH_TABLES } from './reach-tables.ts'
import { makeTestStatistics } from './test-statistics.ts'

export interface SchoolRow {
  readonly code: string | null
  readonly name?: string
  readonly town?: string
  readonly longitude?: number
  readonly latitude?: number
  /** NaN: not known; absent in all rows: no such column. */
  readonly pupils?: number
  readonly type?: string
  readonly street?: string
  /** NaN: none. */
  readonly houseNumber?: number
}

export function makeSchoolTable(rows: readonly SchoolRow[]): Table {
  const texts = (name: string, take: (row: SchoolRow) => string | null): Column => ({ name, kind: 'text', values: rows.map(take) })
  const numbers = (name: string, take: (row: SchoolRow) => number): Column => ({ name, kind: 'number', values: Float64Array.from(rows, take) })
  return {
    rowCount: rows.length,
    columns: [
      texts('vestigingscode', ({ code }) => code),
      texts('naam', ({ name, code }) => name ?? `School ${code}`),
      texts('type', ({ type }) => type ?? 'basisschool'),
      texts('plaats', ({ town }) => town ?? null),
      ...(rows.some(({ street }) => street !== undefined) ? [texts('straat', ({ street }) => street ?? null), numbers('huisnummer', ({ houseNumber }) => houseNumber ?? NaN)] : []),
      numbers('lon', ({ longitude }) => longitude ?? 6.61),
      numbers('lat', ({ latitude }) => latitude ?? 53.01),
      ...(rows.some(({ pupils }) => pupils !== undefined) ? [numbers('leerlingen', ({ pupils }) => pupils ?? NaN)] : []),
    ],
  }
}

/** The hand-made statistics with these lists of schools, by moment (2024-11). */
export function makeSchoolStatistics(lists: Readonly<Record<string, readonly SchoolRow[]>>) {
  const base = makeTestStatistics()
  const tables = new Map(Object.entries(lists).map(([moment, rows]) => [`schools-${moment}`, makeSchoolTable(rows)]))
  const others = base.sources.filter(({ resource }) => !resource.startsWith('schools-'))
  return makeTestStatistics({
    sources: [...others, ...[...tables.keys()].map((resource) => ({ ...REACH_SOURCES[0]!, resource }))],
    readTable: async (resource) => (resource.startsWith('schools-') ? tables.get(resource) : (REACH_TABLES.get(resource) ?? base.readTable(resource))),
  })
}
