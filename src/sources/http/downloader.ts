/** Fetches files from the web and keeps them: uses what is kept, tries again, tells how far it is. */
import { EnvHttpProxyAgent, type Dispatcher } from 'undici'
import { noProgress, type Progress, type ProgressStep } from '#domain/progress.ts'
import { SourceError, type ObtainedFile } from '#domain/reader.ts'
import { attempt } from '#sources/http/attempt.ts'
import { computeWaitMs } from '#sources/http/backoff.ts'
import * as folder from '#sources/http/downloads-folder.ts'
import { AttemptError, createSourceError, type Failure } from '#sources/http/failures.ts'
import { defaultFetchOptions, type FetchOptions } from '#sources/http/fetch-options.ts'
import { createHostSlots, type HostSlots } from '#sources/http/host-slots.ts'
import { toAttemptError } from '#sources/http/network-failure.ts'

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
    noProxy: listHostsWithoutProxy(),
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

/** Those of NO_PROXY, and this machine itself. */
function listHostsWithoutProxy(): string {
  const given = process.env['no_proxy'] ?? process.env['NO_PROXY'] ?? ''
  return given.trim() === '*' ? '*' : `${given},localhost,127.0.0.1,[::1]`
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
  const step = createLateStep(tools.progress, getShortName(url))
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

/** A step that begins with its first bytes or words, so that the time spent waiting for a free slot is not counted. */
function createLateStep(progress: Progress, name: string): ProgressStep {
  let step: ProgressStep | undefined
  const begin = (): ProgressStep => (step ??= progress.step(name))
  return {
    update: (done, total, unit) => begin().update(done, total, unit),
    note: (text) => begin().note(text),
    done: (result) => begin().done(result),
    fail: (reason) => begin().fail(reason),
  }
}

async function fetchWithRetries(
  url: string,
  paths: folder.DownloadPaths,
  kept: folder.KeptFacts | undefined,
  step: ProgressStep,
  tools: Tools,
): Promise<folder.KeptFacts> {
  const { options, dispatcher, closing } = tools
  const onBytes = (done: number, total?: number): void => step.update(done, total, 'bytes')
  let failures: Failure[] = []
  let furthest = (await folder.findPart(paths, url))?.bytes ?? 0
  for (;;) {
    try {
      return await tools.slots.run(url, () => attempt(url, paths, kept, { options, dispatcher, closing, onBytes }))
    } catch (error) {
      const { failure } = closing.aborted ? stopped : toAttemptError(error, options)
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
