/** Things derived from the statistics, made at first use and kept as long as those statistics are. */
import type { Statistics } from '#statistics/statistics.ts'

/** The same function, computed once for each statistics object. */
export function memoize<T>(make: (statistics: Statistics) => T): (statistics: Statistics) => T {
  const kept = new WeakMap<Statistics, { readonly value: T }>()
  return (statistics) => {
    let entry = kept.get(statistics)
    if (entry === undefined) {
      entry = { value: make(statistics) }
      kept.set(statistics, entry)
    }
    return entry.value
  }
}
