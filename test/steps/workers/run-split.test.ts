import { describe, expect, test } from 'vitest'
import { runJoined, runSplit, WorkerCrash } from '#steps/workers/run-split.ts'
import type { CountingInput, CountingJoined, CountingOutput } from './counting-task.ts'

const module = new URL('./counting-task.ts', import.meta.url)
const makeInput = (parts: number, more: Omit<CountingInput, 'shared'> = {}): CountingInput => ({ shared: new Int32Array(new SharedArrayBuffer(4 * parts)), ...more })

describe('a computation on threads', () => {
  test.each([1, 2, 3])('has the same answer on %i threads, and every part is done once', async (threads) => {
    const input = makeInput(200)
    const outputs = await runSplit<CountingInput, CountingOutput>({ module, input, parts: 200, threads })
    expect(outputs).toHaveLength(threads)
    expect([...input.shared]).toEqual(new Array<number>(200).fill(1))
    expect(outputs.flatMap(({ parts }) => parts).sort((a, b) => a - b)).toEqual([...input.shared.keys()])
    expect(outputs.reduce((sum, own) => sum + own.sum, 0)).toBe([...input.shared.keys()].reduce((sum, part) => sum + ((part * part) % 1009), 0))
  })

  test.each([1, 2, 3])('is joined by its %i threads, each with the outputs of all', async (threads) => {
    const sum = Array.from({ length: 200 }, (_, part) => (part * part) % 1009).reduce((all, own) => all + own, 0)
    const joined = await runJoined<CountingInput, CountingJoined>({ module, input: makeInput(200), parts: 200, threads })
    expect(joined).toEqual(Array.from({ length: threads }, (_, share) => ({ share, sum })))
  })

  test.each([['throw', 'part 3 does not add up'], ['exit', 'a thread ended with code 7']] as const)('tells it when a thread stops while it joins (%s)', async (kind, words) => {
    await expect(runJoined({ module, input: makeInput(20, { fault: { part: 'join', kind } }), parts: 20, threads: 2 })).rejects.toThrow(words)
  })

  test('stops when it is cancelled while it joins', async () => {
    const controller = new AbortController()
    const input = makeInput(20, { fault: { part: 'join', kind: 'hang' } })
    const run = runJoined({ module, input, parts: 20, threads: 2, signal: controller.signal })
    while (input.shared.some((_, part) => Atomics.load(input.shared, part) === 0)) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(new Error('no longer wanted'))
    await expect(run).rejects.toThrow('no longer wanted')
  })

  test('tells how far it is, never back', async () => {
    const shares: number[] = []
    await runSplit({ module, input: makeInput(30, { millisecondsAPart: 30 }), parts: 30, threads: 2, onProgress: (share) => shares.push(share) })
    expect(shares.length).toBeGreaterThan(2)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true)
  })

  test('stops when it is cancelled, also in the middle of a part that never ends', async () => {
    const controller = new AbortController()
    const input = makeInput(50, { fault: { part: 10, kind: 'hang' } })
    const run = runSplit({ module, input, parts: 50, threads: 2, signal: controller.signal })
    // Until one of the threads hangs; the other does all the rest.
    while (Atomics.load(input.shared, 49) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(new Error('no longer wanted'))
    await expect(run).rejects.toThrow('no longer wanted')
    await expect(runSplit({ module, input, parts: 50, signal: controller.signal })).rejects.toThrow('no longer wanted')
  })

  test('does not begin a part after it was cancelled', async () => {
    const controller = new AbortController()
    const input = makeInput(1000, { millisecondsAPart: 5 })
    const run = runSplit({ module, input, parts: 1000, threads: 2, signal: controller.signal })
    while (Atomics.load(input.shared, 5) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(new Error('no longer wanted'))
    await expect(run).rejects.toThrow('no longer wanted')
    const done = input.shared.reduce((sum, own) => sum + own, 0)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(input.shared.reduce((sum, own) => sum + own, 0)).toBe(done)
    expect(done).toBeLessThan(1000)
  })

  test.each([
    ['throws', 'throw', RangeError, 'part 3 does not add up'],
    ['ends', 'exit', WorkerCrash, 'a thread ended with code 7'],
    ['has no memory left', 'memory', WorkerCrash, 'memory limit'],
  ] as const)('tells it when a thread %s', async (_, kind, type, words) => {
    const run = runSplit({ module, input: makeInput(20, { fault: { part: 3, kind } }), parts: 20, threads: 2 })
    await expect(run).rejects.toThrow(words)
    await expect(run).rejects.toBeInstanceOf(type)
  })

  test('that is not there is told as well', async () => {
    await expect(runSplit({ module: new URL('./no-such-task.ts', import.meta.url), input: {}, parts: 2 })).rejects.toThrow('no-such-task')
  })
})
