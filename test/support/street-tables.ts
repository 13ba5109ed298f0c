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

/** A street as many pieces that follow one another, so that it has crossings enough to count as a network; its new crossings are numbered from `firstId`. */
export function cutStreet(street: Street, pieces: number, firstId: number): Street[] {
  const { from, to, seconds } = street
  const at = (piece: number): Street['from'] => (piece === 0 ? from : piece === pieces ? to : [firstId + piece, from[1] + ((to[1] - from[1]) * piece) / pieces, from[2] + ((to[2] - from[2]) * piece) / pieces])
  return Array.from({ length: pieces }, (_, piece) => ({ ...street, from: at(piece), to: at(piece + 1), seconds: seconds / pieces }))
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
