/** Threads that project the buurten of a municipality and count their people by group. Started by `reach-people.ts`. */
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { projectBuurten, type BuurtenTask } from '#steps/explore/scenario/project-buurten.ts'
import { PEOPLE_GROUPS } from '#steps/explore/reach/people-groups.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** A part is a municipality; of its last year the people of every buurt, in the order of PEOPLE_GROUPS, one buurt after the other. */
export type GroupCounts = readonly (readonly [part: number, people: Float64Array])[]

await serveTask<readonly BuurtenTask[], GroupCounts>((tasks) => {
  const counts: [number, Float64Array][] = []
  return {
    run: (part) => void counts.push([part, countGroups(projectBuurten(tasks[part]!).at(-1)!)]),
    finish: () => counts,
  }
})

function countGroups(people: Float64Array): Float64Array {
  const size = PEOPLE_GROUPS.length
  const counts = new Float64Array((people.length / CELL_COUNT) * size)
  for (const [cell, own] of people.entries()) {
    const age = (cell % CELL_COUNT) % AGE_COUNT
    const first = Math.floor(cell / CELL_COUNT) * size
    for (const [group, { ages }] of PEOPLE_GROUPS.entries()) if (age >= ages[0] && age <= ages[1]) counts[first + group]! += own
  }
  return counts
}
