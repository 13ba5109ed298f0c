/** Work in small steps. */
import { describe, expect, it } from 'vitest'
import { Stepwise } from '#steps/shared/stepwise.ts'

describe('work in steps', () => {
  const count = function* (steps: number, done: number[]): Generator<void, string> {
    for (let step = 0; step < steps; step++) {
      done.push(step)
      yield
    }
    return 'ready'
  }

  it('lets others come in between every two steps', async () => {
    const done: number[] = []
    const seen: number[] = []
    const look = (): void => {
      seen.push(done.length)
      if (done.length < 4) setImmediate(look)
    }
    setImmediate(look)
    expect(await new Stepwise(count(4, done)).finishBetweenOthers()).toBe('ready')
    expect(seen).toEqual([1, 2, 3, 4])
  })

  it('is done once, whoever asks: both at a time, and one who cannot wait', async () => {
    const done: number[] = []
    const work = new Stepwise(count(5, done))
    const [first, second] = [work.finishBetweenOthers(), work.finishBetweenOthers()]
    expect(work.finish()).toBe('ready')
    expect(await Promise.all([first, second])).toEqual(['ready', 'ready'])
    expect(done).toEqual([0, 1, 2, 3, 4])
  })

  it('fails for everybody who asks', async () => {
    const work = new Stepwise((function* (): Generator<void, string> {
      yield
      throw new RangeError('no such year')
    })())
    await expect(work.finishBetweenOthers()).rejects.toThrow('no such year')
    expect(() => work.finish()).toThrow('no such year')
  })
})
