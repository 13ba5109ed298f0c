/** The same function, which computes the answer for the same words and numbers once. The words hold no line ends. */
export function remember<Args extends readonly (string | number)[], Answer>(compute: (...args: Args) => Answer): (...args: Args) => Answer {
  const known = new Map<string, { readonly answer: Answer }>()
  return (...args) => {
    const key = args.join('\n')
    let entry = known.get(key)
    if (entry === undefined) {
      entry = { answer: compute(...args) }
      known.set(key, entry)
    }
    return entry.answer
  }
}
