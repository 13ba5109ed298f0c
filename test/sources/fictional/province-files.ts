/** The files of a made-up province, parsed, for the tests beside this one. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { KWB_TABLES } from '#sources/fictional/kwb-columns.ts'
import { composeFiles, FICTIONAL_SEED } from '#sources/fictional/write-fictional-province.ts'

export type Row = Readonly<Record<string, string | number | null>>
export type AreaFeature = Feature<Polygon | MultiPolygon, { code: string; name: string }>

export const files = composeFiles(FICTIONAL_SEED)
export const years = KWB_TABLES.map(({ year }) => year)

export function readJson<Shape>(path: string): Shape {
  const text = files.get(path)
  if (text === undefined) throw new Error(`no file ${path}`)
  return JSON.parse(text) as Shape
}

export function readCsv(path: string, separator = ','): string[][] {
  return (files.get(path) ?? '').trimEnd().split('\n').map((line) => line.split(separator))
}

const tableOf = (year: number): string => KWB_TABLES.find((table) => table.year === year)?.table ?? ''

export function readKwb(year: number): { rows: Row[]; nextLink: unknown; ofLevel: (prefix: string) => Row[]; byCode: Map<string, Row> } {
  const document = readJson<{ value: Row[]; 'odata.nextLink'?: string }>(`cbs/odata-v3/${tableOf(year)}/TypedDataSet-1.json`)
  return {
    rows: document.value,
    nextLink: document['odata.nextLink'],
    ofLevel: (prefix) => document.value.filter((row) => codeOf(row).startsWith(prefix)),
    byCode: new Map(document.value.map((row) => [codeOf(row), row])),
  }
}

export function readNames(year: number): Map<string, string> {
  const { value } = readJson<{ value: { Key: string; Title: string }[] }>(`cbs/odata-v3/${tableOf(year)}/WijkenEnBuurten.json`)
  return new Map(value.map(({ Key, Title }) => [Key.trim(), Title]))
}

export function codeOf(row: Row): string {
  return String(row['WijkenEnBuurten']).trim()
}

/** A number in a row by the name of its column without the number, such as `AantalInwoners`. */
export function figureOf(row: Row, base: string): number | null {
  const key = Object.keys(row).find((name) => name.replace(/_\d+$/, '') === base)
  const value = key === undefined ? undefined : row[key]
  if (value === undefined || typeof value === 'string') throw new Error(`no number in ${base}`)
  return value
}

export function sumOf(rows: readonly Row[], base: string): number {
  return rows.reduce((sum, row) => sum + (figureOf(row, base) ?? 0), 0)
}

export function readShapes(path: string): AreaFeature[] {
  return readJson<FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>>(path).features
}
