/** Children divided over schools: on a thread of its own where that takes long, and here where it does not. */
import { fitCatchment, type Catchment, type ChoicePairs } from '#engines/catchment/catchment.ts'
import type { FitOrder, FitOutput } from '#steps/explore/schools/fit-task.ts'
import { runSplit } from '#steps/workers/run-split.ts'

const TASK = new URL('./fit-task.ts', import.meta.url)
/** Below this, starting a thread takes longer than the work. */
const FEW_PAIRS = 5000

export async function fitBeside(pairs: ChoicePairs, people: Float64Array, users: Float64Array): Promise<Catchment> {
  if (pairs.sites.length < FEW_PAIRS) return fitCatchment(pairs, people, users)
  const [output] = await runSplit<FitOrder, FitOutput>({ module: TASK, input: { pairs, people, users }, parts: 1 })
  return { pairs, ...output! }
}
