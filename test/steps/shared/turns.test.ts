/** Pieces of work beside answering. */
import { setImmediate as passTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nextTurn } from '#steps/shared/turns.ts'

describe('pieces of several works', () => {
  it('go one a turn of the event loop, in the order in which they were asked for', async () => {
    const done: string[] = []
    const work = async (name: string, pieces: number): Promise<void> => {
      for (let piece = 1; piece <= pieces; piece++) {
        await nextTurn()
        done.push(`${name}${piece}`)
      }
    }
    const working = Promise.all([work('a', 3), work('b', 2), work('c', 1)])
    const seen: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      await passTurn()
      seen.push(done.length)
    }
    await working
    expect(seen).toEqual([1, 2, 3, 4, 5, 6])
    expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
  })

  it('go on when there was nothing to do in between', async () => {
    await nextTurn()
    await passTurn()
    await nextTurn()
    await Promise.all([nextTurn(), nextTurn()])
  })
})
