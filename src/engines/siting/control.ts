/** What a long computation tells, and how it is asked to stop. Engines know no clock: who calls decides how long is long enough. */
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'

export interface SitingProgress {
  /** What is being done. */
  readonly phase: 'search' | 'bound' | 'tree' | 'integerProgram' | 'radius' | 'alternatives'
  /** Value of the best plan so far, Infinity while there is none; lower is better. */
  readonly value: number
  /** No plan can be better than this. */
  readonly bound: number
}

export interface SitingControl {
  /** Whole number in [0, 2^53); the same seed gives the same plan. */
  readonly seed: number
  readonly onProgress?: (progress: SitingProgress) => void
  /** Asked often; true ends the work with the best plan so far and a true bound. An AbortSignal fits: `() => signal.aborted`. */
  readonly shouldStop?: () => boolean
  /** The most nodes of a search tree, 1,000,000 when absent. */
  readonly maximumNodes?: number
  /** Of plans that are as good for the goal any will do; else the one with the fewest minutes of all people together is looked for. */
  readonly onlyValue?: boolean
  /** Solves what is left where the own search tree is slow, and everything with capacities, minimum sizes and limits. */
  readonly integerSolver?: IntegerSolver
}

export const MAXIMUM_NODES = 1_000_000
