/** What is passed along a hierarchy when the nearest sites are looked for. */
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'

export interface NearestSites {
  /** k numbers a place, the nearest first: ticks from the place to the site, `UNREACHABLE` where there are not so many. */
  readonly ticks: Int32Array
  /** The sites they belong to, −1 where there is none. All k are different. */
  readonly sites: Int32Array
}

/** What is passed along the hierarchy: for every spot the nearest site or sites so far. */
export interface SiteLabels {
  offer(spot: number, ticks: number, site: number): boolean
  passUp(part: RestrictedHierarchy, edgeTicks: Int32Array): void
  passDown(part: RestrictedHierarchy, edgeTicks: Int32Array): void
  /** Offers all labels of a spot, so much further, to a spot of others. */
  passTo(others: SiteLabels, from: number, to: number, ticks: number): void
  toNearestSites(): NearestSites
}
