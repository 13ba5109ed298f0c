/** The body of an answer to disk: behind what is there already, or from the start. */
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { AttemptError } from '#sources/http/failures.ts'
import { beginPart, type DownloadPaths, type PartFacts } from '#sources/http/downloads-folder.ts'
import type { FetchOptions } from '#sources/http/fetch-options.ts'
import { readHeader, type Answer } from '#sources/http/request.ts'

/** A part that the next request can go on with. */
export interface Part {
  readonly facts: PartFacts
  readonly bytes: number
}

/**
 * Writes the body of a 200 or 206 answer to the part file and returns its facts once all bytes are there.
 * Throws AttemptError where bytes are missing or too many; what came in stays for the next attempt.
 */
export async function receive(
  answer: Answer,
  url: string,
  paths: DownloadPaths,
  part: Part | undefined,
  options: FetchOptions,
  onBytes: (received: number, total: number | undefined) => void,
): Promise<PartFacts> {
  const goesOn = answer.statusCode === 206 && part !== undefined
  const facts = await begin(answer, url, paths, goesOn ? part : undefined, options)
  let received = goesOn ? part.bytes : 0
  const handle = await open(paths.part, 'a')
  try {
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      received += chunk.length
      guardSize(received, options)
      await handle.appendFile(chunk)
      onBytes(received, facts.totalBytes)
    }
  } finally {
    await handle.close()
  }
  const { totalBytes } = facts
  if (totalBytes !== undefined && received !== totalBytes)
    throw new AttemptError({
      kind: 'brokenOff',
      happened: { nl: `stuurde ${received} van ${totalBytes} bytes`, en: `sent ${received} of ${totalBytes} bytes` },
      retry: true,
      discard: received > totalBytes,
    })
  return facts
}

/** Makes ready for the body; where that fails, the body is let go of, so that its connection does not wait for ever. */
async function begin(answer: Answer, url: string, paths: DownloadPaths, part: Part | undefined, options: FetchOptions): Promise<PartFacts> {
  try {
    const facts = part === undefined ? describePart(answer, url) : checkContinuation(answer, part)
    guardSize(facts.totalBytes ?? 0, options)
    if (part === undefined) await beginPart(paths, facts)
    return facts
  } catch (error) {
    answer.body.on('error', () => undefined).destroy()
    throw error
  }
}

function describePart(answer: Answer, url: string): PartFacts {
  const encoding = readHeader(answer, 'content-encoding')?.toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip')
    throw new AttemptError({
      kind: 'refused',
      happened: { nl: `stuurde een onbekende verpakking (${encoding})`, en: `sent an unknown encoding (${encoding})` },
      retry: false,
    })
  const etag = readHeader(answer, 'etag')
  const lastModified = readHeader(answer, 'last-modified')
  const length = readHeader(answer, 'content-length')
  return {
    url,
    contentType: readHeader(answer, 'content-type') ?? '',
    encoding: encoding === 'identity' ? 'identity' : 'gzip',
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(length === undefined ? {} : { totalBytes: Number(length) }),
  }
}

/** The 206 must begin where the part ends and belong to the same version. */
function checkContinuation(answer: Answer, part: Part): PartFacts {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(readHeader(answer, 'content-range') ?? '')
  const total = range?.[2] === '*' ? part.facts.totalBytes : Number(range?.[2])
  const etag = readHeader(answer, 'etag')
  const encoding = /gzip/i.test(readHeader(answer, 'content-encoding') ?? '') ? 'gzip' : 'identity'
  const fits =
    range !== null &&
    Number(range[1]) === part.bytes &&
    (part.facts.totalBytes === undefined || total === part.facts.totalBytes) &&
    (etag === undefined || part.facts.etag === undefined || etag === part.facts.etag) &&
    encoding === part.facts.encoding
  if (!fits)
    throw new AttemptError({
      kind: 'brokenOff',
      happened: { nl: 'stuurde een vervolg dat niet past bij het begin', en: 'sent a continuation that does not fit the beginning' },
      retry: true,
      discard: true,
    })
  return total === undefined ? part.facts : { ...part.facts, totalBytes: total }
}

function guardSize(bytes: number, options: FetchOptions): void {
  if (bytes <= options.maxBytes) return
  const limit = options.maxBytes.toLocaleString('en')
  throw new AttemptError({
    kind: 'tooLarge',
    happened: { nl: `is groter dan de grens van ${options.maxBytes.toLocaleString('nl')} bytes`, en: `is larger than the limit of ${limit} bytes` },
    retry: false,
    discard: true,
  })
}

/** The complete file, unpacked where it came in compressed; its path. Throws AttemptError where it cannot be unpacked. */
export async function unpack(paths: DownloadPaths, facts: PartFacts, options: FetchOptions): Promise<string> {
  if (facts.encoding === 'identity') return paths.part
  let bytes = 0
  try {
    await pipeline(
      createReadStream(paths.part),
      createGunzip(),
      async function* guarded(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length
          guardSize(bytes, options)
          yield chunk
        }
      },
      createWriteStream(paths.unpacked),
    )
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('Z_')) throw error
    throw new AttemptError({
      kind: 'incomplete',
      happened: { nl: 'stuurde een verpakt bestand dat niet uit te pakken is', en: 'sent a compressed file that cannot be unpacked' },
      retry: true,
      discard: true,
    }, { cause: error })
  }
  return paths.unpacked
}
