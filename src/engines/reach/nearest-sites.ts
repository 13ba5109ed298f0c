/** Who is nearest: for every place the k sites that take the least time to reach, in one pass up and one pass down the hierarchy. */
import { checkAccessPoints } from '#engines/reach/access-points.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import { BestLabel } from '#engines/reach/best-label.ts'
import { BestLabels } from '#engines/reach/best-labels.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import type { NearestSites, SiteLabels } from '#engines/reach/site-labels.ts'

/**
 * The k nearest sites of every place, by the time from place to site. Of sites equally near the one with the lowest number goes first.
 * Throws a RangeError for points that are not pinned, or a k that is not a whole number of 1 and up.
 */
export function findNearestSites(part: RestrictedHierarchy, places: AccessPoints, sites: AccessPoints, k = 1): NearestSites {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}: it must be a whole number of 1 and up`)
  checkAccessPoints(places, part, 'places')
  checkAccessPoints(sites, part, 'sites')
  const createLabels = (count: number): SiteLabels => (k === 1 ? new BestLabel(count) : new BestLabels(count, k))
  const ofSpots = createLabels(part.spotCount)
  for (let site = 0; site < sites.count; site++) {
    for (let at = sites.firstNodes[site]!; at < sites.firstNodes[site + 1]!; at++) ofSpots.offer(part.spotOfNode[sites.nodes[at]!]!, sites.accessTicks[at]!, site)
  }
  // People travel from places to sites: so from the sites up against the direction of travel, then down to the places.
  ofSpots.passUp(part, part.downTicks)
  ofSpots.passDown(part, part.upTicks)
  const ofPlaces = createLabels(places.count)
  for (let place = 0; place < places.count; place++) {
    for (let at = places.firstNodes[place]!; at < places.firstNodes[place + 1]!; at++) ofSpots.passTo(ofPlaces, part.spotOfNode[places.nodes[at]!]!, place, places.accessTicks[at]!)
  }
  return ofPlaces.toNearestSites()
}
