/** Work in small steps, so that others can be answered in between; whoever cannot wait has it done at once. */
import { nextTurn } from '#steps/shared/turns.ts'

type End<Result> = { readonly result: Result } | { readonly error: unknown }

export class Stepwise<Result> {
  readonly #steps: Iterator<void, Result>
  #end: End<Result> | undefined

  /** @param steps yields wherever others may come in between. */
  constructor(steps: Iterator<void, Result>) {
    this.#steps = steps
  }

  /** All that is left, at once. Throws what the work throws. */
  finish(): Result {
    while (this.#end === undefined) this.#step()
    return this.#take(this.#end)
  }

  /** All that is left, with others in between: other requests, and whoever does the same work at once. */
  async finishBetweenOthers(): Promise<Result> {
    while (this.#end === undefined) {
      this.#step()
      await nextTurn()
    }
    return this.#take(this.#end)
  }

  #step(): void {
    try {
      const { done, value } = this.#steps.next()
      if (done === true) this.#end = { result: value }
    } catch (error) {
      this.#end = { error }
    }
  }

  #take(end: End<Result>): Result {
    if ('error' in end) throw end.error
    return end.result
  }
}
