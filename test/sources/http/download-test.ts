/** What the tests of the HTTP client share: a downloader on an empty folder, and a clock that never waits. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { SourceError, type ObtainedFile } from '#domain/reader.ts'
import type { Progress } from '#domain/progress.ts'
import type { Clock } from '#sources/http/clock.ts'
import { createDownloader, type Downloader } from '#sources/http/downloader.ts'
import type { FetchOptions } from '#sources/http/fetch-options.ts'
import { startReplayServer, type ReplayServer, type ReplayServerOptions } from '../../support/replay-server/replay-server.ts'

export interface FakeClock extends Clock {
  readonly slept: number[]
  advance(milliseconds: number): void
}

/** A clock on which sleeping takes no time; chance is always a half. */
export function createFakeClock(): FakeClock {
  let now = Date.UTC(2026, 0, 1)
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    random: () => 0.5,
    advance: (milliseconds) => void (now += milliseconds),
    async sleep(milliseconds) {
      slept.push(milliseconds)
      now += milliseconds
    },
  }
}

/** An empty folder that is gone after the test. */
export async function createFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'topdorp-http-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A replay server that is gone after the test. */
export async function serve(options: ReplayServerOptions = {}): Promise<ReplayServer> {
  const server = await startReplayServer(options)
  onTestFinished(() => server.stop())
  return server
}

export interface TestDownloader extends Downloader {
  readonly clock: FakeClock
  readonly folder: string
  readonly notes: string[]
}

/** A downloader whose waits take no time and whose notes to the user are kept. */
export async function createTestDownloader(
  fetchOptions: Partial<FetchOptions> = {},
  rest: { folder?: string; offline?: boolean; clock?: FakeClock } = {},
): Promise<TestDownloader> {
  const clock = rest.clock ?? createFakeClock()
  const folder = rest.folder ?? (await createFolder())
  const notes: string[] = []
  const note = (text: string | { en: string } | undefined): void => void (text !== undefined && notes.push(typeof text === 'string' ? text : text.en))
  const progress: Progress = { step: () => ({ update() {}, note, done: note, fail() {} }) }
  const downloader = createDownloader({ downloadsFolder: folder, progress, offline: rest.offline ?? false, fetchOptions: { clock, ...fetchOptions } })
  onTestFinished(() => downloader.close())
  return { ...downloader, clock, folder, notes }
}

/** The SourceError that a download ends in. Throws where it succeeds or ends in anything else. */
export async function failureOf(work: Promise<unknown>): Promise<SourceError> {
  const outcome = await work.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  if (outcome instanceof SourceError) return outcome
  throw new Error('expected a SourceError', { cause: outcome })
}

export async function textOf(file: ObtainedFile): Promise<string> {
  return readFile(file.path, 'utf8')
}

/** JSON of about this many bytes that does not compress to nothing; always the same. */
export function makeJson(bytes: number): string {
  const rows: string[] = []
  let seed = 7
  for (let length = 0; length < bytes; length += rows.at(-1)?.length ?? 0) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    rows.push(`{"ID":${rows.length},"value":${seed}}`)
  }
  return `{"value":[\n${rows.join(',\n')}\n]}\n`
}
