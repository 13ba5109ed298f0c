/** Runs that take longer than a request: one after another, with progress, and their results for a while. In memory: a restart forgets them. */
import { createHash } from 'node:crypto'
import { Askers } from '#steps/jobs/askers.ts'

export const JOB_STATUSES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/** What there is to do. */
export interface JobOrder<Result> {
  /** Which kind of run; results are asked by it. */
  readonly kind: string
  /** Everything that the result depends on: the same content is the same job. */
  readonly content: unknown
  /** Who asks, for the limits. */
  readonly caller: string
  /** Whether the second half takes as long as the first; otherwise nothing is said of how long it still takes. */
  readonly goesEvenly: boolean
  run(control: JobControl): Promise<Result>
  /** Bytes that the result keeps, to bound them. */
  measure(result: Result): number
}

export interface JobControl {
  readonly signal: AbortSignal
  /** Share that is done, in [0, 1]. */
  readonly onProgress: (share: number) => void
}

export interface Job {
  readonly id: string
  readonly kind: string
  readonly status: JobStatus
  /** In [0, 1]. */
  readonly progress: number
  /** How many jobs go first; 0 for one that runs. */
  readonly ahead: number
  /** A guess from how far it is; undefined for a job that does not go evenly, and as long as there is little to guess from. */
  readonly secondsLeft?: number
  /** Why it failed. */
  readonly failure?: unknown
}

/** Why a job is not taken. */
export class JobRefusal extends Error {
  readonly reason: 'queueFull' | 'tooManyWaiting' | 'tooManyStarts'
  readonly retrySeconds: number
  constructor(reason: JobRefusal['reason'], retrySeconds: number) {
    super(reason)
    this.name = 'JobRefusal'
    this.reason = reason
    this.retrySeconds = retrySeconds
  }
}

export interface JobLimits {
  /** Jobs that run at once; each may use all cores. */
  readonly running: number
  readonly waiting: number
  /** Of one caller: nobody fills the queue alone. */
  readonly waitingPerCaller: number
  /** Jobs that one caller may start in a minute; asking again for a job that is there is free. */
  readonly startsPerMinute: number
  /** Of ended jobs. */
  readonly keptJobs: number
  readonly keptBytes: number
  readonly keptSeconds: number
}

const LIMITS: JobLimits = { running: 1, waiting: 20, waitingPerCaller: 10, startsPerMinute: 10, keptJobs: 100, keptBytes: 64_000_000, keptSeconds: 3600 }
const MINUTE = 60_000
/** A guess at when a place in the queue comes free. */
const FREE_SECONDS = 30
/** Before this share the first steps say little of those that follow. */
const GUESS_FROM = 0.05

interface Entry {
  readonly id: string
  readonly order: JobOrder<unknown>
  readonly controller: AbortController
  readonly askers: Askers
  status: JobStatus
  progress: number
  startedAt: number
  endedAt: number
  result: unknown
  bytes: number
  failure: unknown
}

/** A job as one of those who asked for it has it. */
export interface OwnJob extends Job {
  /** Who shows it when asking how far the job is, or that it may stop, is told from others who asked the same. */
  readonly ticket: string
}

export class JobQueue {
  readonly #limits: JobLimits
  readonly #now: () => number
  /** In the order of their start; ended ones stay until a limit takes the oldest. */
  readonly #entries = new Map<string, Entry>()
  readonly #starts = new Map<string, number[]>()

  constructor(limits: Partial<JobLimits> = {}, now: () => number = Date.now) {
    this.#limits = { ...LIMITS, ...limits }
    this.#now = now
  }

