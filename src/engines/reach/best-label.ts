/** The one nearest site of every spot. */
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { NearestSites, SiteLabels } from '#engines/reach/site-labels.ts'

/**
 * Time and site of a spot stand side by side, `UNREACHABLE` and −1 where there is none. Whether another pair goes before is a mask of bits (all 1 or all 0) and no branch: a processor guesses branches, and
 * here it would guess wrong too often. Times are at most `UNREACHABLE`, so that two of them are a whole number of 32 bits; no site is below −1, so that nothing takes the place of "none" at that time.
 */
export class BestLabel implements SiteLabels {
  readonly #labels: Int32Array

  constructor(count: number) {
    this.#labels = new Int32Array(2 * count)
    for (let at = 0; at < this.#labels.length; at += 2) {
      this.#labels[at] = UNREACHABLE
      this.#labels[at + 1] = -1
    }
  }

  offer(spot: number, ticks: number, site: number): boolean {
    if (comesBefore(ticks - this.#labels[2 * spot]!, site - this.#labels[2 * spot + 1]!) === 0) return false
    this.#labels[2 * spot] = ticks
    this.#labels[2 * spot + 1] = site
    return true
  }

  passUp({ spotCount, firstEdges, aboveSpots }: RestrictedHierarchy, edgeTicks: Int32Array): void {
    const labels = this.#labels
    for (let spot = spotCount - 1; spot >= 0; spot--) {
      const ticks = labels[2 * spot]!
      if (ticks === UNREACHABLE) continue
      const site = labels[2 * spot + 1]!
      const end = firstEdges[spot + 1]!
      for (let edge = firstEdges[spot]!; edge < end; edge++) {
        const above = 2 * aboveSpots[edge]!
        const gain = ticks + edgeTicks[edge]! - labels[above]!
        const change = site - labels[above + 1]!
        const mask = comesBefore(gain, change)
        labels[above]! += gain & mask
        labels[above + 1]! += change & mask
      }
    }
  }

  passDown({ spotCount, firstEdges, aboveSpots }: RestrictedHierarchy, edgeTicks: Int32Array): void {
    const labels = this.#labels
    for (let spot = 0; spot < spotCount; spot++) {
      let ticks = labels[2 * spot]!
      let site = labels[2 * spot + 1]!
      const end = firstEdges[spot + 1]!
      for (let edge = firstEdges[spot]!; edge < end; edge++) {
        const above = 2 * aboveSpots[edge]!
        const gain = labels[above]! + edgeTicks[edge]! - ticks
        const change = labels[above + 1]! - site
        const mask = comesBefore(gain, change)
        ticks += gain & mask
        site += change & mask
      }
      labels[2 * spot] = ticks
      labels[2 * spot + 1] = site
    }
  }

  passTo(others: BestLabel, from: number, to: number, ticks: number): void {
    others.offer(to, this.#labels[2 * from]! + ticks, this.#labels[2 * from + 1]!)
  }

  toNearestSites(): NearestSites {
    const count = this.#labels.length / 2
    const ticks = new Int32Array(count)
    const sites = new Int32Array(count)
    for (let spot = 0; spot < count; spot++) {
      ticks[spot] = this.#labels[2 * spot]!
      sites[spot] = this.#labels[2 * spot + 1]!
    }
    return { ticks, sites }
  }
}

/** −1, all bits 1, where a pair that differs so much in ticks and site goes before: an earlier time, or the same with a lower site. Otherwise 0. */
const comesBefore = (gain: number, change: number): number => (gain >> 31) | (~((gain | -gain) >> 31) & (change >> 31))
