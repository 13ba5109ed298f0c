/** A document that somebody names on the command line. */
import { readFile, stat } from 'node:fs/promises'
import { CommandError } from '#cli/command.ts'

/** A document is some kilobytes. */
const LARGEST_FILE_BYTES = 1e6

/** Throws CommandError when it is not there, too large, or no JSON. */
export async function readJsonFile(path: string): Promise<unknown> {
  const file = await stat(path).catch(() => undefined)
  if (file === undefined || !file.isFile()) throw new CommandError({ nl: `${path} is er niet, of is geen bestand.`, en: `${path} is not there, or is no file.` })
  if (file.size > LARGEST_FILE_BYTES) {
    throw new CommandError({ nl: `${path} is ${file.size} bytes groot. Een document is hooguit ${LARGEST_FILE_BYTES}.`, en: `${path} has ${file.size} bytes. A document has at most ${LARGEST_FILE_BYTES}.` })
  }
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new CommandError({ nl: `${path} is geen JSON: ${error.message}`, en: `${path} is no JSON: ${error.message}` })
  }
}
