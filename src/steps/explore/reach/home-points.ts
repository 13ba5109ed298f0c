/** Where the people of buurten are taken to live: a point inside the shape of the buurt, or of the smallest larger area that has a shape. */
import type { Area } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'

export const POINT_LEVELS = ['neighbourhood', 'district', 'municipality'] as const

export interface HomePoints {
  readonly year: number
  /** The buurten of the reference year, by code. */
  readonly areas: readonly Area[]
  /** Degrees; undefined where no area around it has a shape. */
  readonly points: readonly (readonly [number, number] | undefined)[]
  /** How many buurten have a point of their own, and how many borrow one. */
  readonly counts: Readonly<Record<(typeof POINT_LEVELS)[number] | 'nowhere', number>>
}

export const getHomePoints = memoize((statistics: Statistics): HomePoints => {
  const year = statistics.referenceYear
  const all = statistics.listAreas('neighbourhood')
  const areas = [...statistics.listPositions('neighbourhood', year)].map((position) => all[position]!)
  const counts = { neighbourhood: 0, district: 0, municipality: 0, nowhere: 0 }
  const points = areas.map((area) => {
    for (const level of POINT_LEVELS) {
      const code = level === 'neighbourhood' ? area.code : area.parents[level]
      const point = code === undefined ? undefined : statistics.findArea(code)?.point
      if (point === undefined) continue
      counts[level]++
      return point
    }
    counts.nowhere++
    return undefined
  })
  return { year, areas, points, counts }
})
