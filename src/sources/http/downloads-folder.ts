/**
 * Downloaded files and what is known about them, on disk. Beside a kept file `x` stands `x.meta.json`;
 * a file still coming in is `x.part` with `x.part.json`. One process at a time uses a folder.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** What the service said about a file. */
export interface FileFacts {
  readonly url: string
  readonly etag?: string
  readonly lastModified?: string
  readonly contentType: string
}

/** A file still coming in, as it is sent: compressed where `encoding` says so. */
export interface PartFacts extends FileFacts {
  readonly encoding: 'gzip' | 'identity'
  /** Bytes it will have, absent where the service does not say. */
  readonly totalBytes?: number
}

/** A complete file. */
export interface KeptFacts extends FileFacts {
  readonly bytes: number
  readonly sha256: string
  /** ISO 8601 moment at which these bytes came in. */
  readonly retrievedAt: string
}

export interface DownloadPaths {
  readonly file: string
  readonly facts: string
  readonly part: string
  readonly partFacts: string
  /** Where a compressed part is unpacked. */
  readonly unpacked: string
}

/** Where a URL is kept: a readable name, made unique by a hash of the whole address. */
export function getDownloadPaths(folder: string, url: string): DownloadPaths {
  const { host, pathname } = new URL(url)
  const hash = createHash('sha256').update(url).digest('hex').slice(0, 12)
  const extension = /\.[a-z0-9]{1,8}$/i.exec(pathname)?.[0] ?? ''
  const words = pathname.slice(0, pathname.length - extension.length).split('/').filter(Boolean).slice(-2).join('-')
  const safe = (text: string): string => text.replaceAll(/[^a-z0-9._-]+/gi, '_')
  const file = path.join(folder, safe(host), `${safe(words).slice(0, 60)}-${hash}${extension.toLowerCase()}`)
  return { file, facts: `${file}.meta.json`, part: `${file}.part`, partFacts: `${file}.part.json`, unpacked: `${file}.unpacked` }
}

/** The kept file with its facts, or undefined where there is none or its size or SHA-256 is not what was kept. */
export async function findKept(paths: DownloadPaths, url: string): Promise<KeptFacts | undefined> {
  const facts = await readJson<KeptFacts>(paths.facts)
  if (facts === undefined || facts.url !== url) return undefined
  const size = await findSize(paths.file)
  return size === facts.bytes && (await computeSha256(paths.file)) === facts.sha256 ? facts : undefined
}

/** The file that was still coming in, with the bytes that are there; undefined where there is none to go on with. */
export async function findPart(paths: DownloadPaths, url: string): Promise<{ facts: PartFacts; bytes: number } | undefined> {
  const facts = await readJson<PartFacts>(paths.partFacts)
  const bytes = await findSize(paths.part)
  return facts !== undefined && facts.url === url && bytes !== undefined && bytes > 0 ? { facts, bytes } : undefined
}

/** Begins a file anew. The facts are written first, so that bytes are never taken for those of another version. */
export async function beginPart(paths: DownloadPaths, facts: PartFacts): Promise<void> {
  await mkdir(path.dirname(paths.part), { recursive: true })
  await discardPart(paths)
  await writeDurably(paths.partFacts, JSON.stringify(facts))
}

export async function discardPart(paths: DownloadPaths): Promise<void> {
  await rm(paths.part, { force: true })
  await rm(paths.partFacts, { force: true })
  await rm(paths.unpacked, { force: true })
}

/**
 * Puts a complete file in its place. A crash in between leaves a file whose facts do not fit,
 * which findKept does not accept.
 */
export async function keepFile(paths: DownloadPaths, complete: string, facts: KeptFacts): Promise<void> {
  await sync(complete)
  await rename(complete, paths.file)
  await writeDurably(paths.facts, `${JSON.stringify(facts, null, 2)}\n`)
  await discardPart(paths)
}

/** SHA-256 of a file, hexadecimal. */
export async function computeSha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function findSize(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? found.size : undefined
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch {
    return undefined
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

async function writeDurably(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}
