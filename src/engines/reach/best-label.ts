/** The one nearest site of every spot. */
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { NearestSites, SiteLabels } from '#engines/reach/site-labels.ts'

/**
 * Time and site are one number, exact below 2⁵³: comparing two compares times first and sites after, and adding a time to the number adds it to the time.
 */
const SITE_ROOM = 2 ** 23

export class BestLabel implements SiteLabels {
  readonly #labels: Float64Array

  constructor(count: number) {
    this.#labels = new Float64Array(count).fill(Infinity)
  }

  offer(spot: number, ticks: number, site: number): boolean {
    return this.#offer(spot, ticks * SITE_ROOM + site)
  }

  passUp({ spotCount, firstEdges, aboveSpots }: RestrictedHierarchy, edgeTicks: Int32Array): void {
    const labels = this.#labels
    for (let spot = spotCount - 1; spot >= 0; spot--) {
      const own = labels[spot]!
      if (own === Infinity) continue
      for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) {
        if (edgeTicks[edge]! >= UNREACHABLE) continue
        const label = own + edgeTicks[edge]! * SITE_ROOM
        if (label < labels[aboveSpots[edge]!]!) labels[aboveSpots[edge]!] = label
      }
    }
  }

  passDown({ spotCount, firstEdges, aboveSpots }: RestrictedHierarchy, edgeTicks: Int32Array): void {
    const labels = this.#labels
    for (let spot = 0; spot < spotCount; spot++) {
      let own = labels[spot]!
      for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) {
        if (edgeTicks[edge]! >= UNREACHABLE) continue
        const label = labels[aboveSpots[edge]!]! + edgeTicks[edge]! * SITE_ROOM
        if (label < own) own = label
      }
      labels[spot] = own
    }
  }

  passTo(others: BestLabel, from: number, to: number, ticks: number): void {
    others.#offer(to, this.#labels[from]! + ticks * SITE_ROOM)
  }

  toNearestSites(): NearestSites {
    const isThere = (label: number) => label < Infinity
    return {
      ticks: Int32Array.from(this.#labels, (label) => (isThere(label) ? Math.floor(label / SITE_ROOM) : UNREACHABLE)),
      sites: Int32Array.from(this.#labels, (label) => (isThere(label) ? label % SITE_ROOM : -1)),
    }
  }

  #offer(spot: number, label: number): boolean {
    if (!(label < this.#labels[spot]!)) return false
    this.#labels[spot] = label
    return true
  }
}
