import type { SitingProblem } from '#engines/siting/siting-problem.ts'

/** Fewest person-minutes when whole people are sent to these sites within their capacities, one by one along the cheapest path (Bellman–Ford); Infinity when they do not fit. */
export function sendCheapest({ placeCount, siteCount, minutes, weights, capacities }: SitingProblem, sites: Int32Array): number {
  const sent = new Float64Array(placeCount * siteCount)
  const room = Float64Array.from(sites, (site) => capacities![site]!)
  let total = 0
  for (let place = 0; place < placeCount; place++) {
    for (let person = 0; person < weights[place]!; person++) {
      const cost = sendOne(place)
      if (cost === Infinity) return Infinity
      total += cost
    }
  }
  return total

  /** Sends one more person from this place; others make room where that is cheaper. */
  function sendOne(place: number): number {
    const distances = Float64Array.from(sites, (site) => minutes[place * siteCount + site]!)
    const from = Array.from(sites, () => ({ site: -1, place: -1 }))
    for (let round = 0; round < sites.length; round++) {
      for (const [a, first] of sites.entries()) {
        for (const [b, second] of sites.entries()) {
          for (let moved = 0; moved < placeCount; moved++) {
            if (sent[moved * siteCount + first] === 0) continue
            const through = distances[a]! - minutes[moved * siteCount + first]! + minutes[moved * siteCount + second]!
            if (through < distances[b]! - 1e-9) {
              distances[b] = through
              from[b] = { site: a, place: moved }
            }
          }
        }
      }
    }
    let end = -1
    for (const at of sites.keys()) if (room[at]! > 0 && (end < 0 || distances[at]! < distances[end]!)) end = at
    if (end < 0 || distances[end] === Infinity) return Infinity
    const cost = distances[end]!
    room[end]!--
    for (; from[end]!.site >= 0; end = from[end]!.site) {
      const { site, place: moved } = from[end]!
      sent[moved * siteCount + sites[end]!]!++
      sent[moved * siteCount + sites[site]!]!--
    }
    sent[place * siteCount + sites[end]!]!++
    return cost
  }
}
