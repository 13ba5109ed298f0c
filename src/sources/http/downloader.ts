/** Fetches files from the web and keeps them: asks whether a kept file changed, goes on where it was cut off, tries again. */
import { stat } from 'node:fs/promises'
import { EnvHttpProxyAgent, type Dispatcher } from 'undici'
import { noProgress, type Progress, type ProgressStep } from '#domain/progress.ts'
import { SourceError, type ObtainedFile } from '#domain/reader.ts'
import { computeWaitMs } from '#sources/http/backoff.ts'
import { asksForJson, checkContent } from '#sources/http/check-content.ts'
import * as folder from '#sources/http/downloads-folder.ts'
import { AttemptError, createSourceError, type Failure } from '#sources/http/failures.ts'
import { defaultFetchOptions, type FetchOptions } from '#sources/http/fetch-options.ts'
import { createHostSlots, type HostSlots } from '#sources/http/host-slots.ts'
import { toAttemptError } from '#sources/http/network-failure.ts'
import { receive, unpack } from '#sources/http/receive.ts'
import { readHeader, request, type Answer } from '#sources/http/request.ts'

export interface DownloaderOptions {
  /** Folder in which downloaded files are kept from one import to the next. Used by one process at a time. */
  readonly downloadsFolder: string
  readonly progress?: Progress
  /** Use kept files only and never ask the network. */
  readonly offline?: boolean
  readonly fetchOptions?: Partial<FetchOptions>
}

export interface Downloader {
  /**
   * The file behind a URL, complete and on disk, at most once a download: a kept file is used when the service says
   * that it did not change. Throws SourceError when it cannot be had.
   */
  download(url: string): Promise<ObtainedFile>
  /** Closes the connections and ends what is under way; what has come in is kept. */
  close(): Promise<void>
}

/** What one download needs and never changes. */
interface Tools {
  readonly downloadsFolder: string
  readonly progress: Progress
  readonly offline: boolean
  readonly options: FetchOptions
  readonly dispatcher: Dispatcher
  readonly slots: HostSlots
  readonly closing: AbortSignal
  readonly unreachable: Map<string, { readonly until: number; readonly failures: readonly Failure[] }>
}

/** Bytes that an attempt must bring to count as progress and not as a failure. */
const PROGRESS_BYTES = 64 * 1024

export function createDownloader(settings: DownloaderOptions): Downloader {
  const options = { ...defaultFetchOptions, ...settings.fetchOptions }
  const dispatcher = new EnvHttpProxyAgent({
    connections: options.connectionsPerHost,
    connect: { timeout: options.connectTimeoutMs },
    noProxy: [process.env['no_proxy'] ?? process.env['NO_PROXY'] ?? '', 'localhost', '127.0.0.1', '[::1]'].join(','),
  })
  const closing = new AbortController()
  const tools: Tools = {
    closing: closing.signal,
    downloadsFolder: settings.downloadsFolder,
    progress: settings.progress ?? noProgress,
    offline: settings.offline ?? false,
    options,
    dispatcher,
    slots: createHostSlots(options.connectionsPerHost),
    unreachable: new Map(),
  }
  const underWay = new Map<string, Promise<ObtainedFile>>()
  return {
    download(url) {
      const address = withoutFragment(url)
      const running = underWay.get(address) ?? download(address, tools)
      underWay.set(address, running)
      running.catch(() => underWay.delete(address))
      return running
    },
    async close() {
      closing.abort()
      await dispatcher.destroy()
    },
  }
}

function withoutFragment(url: string): string {
  const address = new URL(url)
  address.hash = ''
  return address.href
}

/** The use case: keep, ask, fetch, try again. */
async function download(url: string, tools: Tools): Promise<ObtainedFile> {
  const paths = folder.getDownloadPaths(tools.downloadsFolder, url)
  const kept = await folder.findKept(paths, url)
  if (kept !== undefined && (tools.offline || isFresh(kept, tools.options))) return toObtained(paths, kept)
  if (tools.offline) throw notKept(url)
  refuseUnreachable(url, tools)
  const step = tools.progress.step(getShortName(url))
  try {
    const facts = await fetchWithRetries(url, paths, kept, step, tools)
    step.done(facts === kept ? { nl: 'niet veranderd', en: 'not changed' } : undefined)
    return toObtained(paths, facts)
  } catch (error) {
    step.fail(error instanceof SourceError ? error.messages : undefined)
    throw error
  }
}

/** Without an ETag or date there is nothing to ask with: a file from the last hour is then good enough. */
function isFresh(kept: folder.KeptFacts, options: FetchOptions): boolean {
  if (kept.etag !== undefined || kept.lastModified !== undefined) return false
  const age = options.clock.now() - Date.parse(kept.retrievedAt)
  return age >= 0 && age < options.freshForMs
}

