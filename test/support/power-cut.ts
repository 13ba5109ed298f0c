/**
 * Simulated power cuts. strace lists, in order, what a program wrote to the files of a folder and when it waited for the disk.
 * From that list follows what a disk may hold when the power goes: for certain what was synced, and of the rest any part, also of a single write.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Programs that watch the disk sync whole sectors. */
const SECTOR_BYTES = 512

export type DiskStep =
  | { readonly kind: 'create' | 'sync' | 'unlink'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly path: string; readonly length: number }
  /** A line that the program wrote for us: from here on it has promised something. */
  | { readonly kind: 'promise'; readonly text: string }

/** What strace must be told, with `-o` the path of its files. */
export const STRACE_WORDS = ['-ff', '--seccomp-bpf', '-y', '-xx', '-s', '1000000', '-e', 'trace=openat,pwrite64,write,writev,pwritev,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat2']

/** Reads the list of the thread that made promises. Throws on a call that this simulation does not know. */
export function readTrace(prefix: string, folder: string): DiskStep[] {
  const files = readdirSync(dirname(prefix)).filter((name) => name.startsWith(`${basename(prefix)}.`))
  const perThread = files.map((name) => readFileSync(join(dirname(prefix), name), 'utf8').split('\n').flatMap((line) => readLine(line, folder)))
  const [main, ...others] = perThread.filter((steps) => steps.length > 0)
  if (main === undefined || others.length > 0) throw new Error(`expected one thread that writes in ${folder}, found ${perThread.filter((steps) => steps.length > 0).length}`)
  return main
}

function readLine(line: string, folder: string): DiskStep[] {
  const [, call = '', rest = ''] = /^(\w+)\((.*)\)\s+= \d/.exec(line) ?? []
  if (call === '') return []
  const path = decode(/^\d+<((?:\\x..)+)>/.exec(rest)?.[1] ?? '').toString()
  if (call === 'write' && /^1</.test(rest)) return [{ kind: 'promise', text: decode(/"((?:\\x..)*)"/.exec(rest)?.[1] ?? '').toString() }]
  if (call === 'openat') return readOpening(line, folder)
  if (call === 'unlink') return keepIn(folder, { kind: 'unlink', path: decode(/"((?:\\x..)*)"/.exec(rest)?.[1] ?? '').toString() })
  if (call === 'fsync' || call === 'fdatasync') return keepIn(folder, { kind: 'sync', path })
  if (call === 'ftruncate') return keepIn(folder, { kind: 'cut', path, length: Number(/, (\d+)$/.exec(rest)?.[1]) })
  if (call === 'pwrite64') {
    const [, text = '', , at = ''] = /"((?:\\x..)*)", (\d+), (\d+)$/.exec(rest) ?? []
    return keepIn(folder, { kind: 'write', path, at: Number(at), bytes: decode(text) })
  }
  if (path.startsWith(folder)) throw new Error(`this simulation does not know ${call} on ${path}`)
  return []
}

function readOpening(line: string, folder: string): DiskStep[] {
  if (!line.includes('O_CREAT')) return []
  const path = decode(/ = \d+<((?:\\x..)+)>/.exec(line)?.[1] ?? '').toString()
  return keepIn(folder, { kind: 'create', path })
}

/** The index in shared memory is made anew after every crash. */
function keepIn(folder: string, step: Exclude<DiskStep, { kind: 'promise' }>): DiskStep[] {
  return step.path.startsWith(folder) && !step.path.endsWith('-shm') ? [step] : []
}

function decode(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number }

/** A disk with a cache in front of it. */
export class Disk {
  readonly #synced = new Map<string, Buffer>()
  readonly #unsynced = new Map<string, Change[]>()
  /** Names that are in their folder for certain, and those that may be. */
  readonly #names = new Set<string>()
  readonly #newNames = new Set<string>()
  readonly #goneNames = new Set<string>()

  take(step: DiskStep): void {
    switch (step.kind) {
      case 'create':
        if (!this.#names.has(step.path)) this.#newNames.add(step.path)
        this.#goneNames.delete(step.path)
        break
      case 'unlink':
        this.#goneNames.add(step.path)
        this.#newNames.delete(step.path)
        break
      case 'write':
      case 'cut':
        this.#unsynced.set(step.path, [...(this.#unsynced.get(step.path) ?? []), step])
        break
      case 'sync':
        this.#sync(step.path)
    }
  }

  #sync(path: string): void {
    const content = (this.#unsynced.get(path) ?? []).reduce<Buffer>(apply, this.#synced.get(path) ?? Buffer.alloc(0))
    this.#unsynced.delete(path)
    this.#synced.set(path, content)
    for (const name of [...this.#newNames].filter((one) => dirname(one) === path)) {
      this.#newNames.delete(name)
      this.#names.add(name)
    }
    for (const name of [...this.#goneNames].filter((one) => dirname(one) === path)) this.#forget(name)
  }

  #forget(name: string): void {
    this.#goneNames.delete(name)
    this.#names.delete(name)
    this.#synced.delete(name)
    this.#unsynced.delete(name)
  }

  /**
   * Writes what the disk may hold now. `keeps` says of each part that was not synced whether it got through; called for every
   * sector of every write, in order.
   */
  writeImage(folder: string, keeps: () => boolean): void {
    mkdirSync(folder, { recursive: true })
    for (const name of [...this.#names, ...[...this.#newNames].filter(keeps)]) {
      if (this.#goneNames.has(name) && keeps()) continue
      const content = (this.#unsynced.get(name) ?? []).reduce<Buffer>((before, change) => applyInPart(before, change, keeps), this.#synced.get(name) ?? Buffer.alloc(0))
      writeFileSync(join(folder, basename(name)), content)
    }
  }
}

function apply(before: Buffer, change: Change): Buffer {
  if ('length' in change && !('at' in change)) return change.length <= before.length ? before.subarray(0, change.length) : Buffer.concat([before, Buffer.alloc(change.length - before.length)])
  const { at, bytes } = change as { at: number; bytes: Buffer }
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length))
  before.copy(after)
  bytes.copy(after, at)
  return after
}

function applyInPart(before: Buffer, change: Change, keeps: () => boolean): Buffer {
  if (!('at' in change)) return keeps() ? apply(before, change) : before
  let after = before
  for (let from = 0; from < change.bytes.length; from += SECTOR_BYTES) {
    if (keeps()) after = apply(after, { at: change.at + from, bytes: change.bytes.subarray(from, from + SECTOR_BYTES) })
  }
  return after
}
