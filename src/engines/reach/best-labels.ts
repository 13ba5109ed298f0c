/** The k nearest sites of every spot, in order, each site once. */
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { NearestSites, SiteLabels } from '#engines/reach/site-labels.ts'

export class BestLabels implements SiteLabels {
  readonly #k: number
  readonly #ticks: Int32Array
  readonly #sites: Int32Array

  constructor(count: number, k: number) {
    this.#k = k
    this.#ticks = new Int32Array(count * k).fill(UNREACHABLE)
    this.#sites = new Int32Array(count * k).fill(-1)
  }

  passUp({ spotCount, firstEdges, aboveSpots }: RestrictedHierarchy, edgeTicks: Int32Array): void {
    for (let spot = spotCount - 1; spot >= 0; spot--) {
      if (this.#sites[spot * this.#k]! < 0) continue
      for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) this.passTo(this, spot, aboveSpots[edge]!, edgeTicks[edge]!)
    }
  }

  passDown({ spotCount, firstEdges, aboveSpots }: RestrictedHierarchy, edgeTicks: Int32Array): void {
    for (let spot = 0; spot < spotCount; spot++) {
      for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) this.passTo(this, aboveSpots[edge]!, spot, edgeTicks[edge]!)
    }
  }

  passTo(others: BestLabels, from: number, to: number, ticks: number): void {
    if (ticks >= UNREACHABLE) return
    for (let at = from * this.#k; at < (from + 1) * this.#k && this.#sites[at]! >= 0; at++) {
      if (!others.offer(to, this.#ticks[at]! + ticks, this.#sites[at]!)) return
    }
  }

  /** Takes a site in where it is nearer than what is there. False when it, and so all that are further, are too far. */
  offer(spot: number, ticks: number, site: number): boolean {
    const first = spot * this.#k
    const last = first + this.#k - 1
    if (!this.#isNearer(ticks, site, last)) return false
    let hole = last
    for (let at = first; at < last; at++) {
      if (this.#sites[at] !== site) continue
      if (this.#ticks[at]! <= ticks) return true
      hole = at
      break
    }
    for (; hole > first && this.#isNearer(ticks, site, hole - 1); hole--) {
      this.#ticks[hole] = this.#ticks[hole - 1]!
      this.#sites[hole] = this.#sites[hole - 1]!
    }
    this.#ticks[hole] = ticks
    this.#sites[hole] = site
    return true
  }

  toNearestSites(): NearestSites {
    return { ticks: this.#ticks, sites: this.#sites }
  }

  #isNearer(ticks: number, site: number, at: number): boolean {
    return ticks < this.#ticks[at]! || (ticks === this.#ticks[at]! && site < this.#sites[at]!)
  }
}