  /** Starts a job, or finds the one with the same content unless it failed or was cancelled. Throws JobRefusal. */
  start<Result>(order: JobOrder<Result>): OwnJob {
    this.#forgetOld()
    const id = createHash('sha256').update(JSON.stringify([order.kind, order.content])).digest('base64url').slice(0, 22)
    const known = this.#entries.get(id)
    if (known && known.status !== 'failed' && known.status !== 'cancelled') return { ...this.#describe(known), ticket: known.askers.add() }
    this.#checkLimits(order.caller)
    this.#entries.delete(id)
    const entry: Entry = {
      id, order: order as JobOrder<unknown>, controller: new AbortController(), askers: new Askers(this.#now), status: 'waiting', progress: 0, startedAt: 0, endedAt: 0, result: undefined, bytes: 0, failure: undefined,
    }
    this.#entries.set(id, entry)
    const ticket = entry.askers.add()
    this.#startNext()
    this.#dropForsaken()
    return { ...this.#describe(entry), ticket }
  }

  /** How far a job is. With a ticket its owner is known to follow it. */
  find(id: string, ticket?: string): Job | undefined {
    this.#forgetOld()
    const entry = this.#entries.get(id)
    if (ticket !== undefined) entry?.askers.see(ticket)
    this.#dropForsaken()
    return entry && this.#describe(entry)
  }

  /** The result of a job of a kind that is done. */
  findResult(kind: string, id: string): unknown {
    this.#forgetOld()
    const entry = this.#entries.get(id)
    return entry?.order.kind === kind ? entry.result : undefined
  }

  /** One of those who asked needs it no longer: the job ends when nobody else waits for it. Nothing happens to one that ended. Gives whether it is known. */
  leave(id: string, ticket?: string): boolean {
    const entry = this.#entries.get(id)
    if (entry?.askers.leave(ticket) === true) this.#cancel(entry)
    return entry !== undefined
  }

  #cancel(entry: Entry): void {
    if (entry.status !== 'waiting' && entry.status !== 'running') return
    this.#end(entry, 'cancelled')
    entry.controller.abort(new DOMException('cancelled', 'AbortError'))
  }

  /** While others wait, a job that everybody stopped following makes place. */
  #dropForsaken(): void {
    const entries = [...this.#entries.values()]
    if (!entries.some(({ status }) => status === 'waiting')) return
    for (const entry of entries) if (entry.status === 'running' && entry.askers.areGone()) this.#cancel(entry)
  }

  /** Cancels everything, as before the server ends: those that wait first, so that none of them starts. */
  close(): void {
    for (const entry of [...this.#entries.values()].reverse()) this.#cancel(entry)
  }

  #startNext(): void {
    const entries = [...this.#entries.values()]
    const free = this.#limits.running - entries.filter(({ status }) => status === 'running').length
    for (const entry of entries.filter(({ status }) => status === 'waiting').slice(0, free)) void this.#run(entry)
  }

  async #run(entry: Entry): Promise<void> {
    entry.status = 'running'
    entry.startedAt = this.#now()
    try {
      const onProgress = (share: number) => void (entry.progress = share)
      const result = await entry.order.run({ signal: entry.controller.signal, onProgress })
      if (entry.status !== 'running') return
      entry.result = result
      entry.bytes = entry.order.measure(result)
      this.#end(entry, 'done')
    } catch (error) {
      if (entry.status !== 'running') return
      entry.failure = error
      this.#end(entry, 'failed')
    }
  }

  #end(entry: Entry, status: JobStatus): void {
    entry.status = status
    entry.endedAt = this.#now()
    if (status === 'done') entry.progress = 1
    this.#forgetOld()
    this.#startNext()
  }

  #describe({ id, order, status, progress, startedAt, failure }: Entry): Job {
    const waiting = [...this.#entries.values()].filter((other) => other.status === 'waiting' || other.status === 'running')
    const secondsLeft = status === 'running' && order.goesEvenly && progress >= GUESS_FROM ? ((this.#now() - startedAt) / 1000) * (1 / progress - 1) : undefined
    return {
      id, kind: order.kind, status, progress,
      ahead: status === 'waiting' ? waiting.findIndex((other) => other.id === id) : 0,
      ...(secondsLeft !== undefined && { secondsLeft: Math.ceil(secondsLeft) }),
      ...(failure !== undefined && { failure }),
    }
  }

  #checkLimits(caller: string): void {
    const now = this.#now()
    for (const [other, moments] of this.#starts) if (moments.every((moment) => now - moment >= MINUTE)) this.#starts.delete(other)
    const recent = (this.#starts.get(caller) ?? []).filter((moment) => now - moment < MINUTE)
    if (recent.length >= this.#limits.startsPerMinute) throw new JobRefusal('tooManyStarts', Math.ceil((recent[0]! + MINUTE - now) / 1000))
    const waiting = [...this.#entries.values()].filter(({ status }) => status === 'waiting')
    if (waiting.length >= this.#limits.waiting) throw new JobRefusal('queueFull', FREE_SECONDS)
    if (waiting.filter(({ order }) => order.caller === caller).length >= this.#limits.waitingPerCaller) throw new JobRefusal('tooManyWaiting', FREE_SECONDS)
    this.#starts.set(caller, [...recent, now])
  }

  /** Ended jobs beyond the limits, the oldest first. The last one always stays for its time: who waits for it must get it. */
  #forgetOld(): void {
    const ended = [...this.#entries.values()].filter(({ status }) => status !== 'waiting' && status !== 'running').sort((a, b) => b.endedAt - a.endedAt)
    let bytes = 0
    for (const [at, entry] of ended.entries()) {
      bytes += entry.bytes
      const isTooMuch = at > 0 && (at >= this.#limits.keptJobs || bytes > this.#limits.keptBytes)
      if (isTooMuch || this.#now() - entry.endedAt > 1000 * this.#limits.keptSeconds) this.#entries.delete(entry.id)
    }
  }
}
