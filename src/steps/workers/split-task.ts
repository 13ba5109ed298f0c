/** A computation that several threads do together: parts in any order, by any of them, with the same answer. */

/** What a module for `runSplit` gives to `serveTask`: it is called once a thread. Inputs and outputs are copied between threads, but for shared memory. */
export type StartTask<Input, Output, Joined = never> = (input: Input) => SplitTask<Output, Joined> | Promise<SplitTask<Output, Joined>>

export interface SplitTask<Output, Joined = never> {
  /** Does part `part` of `parts`. A part takes at most some tenths of a second, so that progress is smooth. */
  run(part: number): void
  /** What this thread made of its parts, whichever they were. Outputs of all threads together must be the same however parts were divided. */
  finish(): Output
  /** For `runJoined`: what the outputs of all threads come to, in their order. Called in every thread, which makes its share of it: number `share`, from 0. */
  join?(outputs: readonly Output[], share: number): Joined
}

/** What a thread is told at its start. */
export interface Assignment<Input = unknown> {
  readonly input: Input
  readonly parts: number
  /** Two counters: parts that were begun, and that are done. */
  readonly counters: Int32Array
}

export const BEGUN = 0
export const DONE = 1

/** What a thread is told when all have finished. */
export interface JoinOrder {
  readonly outputs: readonly unknown[]
  readonly share: number
}

/** What a thread tells when it has done its parts, or its share of what they come to. */
export type Report = { readonly output: unknown } | { readonly failure: unknown }