function toObtained(paths: folder.DownloadPaths, { url, bytes, sha256, retrievedAt }: folder.KeptFacts): ObtainedFile {
  return { location: url, path: paths.file, bytes, sha256, retrievedAt }
}

function notKept(url: string): SourceError {
  return new SourceError('source-offline', url, {
    nl: `${url} is nog niet eerder opgehaald en Topdorp werkt nu zonder netwerk. Probeer het opnieuw met netwerk.`,
    en: `${url} was not fetched before, and Topdorp is working without a network. Try again with a network.`,
  })
}

/** A host that could not be reached a moment ago is not waited for again and again by every file that is on it. */
function refuseUnreachable(url: string, tools: Tools): void {
  const known = tools.unreachable.get(new URL(url).host)
  if (known !== undefined && tools.options.clock.now() < known.until) throw createSourceError(url, known.failures)
}

/** The last two words of the path, and where in the pages it is: "85984NED/TypedDataSet $skip=10000". */
function getShortName(url: string): string {
  const { pathname, searchParams, host } = new URL(url)
  const words = pathname.split('/').filter(Boolean).slice(-2).join('/')
  const page = ['$skip', 'offset', 'startIndex', 'page'].filter((name) => searchParams.has(name)).map((name) => ` ${name}=${searchParams.get(name)}`)
  return `${words === '' ? host : words}${page.join('')}`
}

async function fetchWithRetries(
  url: string,
  paths: folder.DownloadPaths,
  kept: folder.KeptFacts | undefined,
  step: ProgressStep,
  tools: Tools,
): Promise<folder.KeptFacts> {
  const { options } = tools
  let failures: Failure[] = []
  let furthest = 0
  for (;;) {
    try {
      return await tools.slots.run(url, () => attempt(url, paths, kept, step, tools))
    } catch (error) {
      const { failure } = tools.closing.aborted ? stopped : toAttemptError(error, options)
      if (failure.discard === true) await folder.discardPart(paths).catch(() => undefined)
      const arrived = (await folder.findPart(paths, url))?.bytes ?? 0
      if (arrived >= furthest + PROGRESS_BYTES) failures = []
      furthest = Math.max(furthest, arrived)
      failures.push(failure)
      if (!failure.retry || failures.length >= options.maxAttempts) throw giveUp(url, failures, error, tools)
      const waitMs = computeWaitMs(failures.length, failure.retryAfterMs, options)
      const seconds = Math.ceil(waitMs / 1000)
      step.note({ nl: `${failure.happened.nl}; nieuwe poging over ${seconds} s`, en: `${failure.happened.en}; trying again in ${seconds} s` })
      await options.clock.sleep(waitMs)
    }
  }
}

/** The rest of the program needs no more files. */
const stopped = new AttemptError({ kind: 'brokenOff', happened: { nl: 'werd niet afgewacht', en: 'was not waited for' }, retry: false })

function giveUp(url: string, failures: readonly Failure[], cause: unknown, tools: Tools): SourceError {
  const { options } = tools
  if (failures.at(-1)?.kind === 'unreachable')
    tools.unreachable.set(new URL(url).host, { until: options.clock.now() + options.unreachableForMs, failures })
  return createSourceError(url, failures, cause)
}

/** One attempt, from request to kept file. */
async function attempt(
  url: string,
  paths: folder.DownloadPaths,
  kept: folder.KeptFacts | undefined,
  step: ProgressStep,
  tools: Tools,
): Promise<folder.KeptFacts> {
  const { options } = tools
  const part = await findUsablePart(paths, url)
  const signal = AbortSignal.any([AbortSignal.timeout(options.attemptTimeoutMs), tools.closing])
  const accept = asksForJson(url) ? 'application/json, application/geo+json;q=0.9, */*;q=0.5' : '*/*'
  const headers = { Accept: accept, 'Accept-Encoding': 'gzip', ...listConditions(part, kept) }
  const answer = await request(url, headers, tools.dispatcher, signal, options)
  if (answer.statusCode !== 200 && (answer.statusCode !== 206 || part === undefined)) {
    await answer.body.dump()
    if (answer.statusCode === 304 && part === undefined && kept !== undefined) return kept
    if (answer.statusCode !== 416 || part === undefined || !isWhole(part, answer)) throw unexpected(answer.statusCode)
    return keep(url, paths, part.facts, options)
  }
  const facts = await receive(answer, url, paths, part, options, (done, total) => step.update(done, total, 'bytes'))
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

type Part = NonNullable<Awaited<ReturnType<typeof folder.findPart>>>

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
