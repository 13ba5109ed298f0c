/** The thread that divides children over schools, so that whoever answers requests does not wait for it. Started by `fit-beside.ts`. */
import { fitCatchment, type ChoicePairs } from '#engines/catchment/catchment.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

export interface FitOrder {
  readonly pairs: ChoicePairs
  readonly people: Float64Array
  readonly users: Float64Array
}

/** A catchment without the pairs, which who asked has already. */
export interface FitOutput {
  readonly usePerPerson: Float64Array
  readonly largestDeparture: number
}

await serveTask<FitOrder, FitOutput | undefined>(({ pairs, people, users }) => {
  let output: FitOutput | undefined
  return {
    run: () => {
      const { usePerPerson, largestDeparture } = fitCatchment(pairs, people, users)
      output = { usePerPerson, largestDeparture }
    },
    finish: () => output,
  }
})
