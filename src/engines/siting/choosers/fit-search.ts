/**
 * Looks for a plan that meets all rules, everybody at the nearest site: from the best plan without the rules on, a site opens, closes or changes places
 * as long as there is less wrong, and then as long as it costs less; then some sites around a place change at random, and the search goes on. It proves nothing, and is quick.
 */
import type { CounterRandom } from '#engines/numeric/philox.ts'
import { measureFit, type Fit, type FitRules } from '#engines/siting/choosers/fit.ts'
import { FitMoves, makeMove, type Move } from '#engines/siting/choosers/fit-moves.ts'
import type { Frame } from '#engines/siting/frame.ts'

const isBetter = (one: Fit, other: Fit) => one.excess < other.excess - 1e-9 || (one.excess <= other.excess + 1e-9 && one.cost < other.cost * (1 - 1e-9))

/** The best sites found from these on; they meet the rules when `excess` of their fit is 0. `shouldStop` is asked between moves. */
export function searchFit(frame: Frame, start: Int32Array, rules: FitRules, shouldStop: () => boolean): { readonly sites: Int32Array; readonly fit: Fit } {
  const moves = new FitMoves(frame, rules)
  let sites = start
  let fit = measureFit(frame, sites, rules)
  for (;;) {
    moves.load(sites)
    let improved = false
    for (const move of listMoves(frame, sites)) {
      if (shouldStop()) return { sites, fit }
      if (!isBetter(moves.measure(move), fit)) continue
      // What is added up move by move is not exact.
      const next = makeMove(sites, move)
      const own = measureFit(frame, next, rules)
      if (!isBetter(own, fit)) continue
      sites = next
      fit = own
      improved = true
      break
    }
    if (!improved) return { sites, fit }
  }
}

/** Sites around a place, of which some open or close at random. */
const [SITES_AROUND, MOST_TURNED] = [8, 4]

/** The best sites found from these on, where some around a place at random open or close and the search goes on from there, again and again. */
export function shakeFit(frame: Frame, start: Int32Array, rules: FitRules, random: CounterRandom, rounds: number, shouldStop: () => boolean): { readonly sites: Int32Array; readonly fit: Fit } {
  let best = { sites: start, fit: measureFit(frame, start, rules) }
  for (let round = 0; round < rounds && !shouldStop(); round++) {
    const found = searchFit(frame, turnAround(frame, best.sites, random), rules, shouldStop)
    if (isBetter(found.fit, best.fit)) best = found
  }
  return best
}

function turnAround({ problem: { minutes, siteCount }, places, sites, locked }: Frame, open: Int32Array, random: CounterRandom): Int32Array {
  const place = places[Math.floor(random.next() * places.length)]!
  const around = sites.filter((_, column) => locked[column] === 0).sort((one, other) => minutes[place * siteCount + one]! - minutes[place * siteCount + other]! || one - other).slice(0, SITES_AROUND)
  const turned = new Set(Array.from({ length: 1 + Math.floor(random.next() * MOST_TURNED) }, () => around[Math.floor(random.next() * around.length)]!))
  return sites.filter((site) => open.includes(site) !== turned.has(site))
}

/** Close one, open one, change one for another. */
function* listMoves({ sites: permitted, locked }: Frame, sites: Int32Array): Generator<Move> {
  const isOpen = new Set(sites)
  const isLocked = new Set(permitted.filter((_, column) => locked[column] === 1))
  const movable = sites.filter((site) => !isLocked.has(site))
  for (const closed of movable) if (sites.length > 1) yield { closed }
  const shut = permitted.filter((site) => !isOpen.has(site))
  for (const opened of shut) yield { opened }
  for (const closed of movable) for (const opened of shut) yield { opened, closed }
}
