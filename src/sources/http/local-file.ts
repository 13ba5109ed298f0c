/** A file on this machine, with the facts that a download has too. */
import { stat } from 'node:fs/promises'
import { SourceError, type ObtainedFile } from '#domain/reader.ts'
import { computeSha256 } from '#sources/http/downloads-folder.ts'

/** The facts of a local file; `location` is how the package names it. Throws SourceError where it cannot be read. */
export async function obtainLocalFile(file: string, location: string): Promise<ObtainedFile> {
  try {
    const found = await stat(file)
    if (!found.isFile())
      throw new SourceError('file-not-a-file', location, {
        nl: `${file} is een map. Noem in het datapakket het bestand zelf.`,
        en: `${file} is a folder. Name the file itself in the data package.`,
      })
    return { location, path: file, bytes: found.size, sha256: await computeSha256(file), retrievedAt: found.mtime.toISOString() }
  } catch (error) {
    throw error instanceof SourceError ? error : describe(error, file, location)
  }
}

function describe(error: unknown, file: string, location: string): SourceError {
  const { code = 'unknown' } = error as { code?: string }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new SourceError(
      'file-missing',
      location,
      {
        nl: `Het bestand ${file} bestaat niet. Zet het daar neer, of verbeter het pad in het datapakket.`,
        en: `The file ${file} does not exist. Put it there, or correct the path in the data package.`,
      },
      { cause: error },
    )
  return new SourceError(
    'file-unreadable',
    location,
    { nl: `Het bestand ${file} is niet te lezen (${code}). Controleer de rechten.`, en: `The file ${file} cannot be read (${code}). Check its permissions.` },
    { cause: error },
  )
}
