/** Text of a file, whatever its encoding. */
import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import type { ObtainedFile } from '#domain/reader.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** Half of the longest string there can be: room for characters that take two bytes in memory. */
const LARGEST_BYTES = 256 * 1024 * 1024

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

/** The bytes of a file. Throws SourceError when it is empty, too large or unreadable. */
export async function readBytes(file: ObtainedFile, largestBytes = LARGEST_BYTES): Promise<Buffer> {
  try {
    const { size } = await stat(file.path)
    if (size > largestBytes) throw createFailure('file-too-large', file.location, `${size} > ${largestBytes} bytes`)
    const bytes = await readFile(file.path)
    if (bytes.length === 0) throw createFailure('file-empty', file.location)
    return bytes
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error)) throw error
    throw createFailure('file-unreadable', file.location, String((error as NodeJS.ErrnoException).code), error)
  }
}

/** UTF-8 unless the bytes say otherwise: a UTF-16 mark, or bytes that UTF-8 cannot hold. The mark itself is left out. */
export function decodeText(bytes: Buffer): { readonly text: string; readonly encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le' }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (isUtf8(bytes)) return { text: bytes.toString('utf8', start), encoding: 'utf-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

/** The text of a file; another encoding than UTF-8 becomes a finding. Throws SourceError when there is no text in it. */
export async function readText(file: ObtainedFile, problems: Problems): Promise<string> {
  return textOf(await readBytes(file), file.location, problems)
}

/** As readText, for bytes that are in memory already. */
export function textOf(bytes: Buffer, location: string, problems: Problems): string {
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\0')) throw createFailure('binary-instead-of-text', location)
  if (text.trim() === '') throw createFailure('file-empty', location)
  if (looksLikeMarkup(text)) throw createFailure('page-instead-of-data', location)
  if (encoding !== 'utf-8') {
    problems.note({
      severity: 'info',
      code: `encoding-${encoding}`,
      file: location,
      message: {
        nl: `Het bestand is geen UTF-8 en is gelezen als ${encoding}. Controleer letters met accenten.`,
        en: `The file is not UTF-8 and was read as ${encoding}. Check letters with accents.`,
      },
    })
  }
  return text
}

function looksLikeMarkup(text: string): boolean {
  return /^\s*<(?:(?:!doctype|html|head|body|feed|error)\b|\?xml|!--)/i.test(text.slice(0, 500))
}
