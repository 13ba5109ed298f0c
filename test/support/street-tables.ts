/** A table of streets as the reader of OpenStreetMap extracts makes it, for hand-made networks. */
import type { Table } from '#domain/table.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'

export interface Street {
  /** Number, longitude, latitude. */
  readonly from: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  readonly seconds: number
  readonly oneWay?: boolean
}

/** Open to cars, cyclists and walkers alike, and as fast for all. */
export function makeStreetTable(streets: readonly Street[]): Table {
  const column = (name: string, read: (street: Street) => number) => ({ name, kind: 'number' as const, values: Float64Array.from(streets, read) })
  const modes = ['car', 'bicycle', 'foot']
  return {
    rowCount: streets.length,
    columns: [
      ...(['from', 'to'] as const).flatMap((end) => [column(`${end}Node`, (street) => street[end][0]), column(`${end}Longitude`, (street) => street[end][1]), column(`${end}Latitude`, (street) => street[end][2])]),
      ...modes.map((mode) => column(`${mode}SecondsThere`, ({ seconds }) => seconds)),
      ...modes.map((mode) => column(`${mode}SecondsBack`, ({ seconds, oneWay }) => (oneWay ? Number.NaN : seconds))),
    ],
  }
}

/** The same statistics, with these extracts in the package. */
export function addStreetTables(statistics: Statistics, extracts: Readonly<Record<string, Table>>): Statistics {
  const sources = Object.keys(extracts).map((resource): SourceRecord => ({
    resource,
    title: { nl: resource, en: resource },
    description: { nl: '', en: '' },
    publisher: 'OpenStreetMap',
    licence: 'ODbL-1.0',
    retrievedAt: '2026-11-20T10:00:00Z',
    files: [{ location: `${resource}.osm.pbf`, bytes: 1, sha256: 'a'.repeat(64) }],
  }))
  return { ...statistics, sources: [...statistics.sources, ...sources], readTable: async (resource) => extracts[resource] ?? statistics.readTable(resource) }
}
