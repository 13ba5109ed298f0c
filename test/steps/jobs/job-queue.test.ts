import { describe, expect, test } from 'vitest'
import { JobQueue, JobRefusal, type JobControl, type JobLimits, type JobOrder } from '#steps/jobs/job-queue.ts'

/** A queue with a clock that stands still, and orders that end when the test says so. */
function makeQueue(limits: Partial<JobLimits> = {}) {
  let now = 1_000_000
  const queue = new JobQueue(limits, () => now)
  const open = new Map<string, { readonly control: JobControl; readonly end: (result: string) => void; readonly fail: (error: Error) => void }>()
  const order = (content: string, caller = 'somebody', goesEvenly = true): JobOrder<string> => ({
    kind: 'test', content, caller, goesEvenly, measure: (result) => result.length,
    run: (control) => new Promise((resolve, reject) => open.set(content, { control, end: resolve, fail: reject })),
  })
  const settle = () => new Promise<void>((resolve) => void setImmediate(resolve))
  return { queue, order, open, settle, wait: (seconds: number) => void (now += 1000 * seconds) }
}

describe('jobs', () => {
  test('run one after another, and say how many go first', async () => {
    const { queue, order, open, settle } = makeQueue()
    const [a, b, c] = ['a', 'b', 'c'].map((content) => queue.start(order(content)))
    expect([a!.status, b!.status, c!.status]).toEqual(['running', 'waiting', 'waiting'])
    expect([a!.ahead, b!.ahead, c!.ahead]).toEqual([0, 1, 2])
    open.get('a')!.end('result of a')
    await settle()
    expect(queue.find(a!.id)).toMatchObject({ status: 'done', progress: 1 })
    expect(queue.findResult('test', a!.id)).toBe('result of a')
    expect(queue.findResult('another kind', a!.id)).toBeUndefined()
    expect([queue.find(b!.id)!.status, queue.find(c!.id)!.ahead]).toEqual(['running', 1])
  })

  test('with the same content are one job, also when it is done', async () => {
    const { queue, order, open, settle } = makeQueue()
    const first = queue.start(order('same'))
    expect(queue.start(order('same', 'somebody else')).id).toBe(first.id)
    expect(queue.start(order('other')).id).not.toBe(first.id)
    open.get('same')!.end('once')
    await settle()
    expect(queue.start(order('same'))).toMatchObject({ id: first.id, status: 'done' })
  })

  test('say how far they are and how long it still takes', () => {
    const { queue, order, open, wait } = makeQueue()
    const { id } = queue.start(order('a'))
    expect(queue.find(id)).not.toHaveProperty('secondsLeft')
    wait(10)
    open.get('a')!.control.onProgress(0.04)
    expect(queue.find(id)).not.toHaveProperty('secondsLeft')
    open.get('a')!.control.onProgress(0.25)
    expect(queue.find(id)).toMatchObject({ progress: 0.25, secondsLeft: 30 })
  })

  test('say nothing of how long it still takes where the steps take unlike long', () => {
    const { queue, order, open, wait } = makeQueue()
    const { id } = queue.start(order('a', 'somebody', false))
    wait(10)
    open.get('a')!.control.onProgress(0.9)
    expect(queue.find(id)).toMatchObject({ progress: 0.9 })
    expect(queue.find(id)).not.toHaveProperty('secondsLeft')
  })

  test('that nobody waits for make place for the next, and can be started again', async () => {
    const { queue, order, open, settle } = makeQueue()
    const [a, b, c] = ['a', 'b', 'c'].map((content) => queue.start(order(content)))
    expect([queue.leave(a!.id, a!.ticket), queue.leave(b!.id), queue.leave('unknown')]).toEqual([true, true, false])
    expect(open.get('a')!.control.signal.aborted).toBe(true)
    expect([a, b, c].map((job) => queue.find(job!.id)!.status)).toEqual(['cancelled', 'cancelled', 'running'])
    // What comes after all is not kept.
    open.get('a')!.end('too late')
    await settle()
    expect(queue.findResult('test', a!.id)).toBeUndefined()
    expect(queue.start(order('a')).status).toBe('waiting')
  })

  test('go on as long as somebody waits who asked the same', () => {
    const { queue, order, open } = makeQueue()
    const [one, other] = [queue.start(order('same')), queue.start(order('same', 'somebody else'))]
    queue.leave(one.id, one.ticket)
    queue.leave(one.id, one.ticket)
    queue.leave(one.id, 'of nobody')
    expect(queue.find(one.id)!.status).toBe('running')
    queue.leave(one.id, other.ticket)
    expect([queue.find(one.id)!.status, open.get('same')!.control.signal.aborted]).toEqual(['cancelled', true])
  })

  test('are not stopped by one without a ticket while more than one waits', () => {
    const { queue, order, wait } = makeQueue()
    const [one, other] = [queue.start(order('same')), queue.start(order('same'))]
    queue.leave(one.id)
    expect(queue.find(one.id, other.ticket)!.status).toBe('running')
    // The other followed it and is gone; the one may still come.
    wait(31)
    queue.leave(one.id)
    expect(queue.find(one.id)!.status).toBe('cancelled')
  })

  test('that everybody stopped following make place, once others wait', () => {
    const { queue, order, wait } = makeQueue()
    const [a, same] = [queue.start(order('a')), queue.start(order('a'))]
    for (const { ticket } of [a, same]) queue.find(a.id, ticket)
    wait(20)
    queue.find(a.id, same.ticket)
    wait(20)
    const b = queue.start(order('b'))
    expect([queue.find(a.id)!.status, queue.find(b.id, b.ticket)!.status]).toEqual(['running', 'waiting'])
    wait(11)
    expect([queue.find(b.id, b.ticket)!.status, queue.find(a.id)!.status]).toEqual(['running', 'cancelled'])
    // Nobody waits for its place.
    wait(100)
    expect(queue.find(b.id)!.status).toBe('running')
  })

  test('that were never followed are not forsaken: who asked may come for the result', () => {
    const { queue, order, wait } = makeQueue()
    const a = queue.start(order('a'))
    queue.find(a.id)
    wait(1000)
    const b = queue.start(order('b'))
    expect([queue.find(a.id)!.status, queue.find(b.id, b.ticket)!.status]).toEqual(['running', 'waiting'])
  })

  test('that fail keep the reason, and the next one runs', async () => {
    const { queue, order, open, settle } = makeQueue()
    const [a, b] = ['a', 'b'].map((content) => queue.start(order(content)))
    open.get('a')!.fail(new RangeError('does not add up'))
    await settle()
    expect(queue.find(a!.id)).toMatchObject({ status: 'failed', failure: new RangeError('does not add up') })
    expect(queue.find(b!.id)!.status).toBe('running')
  })

  test('are refused when too many wait, or when one caller starts too many', () => {
    const { queue, order, wait } = makeQueue({ waiting: 2, startsPerMinute: 3 })
    for (const content of ['a', 'b', 'c']) queue.start(order(content))
    expect(() => queue.start(order('d', 'somebody else'))).toThrow(new JobRefusal('queueFull', 30))
    wait(20)
    expect(() => queue.start(order('d'))).toThrow(expect.objectContaining({ reason: 'tooManyStarts', retrySeconds: 40 }))
    expect(queue.start(order('a')).status).toBe('running')
  })

  test('of one caller leave room in the queue for others', () => {
    const { queue, order } = makeQueue({ waiting: 3, waitingPerCaller: 2, startsPerMinute: 9 })
    for (const content of ['a', 'b', 'c']) queue.start(order(content))
    expect(() => queue.start(order('d'))).toThrow(new JobRefusal('tooManyWaiting', 30))
    expect(queue.start(order('d', 'somebody else'))).toMatchObject({ status: 'waiting', ahead: 3 })
  })

  test('are forgotten after their time, and the oldest when there are too many or too large ones', async () => {
    const { queue, order, open, settle, wait } = makeQueue({ keptJobs: 2, keptBytes: 10, keptSeconds: 60 })
    const finish = async (content: string, result: string) => {
      const { id } = queue.start(order(content))
      open.get(content)!.end(result)
      await settle()
      wait(1)
      return id
    }
    const [a, b, c] = [await finish('a', '1'), await finish('b', '22'), await finish('c', '333')]
    expect([a, b, c].map((id) => queue.find(id)?.status)).toEqual([undefined, 'done', 'done'])
    const large = await finish('large', '4'.repeat(20))
    expect([b, c, large].map((id) => queue.find(id)?.status)).toEqual([undefined, undefined, 'done'])
    wait(60)
    expect(queue.find(large)).toBeUndefined()
  })

  test('all end when the server does', () => {
    const { queue, order, open } = makeQueue()
    const jobs = ['a', 'b'].map((content) => queue.start(order(content)))
    queue.close()
    expect(open.get('a')!.control.signal.aborted).toBe(true)
    expect(jobs.map(({ id }) => queue.find(id)!.status)).toEqual(['cancelled', 'cancelled'])
  })
})
