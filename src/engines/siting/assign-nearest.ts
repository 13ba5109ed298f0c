import type { SitingProblem, SitingServices } from '#engines/siting/siting-problem.ts'

/** Everybody to the nearest of these sites, the first in order where several are as near; and the places with people that reach none. */
export function assignNearest(problem: SitingProblem, sites: ArrayLike<number>): { readonly services: SitingServices; readonly unserved: Int32Array } {
  const { placeCount, siteCount, minutes, weights } = problem
  const places: number[] = []
  const servedBy: number[] = []
  const unserved: number[] = []
  for (let place = 0; place < placeCount; place++) {
    if (weights[place] === 0) continue
    let nearest = -1
    let least = Infinity
    for (let at = 0; at < sites.length; at++) {
      const own = minutes[place * siteCount + sites[at]!]!
      if (own < least) [nearest, least] = [sites[at]!, own]
    }
    if (nearest < 0) {
      unserved.push(place)
      continue
    }
    places.push(place)
    servedBy.push(nearest)
  }
  return { services: { places: Int32Array.from(places), sites: Int32Array.from(servedBy), shares: new Float64Array(places.length).fill(1) }, unserved: Int32Array.from(unserved) }
}
