/** A computation for the tests of the threads: adds numbers, or fails in the way that is asked for. */
import type { StartTask } from '#steps/workers/split-task.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

export interface CountingInput {
  readonly shared: Int32Array
  readonly fault?: { readonly part: number | 'join'; readonly kind: 'throw' | 'exit' | 'memory' | 'hang' }
  readonly millisecondsAPart?: number
}

export interface CountingOutput {
  readonly sum: number
  readonly parts: readonly number[]
}

export interface CountingJoined {
  readonly share: number
  readonly sum: number
}

const startTask: StartTask<CountingInput, CountingOutput, CountingJoined> = ({ shared, fault, millisecondsAPart = 0 }) => {
  let sum = 0
  const parts: number[] = []
  return {
    run(part) {
      if (fault?.part === part) fail(fault.kind)
      for (const end = performance.now() + millisecondsAPart; performance.now() < end;);
      Atomics.add(shared, part, 1)
      sum += (part * part) % 1009
      parts.push(part)
    },
    finish: () => ({ sum, parts }),
    join(outputs, share) {
      if (fault?.part === 'join') fail(fault.kind)
      return { share, sum: outputs.reduce((all, own) => all + own.sum, 0) }
    },
  }
}

function fail(kind: NonNullable<CountingInput['fault']>['kind']): void {
  if (kind === 'throw') throw new RangeError('part 3 does not add up')
  if (kind === 'exit') process.exit(7)
  if (kind === 'memory') for (const kept: unknown[] = []; ;) kept.push(new Array(100_000).fill(kept))
  for (;;);
}

await serveTask(startTask)
