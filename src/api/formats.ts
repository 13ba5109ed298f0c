/** The forms in which figures can be had beside JSON. */
import { DUTCH_EXCEL, RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { writeParquet } from '#steps/see/export-parquet.ts'
import type { ExportTable } from '#steps/see/export-table.ts'
import { writeXlsx } from '#steps/see/export-xlsx.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer } from '#api/endpoint.ts'

const CSV_TYPE = 'text/csv'
const RFC_4180_TYPE = 'text/csv; charset=utf-8; header=present'
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PARQUET_TYPE = 'application/vnd.apache.parquet'

const COLUMN_FORMATS = ['json', 'json-stat', 'csv', 'csv-rfc4180', 'xlsx', 'parquet'] as const
const PLACE_FORMATS = ['json', 'csv', 'csv-rfc4180', 'xlsx', 'parquet'] as const

const FORMAT_ADVICE = 'Goes before the Accept header'
export const columnFormatSchema = z.enum(COLUMN_FORMATS).optional().describe(FORMAT_ADVICE)
export const placeFormatSchema = z.enum(PLACE_FORMATS).optional().describe(FORMAT_ADVICE)
/** The answers of an endpoint that also gives tables. */
export const TABLE_ANSWERS = { [CSV_TYPE]: undefined, [XLSX_TYPE]: undefined, [PARQUET_TYPE]: undefined }

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

/** The table as a file to save. */
export async function writeTable(table: ExportTable, format: TableFormat): Promise<Answer> {
  switch (format) {
    case 'csv':
      return { body: writeCsv(table, DUTCH_EXCEL), mediaType: CSV_TYPE, fileName: `${table.fileName}.csv` }
    case 'csv-rfc4180':
      return { body: writeCsv(table, RFC_4180), mediaType: RFC_4180_TYPE, fileName: `${table.fileName}.csv` }
    case 'xlsx':
      return { body: await writeXlsx(table), mediaType: XLSX_TYPE, fileName: `${table.fileName}.xlsx` }
    case 'parquet':
      return { body: writeParquet(table), mediaType: PARQUET_TYPE, fileName: `${table.fileName}.parquet` }
  }
}
