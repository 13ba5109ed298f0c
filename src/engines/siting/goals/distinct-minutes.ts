import type { Frame } from '#engines/siting/frame.ts'

/** All lengths of trips that a place with people can make, ascending, each once; [0] when there are none. */
export function listDistinctMinutes({ problem, places, sites }: Frame): Float64Array {
  const all = new Float64Array(places.length * sites.length)
  let count = 0
  for (const place of places) {
    for (const site of sites) {
      const minutes = problem.minutes[place * problem.siteCount + site]!
      if (minutes !== Infinity) all[count++] = minutes
    }
  }
  const sorted = all.subarray(0, count).sort()
  const distinct = sorted.filter((minutes, at) => at === 0 || minutes !== sorted[at - 1])
  return distinct.length > 0 ? distinct : Float64Array.of(0)
}
