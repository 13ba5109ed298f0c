/** Travel times from many points to many others, so many origins a sweep over the hierarchy. */
import { checkAccessPoints } from '#engines/reach/access-points.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'

/** Origins of one sweep: their times fill one line of the cache. */
export const ORIGINS_A_SWEEP = 32

/** In a matrix, the time of what cannot be reached, or only in more ticks than fit in 16 bits. With ticks of half a second that is nine hours. */
export const OUT_OF_REACH = 0xffff

/** Sweeps over one part of a network to one list of destinations. The fast one and the plain one give the same numbers. */
export interface Sweeper {
  readonly destinationCount: number
  /** Times of origins `first` to before `first + count`, at most `ORIGINS_A_SWEEP`: a row an origin, in memory that is used again. */
  sweep(origins: AccessPoints, first: number, count: number): Uint16Array
}

export type CreateSweeper = (part: RestrictedHierarchy, destinations: AccessPoints) => Sweeper

/**
 * Ticks from every origin to every destination, handed over some rows at a time, in memory that is used again.
 * An origin with many nodes counts as one place with many doors: all sites of one type as one origin give the time from the nearest of them.
 * Throws a RangeError for points that are not pinned in the part.
 */
export function sweepTravelMatrix(
  part: RestrictedHierarchy,
  origins: AccessPoints,
  destinations: AccessPoints,
  createSweeper: CreateSweeper,
  takeRows: (ticks: Uint16Array, firstOrigin: number, count: number) => void,
): void {
  checkAccessPoints(origins, part, 'origins')
  checkAccessPoints(destinations, part, 'destinations')
  const sweeper = createSweeper(part, destinations)
  for (let first = 0; first < origins.count; first += ORIGINS_A_SWEEP) {
    const count = Math.min(ORIGINS_A_SWEEP, origins.count - first)
    takeRows(sweeper.sweep(origins, first, count), first, count)
  }
}
