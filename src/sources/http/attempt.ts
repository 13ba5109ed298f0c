/** One attempt at a file: ask, take in, check, put in place. */
import { stat } from 'node:fs/promises'
import type { Dispatcher } from 'undici'
import { asksForJson, checkContent } from '#sources/http/check-content.ts'
import * as folder from '#sources/http/downloads-folder.ts'
import { AttemptError } from '#sources/http/failures.ts'
import type { FetchOptions } from '#sources/http/fetch-options.ts'
import { receive, unpack, type Part } from '#sources/http/receive.ts'
import { readHeader, request, type Answer } from '#sources/http/request.ts'

export interface AttemptTools {
  readonly options: FetchOptions
  readonly dispatcher: Dispatcher
  /** Ends the attempt when no more files are needed. */
  readonly closing: AbortSignal
  /** Bytes that are in, and bytes it will be where that is known. */
  onBytes(received: number, total?: number): void
}

/**
 * From request to kept file; `kept` itself where the service says that it did not change.
 * Throws AttemptError, or an error of the network or the disk.
 */
export async function attempt(
  url: string,
  paths: folder.DownloadPaths,
  kept: folder.KeptFacts | undefined,
  tools: AttemptTools,
): Promise<folder.KeptFacts> {
  const { options } = tools
  const part = await findUsablePart(paths, url)
  const signal = AbortSignal.any([AbortSignal.timeout(options.attemptTimeoutMs), tools.closing])
  const accept = asksForJson(url) ? 'application/json, application/geo+json;q=0.9, */*;q=0.5' : '*/*'
  tools.onBytes(part?.bytes ?? 0, part?.facts.totalBytes)
  const headers = { Accept: accept, 'Accept-Encoding': 'gzip', ...listConditions(part, kept) }
  const answer = await request(url, headers, tools.dispatcher, signal, options)
  if (answer.statusCode !== 200 && (answer.statusCode !== 206 || part === undefined)) {
    await answer.body.dump()
    if (answer.statusCode === 304 && part === undefined && kept !== undefined) return kept
    if (answer.statusCode !== 416 || part === undefined || !isWhole(part, answer)) throw unexpected(answer.statusCode)
    return keep(url, paths, part.facts, options)
  }
  const facts = await receive(answer, url, paths, part, options, tools.onBytes)
  return keep(url, paths, facts, options)
}

/** A part can turn out to have been whole when the program was killed just before it was put in place. */
function isWhole({ facts, bytes }: Part, answer: Answer): boolean {
  return readHeader(answer, 'content-range') === `bytes */${bytes}` && (facts.totalBytes ?? bytes) === bytes
}

function unexpected(status: number): AttemptError {
  const happened = { nl: `gaf antwoord ${status} op een vraag waar dat niet bij past`, en: `answered ${status} to a request that does not fit it` }
  return new AttemptError({ kind: 'brokenOff', happened, retry: true, discard: true })
}

/** A part can be gone on with only where the service named its version in a way that can be asked for. */
async function findUsablePart(paths: folder.DownloadPaths, url: string): Promise<Part | undefined> {
  const part = await folder.findPart(paths, url)
  return part !== undefined && findRangeValidator(part.facts) !== undefined ? part : undefined
}

/** A weak ETag promises the same meaning, not the same bytes (RFC 9110, 13.1.5). */
function findRangeValidator(facts: folder.PartFacts): string | undefined {
  return facts.etag !== undefined && !facts.etag.startsWith('W/') ? facts.etag : facts.lastModified
}

function listConditions(part: Part | undefined, kept: folder.KeptFacts | undefined): Record<string, string> {
  if (part !== undefined) return { Range: `bytes=${part.bytes}-`, 'If-Range': findRangeValidator(part.facts) ?? '' }
  if (kept?.etag !== undefined) return { 'If-None-Match': kept.etag }
  if (kept?.lastModified !== undefined) return { 'If-Modified-Since': kept.lastModified }
  return {}
}

/** Unpacks, checks and puts in place. */
async function keep(url: string, paths: folder.DownloadPaths, part: folder.PartFacts, options: FetchOptions): Promise<folder.KeptFacts> {
  const complete = await unpack(paths, part, options)
  await checkContent(complete, url, part.contentType)
  const { etag, lastModified, contentType } = part
  const facts: folder.KeptFacts = {
    url,
    contentType,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    bytes: (await stat(complete)).size,
    sha256: await folder.computeSha256(complete),
    retrievedAt: new Date(options.clock.now()).toISOString(),
  }
  await folder.keepFile(paths, complete, facts)
  return facts
}
