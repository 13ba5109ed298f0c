/** Processor time of this thread: other programs on the machine change it little. */

/** The last answer, and the median time in milliseconds. */
export function measure<Answer>(run: () => Answer, repeats = 1): { readonly answer: Answer; readonly milliseconds: number } {
  const times: number[] = []
  let answer!: Answer
  for (let repeat = 0; repeat < repeats; repeat++) {
    const started = process.threadCpuUsage()
    answer = run()
    const { user, system } = process.threadCpuUsage(started)
    times.push((user + system) / 1000)
  }
  return { answer, milliseconds: times.sort((a, b) => a - b)[Math.floor(repeats / 2)]! }
}
