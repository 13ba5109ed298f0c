/** The forms in which figures can be had beside JSON. */
import type { FileFormat } from '#steps/background/tasks.ts'
import { DUTCH_EXCEL, RFC_4180 } from '#steps/see/export-csv.ts'
import type { FeatureFile } from '#steps/see/export-features.ts'
import type { ExportTable } from '#steps/see/export-table.ts'
import { writeGeoJson } from '#steps/see/write-geojson.ts'
import { z } from 'zod'
import { JSON_TYPE, TableFile, type Answer } from '#api/endpoint.ts'
import { GEOJSON_TYPE } from '#api/schemas/geojson.ts'

const CSV_TYPE = 'text/csv'
const RFC_4180_TYPE = 'text/csv; charset=utf-8; header=present'
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PARQUET_TYPE = 'application/vnd.apache.parquet'

const COLUMN_FORMATS = ['json', 'json-stat', 'csv', 'csv-rfc4180', 'xlsx', 'parquet'] as const
const PLACE_FORMATS = ['json', 'csv', 'csv-rfc4180', 'xlsx', 'parquet'] as const

const FEATURE_FORMATS = [...PLACE_FORMATS, 'geojson'] as const

const FORMAT_ADVICE = 'Goes before the Accept header'
export const columnFormatSchema = z.enum(COLUMN_FORMATS).optional().describe(FORMAT_ADVICE)
export const placeFormatSchema = z.enum(PLACE_FORMATS).optional().describe(FORMAT_ADVICE)
export const featureFormatSchema = z.enum(FEATURE_FORMATS).optional().describe(FORMAT_ADVICE)
/** The answers of an endpoint that also gives tables. */
export const TABLE_ANSWERS = { [CSV_TYPE]: undefined, [XLSX_TYPE]: undefined, [PARQUET_TYPE]: undefined }
export const FEATURE_ANSWERS = { [GEOJSON_TYPE]: undefined, ...TABLE_ANSWERS }

export type TableFormat = 'csv' | 'csv-rfc4180' | 'xlsx' | 'parquet'

const FORMAT_OF_TYPE: Readonly<Record<string, TableFormat | 'json'>> = {
  [JSON_TYPE]: 'json',
  [CSV_TYPE]: 'csv',
  [XLSX_TYPE]: 'xlsx',
  [PARQUET_TYPE]: 'parquet',
}

/** The format asked for by name, or else by media type. */
export function chooseFormat<F extends string>(named: F | undefined, mediaType: string): F | TableFormat | 'json' {
  return named ?? FORMAT_OF_TYPE[mediaType] ?? 'json'
}

/** The same where there is GeoJSON too. */
export function chooseFeatureFormat(named: TableFormat | 'json' | 'geojson' | undefined, mediaType: string): TableFormat | 'json' | 'geojson' {
  return named === undefined && mediaType === GEOJSON_TYPE ? 'geojson' : chooseFormat(named, mediaType)
}

const FILES: Readonly<Record<TableFormat, { readonly format: FileFormat; readonly mediaType: string; readonly ending: string }>> = {
  csv: { format: { kind: 'csv', dialect: DUTCH_EXCEL }, mediaType: CSV_TYPE, ending: 'csv' },
  'csv-rfc4180': { format: { kind: 'csv', dialect: RFC_4180 }, mediaType: RFC_4180_TYPE, ending: 'csv' },
  xlsx: { format: { kind: 'xlsx' }, mediaType: XLSX_TYPE, ending: 'xlsx' },
  parquet: { format: { kind: 'parquet' }, mediaType: PARQUET_TYPE, ending: 'parquet' },
}

/** How a file is written, and what it is called when it is saved. */
export function describeFile(name: TableFormat): (typeof FILES)[TableFormat] {
  return FILES[name]
}

/** The table as a file to save; the router has it written where nobody waits for it. */
export function writeTable(table: ExportTable, name: TableFormat): Answer {
  const { format, mediaType, ending } = FILES[name]
  return { body: new TableFile(table, format), mediaType, fileName: `${table.fileName}.${ending}` }
}

/** Features as a file to save. */
export const writeFeatures = ({ collection, fileName }: FeatureFile): Answer => ({ body: writeGeoJson(collection), mediaType: GEOJSON_TYPE, fileName })
