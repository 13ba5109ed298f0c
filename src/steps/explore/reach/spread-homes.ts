/**
 * People live all over a buurt, and their way is longer on average than that from the point of it. Since the mean distance to a disk goes with the unit, the disk may be taken in minutes over small roads,
 * and the whole time made longer at once: it never changes which way, or which site, is the nearest.
 */
import { measureMeanDistance } from '#engines/geometry/mean-distance-to-disk.ts'
import type { Point } from '#steps/explore/reach/travel-ground.ts'
import { localMinutes, type TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** Where ways begin. */
export interface Places {
  /** Undefined where the place is not known. */
  readonly points: readonly (Point | undefined)[]
  /** Of the disk around each point over which its people live, metres; left out where everybody starts at the point. */
  readonly radii?: Float64Array | undefined
}

/** Where it is known of all of them. */
export interface KnownPlaces extends Places {
  readonly points: readonly Point[]
}

/** Of minutes from the point of a place those of its people on average. */
export const spreadMinutes = ({ radii }: Places, place: number, mode: TravelMode, minutes: number): number => (radii === undefined ? minutes : measureMeanDistance(minutes, localMinutes(mode, radii[place]!)))
