import fastify from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prepareWhenVisited } from '../src/prepare-when-visited.ts'

describe('what takes seconds', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  const start = async () => {
    const server = fastify()
    server.get('/', () => 'page')
    const prepare = vi.fn<() => Promise<void>>(() => Promise.resolve())
    prepareWhenVisited(server, prepare)
    await server.ready()
    return { prepare, visit: () => server.inject('/') }
  }

  test('is not done where nobody comes', async () => {
    const { prepare } = await start()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(prepare).not.toHaveBeenCalled()
  })

  test('waits until the first page is there and it is quiet, and is done once', async () => {
    const { prepare, visit } = await start()
    await visit()
    await vi.advanceTimersByTimeAsync(2_000)
    await visit()
    await vi.advanceTimersByTimeAsync(2_900)
    expect(prepare).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(200)
    expect(prepare).toHaveBeenCalledTimes(1)
    await visit()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(prepare).toHaveBeenCalledTimes(1)
  })
})
