/** Threads that project from past jump-offs. Started by `past-projections-beside.ts`. */
import type { ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { projectFrom, type PastProjection } from '#steps/explore/past-projections.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** A part is a jump-off. */
export interface PastOrder {
  readonly data: ProjectionData
  readonly jumpOffs: readonly number[]
}

await serveTask<PastOrder, PastProjection[]>(({ data, jumpOffs }) => {
  const made: PastProjection[] = []
  return { run: (part) => void made.push(projectFrom(data, jumpOffs[part]!)), finish: () => made }
})
