/** Where the people of buurten are taken to live. A municipality is too large for that: then the place is not known, and that is said. */
import type { Area } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'

/**
 * In this order: a point inside the shape of the buurt, a village that lies in it, a village in its wijk, a point inside that wijk.
 * A village goes before a wijk: the middle of the wijk of Werkendam lies in the Biesbosch.
 */
export const POINT_KINDS = ['neighbourhood', 'village', 'villageInDistrict', 'district', 'nowhere'] as const
type PointKind = (typeof POINT_KINDS)[number]

export interface HomePoints {
  readonly year: number
  /** The buurten of the reference year, by code. */
  readonly areas: readonly Area[]
  /** Degrees; undefined where the place is not known. */
  readonly points: readonly (readonly [number, number] | undefined)[]
  /** How many buurten have each kind of point. */
  readonly counts: Readonly<Record<PointKind, number>>
}

export const getHomePoints = memoize((statistics: Statistics): HomePoints => {
  const year = statistics.referenceYear
  const all = statistics.listAreas('neighbourhood')
  const areas = [...statistics.listPositions('neighbourhood', year)].map((position) => all[position]!)
  // Of several villages in one area the largest is the last, and stays.
  const villages = new Map(statistics.listPlaces().toSorted((a, b) => (a.population ?? 0) - (b.population ?? 0)).map(({ area, point }) => [area, point]))
  const counts: Record<PointKind, number> = { neighbourhood: 0, village: 0, villageInDistrict: 0, district: 0, nowhere: 0 }
  const points = areas.map((area) => {
    const district = area.parents.district ?? ''
    const options = [area.point, villages.get(area.code), villages.get(district), statistics.findArea(district)?.point]
    const kind = options.findIndex((point) => point !== undefined)
    counts[POINT_KINDS[kind < 0 ? options.length : kind]!]++
    return options[kind]
  })
  return { year, areas, points, counts }
})
