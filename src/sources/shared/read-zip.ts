/** Zip files, with a limit on what they unpack to: a small file can hold more than memory does. */
import { unzipSync, type UnzipFileInfo } from 'fflate'
import { createFailure } from '#sources/shared/source-failures.ts'

/** Unpacked bytes of all chosen files together. */
export const LARGEST_UNPACKED_BYTES = 512 * 1024 * 1024

const MOST_ENTRIES = 10_000

/** Whether bytes begin as a zip file does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Names and unpacked sizes of the files in a zip, as the zip says. Throws SourceError when it cannot be read. */
export function listZip(bytes: Uint8Array, location: string): readonly UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = []
  unpack(bytes, location, (entry) => {
    if (entries.push(entry) > MOST_ENTRIES) throw createFailure('zip-too-large', location, `> ${MOST_ENTRIES}`)
    return false
  })
  return entries
}

/** The chosen files, unpacked. Memory is set aside for the size the zip names, and not more than the limit. */
export function unpackZip(bytes: Uint8Array, location: string, choose: (name: string) => boolean): Readonly<Record<string, Uint8Array>> {
  const chosen = listZip(bytes, location).filter(({ name }) => choose(name))
  const unpackedBytes = chosen.reduce((sum, { originalSize }) => sum + originalSize, 0)
  if (unpackedBytes > LARGEST_UNPACKED_BYTES) throw createFailure('zip-too-large', location, `${unpackedBytes} bytes`)
  return unpack(bytes, location, ({ name }) => choose(name))
}

function unpack(bytes: Uint8Array, location: string, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Error && error.name === 'SourceError') throw error
    throw createFailure('zip-unreadable', location, error instanceof Error ? error.message.slice(0, 160) : '', error)
  }
}
