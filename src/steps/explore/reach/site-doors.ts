/** The addresses of what people travel to: a school with two is reached at both, and is still one. */
import type { Facility } from '#domain/facility.ts'
import type { Point } from '#steps/explore/reach/travel-ground.ts'

export type Site = Pick<Facility, 'point' | 'furtherPoints'>

export interface SiteDoors {
  /** Every address of every site. */
  readonly points: readonly Point[]
  /** The position of its site in the list. */
  readonly siteOfDoor: Int32Array
  /** How many the site with most of them has. */
  readonly most: number
}

export function listDoors(sites: readonly Site[]): SiteDoors {
  const ofSites = sites.map(({ point, furtherPoints = [] }) => [point, ...furtherPoints])
  return {
    points: ofSites.flat(),
    siteOfDoor: Int32Array.from(ofSites.flatMap((doors, site) => doors.map(() => site))),
    most: ofSites.reduce((most, { length }) => Math.max(most, length), 0),
  }
}

/** Among so many nearest doors are those of the k nearest sites, however many doors a site has. */
export const countDoorsToAsk = ({ most }: SiteDoors, k: number): number => (k - 1) * most + 1
