/** What would have been projected in earlier years: on threads of their own where that takes seconds, and here where it does not. */
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import type { PastOrder } from '#steps/explore/past-projections-task.ts'
import { findFirstJumpOff, projectFrom, type PastProjection } from '#steps/explore/past-projections.ts'
import { runSplit } from '#steps/workers/run-split.ts'

const TASK = new URL('./past-projections-task.ts', import.meta.url)
/** Below this, starting a thread takes longer than the work. */
const FEW_MUNICIPALITIES = 20

/** From every jump-off before `jumpOff`, in any order. Throws as `projectFrom`. */
export async function projectPastBeside(data: ProjectionData, jumpOff: number): Promise<PastProjection[]> {
  const first = findFirstJumpOff(data)
  const jumpOffs = Array.from({ length: Math.max(0, jumpOff - first) }, (_, at) => first + at)
  if (data.codes.length < FEW_MUNICIPALITIES) return jumpOffs.map((past) => projectFrom(data, past))
  const outputs = await runSplit<PastOrder, PastProjection[]>({ module: TASK, input: { data, jumpOffs }, parts: jumpOffs.length })
  return outputs.flat()
}
