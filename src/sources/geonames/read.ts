/** Reads an export of GeoNames, as text or as the zip it is published in. */
import type { ObtainedFile, Reader } from '#domain/reader.ts'
import { parseGeoNames } from '#sources/geonames/parse.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { readFiles } from '#sources/shared/read-files.ts'
import { readBytes, textOf } from '#sources/shared/read-text.ts'
import { isZip, listZip, unpackZip } from '#sources/shared/read-zip.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

export const geoNames: Reader = {
  id: 'geonames',
  read: (resource, provider, findings) =>
    readFiles(resource, provider, findings, async (file, problems) => parseGeoNames(await readExport(file, problems), file.location, problems)),
}

async function readExport(file: ObtainedFile, problems: Problems): Promise<string> {
  const bytes = await readBytes(file)
  if (!isZip(bytes)) return textOf(bytes, file.location, problems)
  const name = findExportName(listZip(bytes, file.location).map((entry) => entry.name))
  if (name === undefined) throw createFailure('zip-without-data', file.location, 'NL.txt')
  const unpacked = unpackZip(bytes, file.location, (entry) => entry === name)[name] ?? new Uint8Array()
  return textOf(Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength), `${file.location}#${name}`, problems)
}

/** The data beside `readme.txt`: the file named after a country (`NL.txt`, `NL_full.txt`), or the only other text file. */
function findExportName(names: readonly string[]): string | undefined {
  const texts = names.filter((name) => /\.txt$/i.test(name) && !/readme/i.test(name))
  return texts.find((name) => /(^|\/)[A-Z]{2}(_full)?\.txt$/.test(name)) ?? (texts.length === 1 ? texts[0] : undefined)
}
