/** Reads text files with delimiters: comma, semicolon or tab, found out from the file itself. */
import type { Reader } from '#domain/reader.ts'
import { parseCsv } from '#sources/csv/parse.ts'
import { readFiles } from '#sources/shared/read-files.ts'
import { readText } from '#sources/shared/read-text.ts'

export const csv: Reader = {
  id: 'csv',
  read: (resource, provider, findings) =>
    readFiles(resource, provider, findings, async (file, problems) =>
      parseCsv(await readText(file, problems), file.location, problems, resource.missing?.split(/[\s,]+/)),
    ),
}
