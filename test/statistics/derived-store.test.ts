/** Files with what was computed: found as they were written, or not at all. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDerivedStore } from '#statistics/derived-store.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'topdorp-store-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** One shorter and one longer than a piece, at its border, and nothing. */
const SIZES = [0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20 + 17]
const make = (size: number) => Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251))

test.each(SIZES)('%i bytes are found as they were kept, in shared memory', async (size) => {
  const store = openDerivedStore(join(folder, `of-${size}`))
  expect([await store.has('kind', 'key'), await store.find('kind', 'key')]).toEqual([false, undefined])
  await store.keep('kind', 'key', make(size))
  const found = await store.find('kind', 'key')
  expect(found!.equals(make(size))).toBe(true)
  expect(found!.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(await store.has('kind', 'key')).toBe(true)
  expect([await store.has('kind', 'other'), await store.has('other', 'key')]).toEqual([false, false])
})

test.each(SIZES)('%i bytes of which one bit is other, or the last byte is gone, are not found, and that is said', async (size) => {
  const own = join(folder, `damaged-${size}`)
  const damaged: string[] = []
  const store = openDerivedStore(own, (path) => damaged.push(path))
  await store.keep('kind', 'key', make(size))
  const path = join(own, (await readdir(own))[0]!)
  const whole = await readFile(path)
  const changed = (place: number) => Buffer.from(whole).fill(whole[place]! ^ 1, place, place + 1)
  for (const bytes of [changed(0), changed(whole.length >> 1), changed(whole.length - 1), whole.subarray(0, -1), Buffer.alloc(0)]) {
    damaged.length = 0
    await writeFile(path, bytes)
    expect([await store.find('kind', 'key'), await store.has('kind', 'key')]).toEqual([undefined, false])
    expect(damaged).toEqual([path, path])
  }
  await writeFile(path, whole)
  expect((await store.find('kind', 'key'))!.equals(make(size))).toBe(true)
})
