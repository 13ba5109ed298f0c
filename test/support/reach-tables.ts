/**
 * Schools and main roads of the hand-made statistics. Their buurten lie in a row, a fiftieth of a degree apart: 1,338.6 m at 53.01° north.
 * One school stands at the point of the first buurt; the main road runs 1,112 m north of the row, from above the first to above the last.
 */
import type { Column, Table } from '#domain/table.ts'
import type { SourceRecord } from '#statistics/statistics.ts'

const numbers = (name: string, ...values: number[]): Column => ({ name, kind: 'number', values: Float64Array.from(values) })
const texts = (name: string, ...values: (string | null)[]): Column => ({ name, kind: 'text', values })
const makeTable = (rowCount: number, ...columns: Column[]): Table => ({ rowCount, columns })

export const REACH_TABLES: ReadonlyMap<string, Table> = new Map([
  ['schools-2022-05', makeTable(2, texts('naam', 'Oude school', 'De Terp'), texts('type', 'basisschool', 'basisschool'), texts('vestigingsnummer', '01ZZ00', '01AA00'), numbers('lon', 6.77, 6.7), numbers('lat', 53.01, 53.01))],
  [
    'schools-2024-11',
    makeTable(
      4,
      texts('naam', 'De Terp', 'De Terp', 'Zonder adres', 'SBO De Wal'),
      texts('type', 'basisschool', 'basisschool', 'basisschool', 'SBAO'),
      texts('vestigingscode', '01AA00', '01AA00', '01AB00', '01AC00'),
      numbers('leerlingen', 42, 42, 80, 60),
      numbers('lon', 6.61, 6.61, Number.NaN, 6.7),
      numbers('lat', 53.01, 53.01, 53.01, 53.01),
    ),
  ],
  ['roads-main-nodes', makeTable(2, numbers('id', 10, 20), numbers('lon', 6.61, 6.77), numbers('lat', 53.02, 53.02))],
  ['roads-main-edges', makeTable(2, numbers('from', 10, 10), numbers('to', 20, 99), numbers('minutes', 5, 1))],
])

export const REACH_SOURCES: readonly SourceRecord[] = [...REACH_TABLES.keys()].map((resource) => ({
  resource,
  title: { nl: `Tabel ${resource}`, en: `Table ${resource}` },
  description: { nl: 'Handgemaakt.', en: 'Hand-made.' },
  publisher: 'Topdorp',
  licence: 'CC0-1.0',
  retrievedAt: '2026-11-20T10:00:00Z',
  files: [],
}))
