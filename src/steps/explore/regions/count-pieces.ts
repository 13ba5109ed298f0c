/** Whether regions are whole: in how many pieces each lies, by places that are next to each other. */
import { findPieces } from '#engines/regions/make-contiguous.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import type { Point } from '#steps/explore/reach/travel-ground.ts'

/** Two places are next to each other when one is among so many nearest of the other. */
const NEAREST = 6
const FURTHEST_METRES = 30_000

/** For every place those that are next to it, both ways. */
export function listNeighbours(points: readonly Point[]): readonly (readonly number[])[] {
  const near = new NearbyPoints(points.map(([longitude]) => longitude), points.map(([, latitude]) => latitude))
  const neighbours = points.map(() => new Set<number>())
  for (const [at, point] of points.entries()) {
    for (const found of near.listNearest(point, FURTHEST_METRES, NEAREST + 1)) {
      if (found.at === at) continue
      neighbours[at]!.add(found.at)
      neighbours[found.at]!.add(at)
    }
  }
  return neighbours.map((own) => [...own])
}

/** How many pieces each region has; 0 for one without a place. */
export function countPieces(neighbours: readonly (readonly number[])[], regions: readonly number[], regionCount: number): number[] {
  const counts = Array.from({ length: regionCount }, () => 0)
  for (const [first] of findPieces(regions, neighbours)) counts[regions[first!]!]!++
  return counts
}

/** For every region those next to it. */
export function listNextTo(neighbours: readonly (readonly number[])[], regions: readonly number[], regionCount: number): number[][] {
  const nextTo = Array.from({ length: regionCount }, () => new Set<number>())
  neighbours.forEach((own, at) => own.forEach((other) => regions[other] !== regions[at] && nextTo[regions[at]!]!.add(regions[other]!)))
  return nextTo.map((own) => [...own].sort((a, b) => a - b))
}
