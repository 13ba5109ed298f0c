/** The area of a siting question: which buurten and which points lie in it. */
import type { Area } from '#domain/area.ts'
import type { SitingDocument } from '#domain/siting-document.ts'
import { containsPoint } from '#engines/geometry/point-in-polygon.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { SeeError } from '#steps/see/problems.ts'
import type { Geometry } from 'geojson'

export type Point = readonly [longitude: number, latitude: number]

export interface SitingArea {
  /** Names of the areas; empty for a drawn one. */
  readonly names: readonly string[]
  /** Areas without a shape: which facilities lie in them goes by the nearest buurt. */
  readonly withoutShape: readonly string[]
  includesHome(buurt: Area, point: Point | undefined): boolean
  includesPoint(point: Point): boolean
}

/** Throws SeeError `unknownArea` for a code that is not there in the reference year. */
export function getSitingArea(statistics: Statistics, { area }: SitingDocument): SitingArea {
  if ('polygon' in area) return drawArea(area.polygon)
  const homes = getHomePoints(statistics)
  const areas = [...new Set(area.codes)].map((code) => {
    const found = statistics.findArea(code)
    if (found === undefined || !found.years.includes(homes.year)) throw new SeeError('unknownArea', code)
    return found
  })
  const codes = new Set(areas.map(({ code }) => code))
  const includesHome = (buurt: Area) => codes.has(buurt.code) || Object.values(buurt.parents).some((code) => codes.has(code))
  const shapes = areas.map((own) => findShape(statistics, own))
  const known = shapes.filter((shape) => shape !== undefined)
  const withoutShape = areas.filter((_, at) => shapes[at] === undefined).map(({ name }) => name)
  const nearestHome = withoutShape.length > 0 ? createNearestHome(statistics) : undefined
  return {
    names: areas.map(({ name }) => name),
    withoutShape,
    includesHome,
    includesPoint(point) {
      if (known.some((shape) => containsPoint(shape, point[0], point[1]))) return true
      const buurt = nearestHome?.(point)
      return buurt !== undefined && includesHome(buurt)
    },
  }
}

function drawArea(polygon: readonly Point[]): SitingArea {
  const shape: Geometry = { type: 'Polygon', coordinates: [[...polygon, polygon[0]!].map(([x, y]) => [x, y])] }
  const includesPoint = ([x, y]: Point) => containsPoint(shape, x, y)
  return { names: [], withoutShape: [], includesPoint, includesHome: (_, point) => point !== undefined && includesPoint(point) }
}

function findShape(statistics: Statistics, { code, level }: Area): Geometry | undefined {
  const shapes = statistics.findShapes(level)
  const at = shapes?.codes.indexOf(code) ?? -1
  return at < 0 ? undefined : shapes?.geometries.at(at)
}

/** Further from all homes than this lies in no buurt. */
const FURTHEST_HOME_METRES = 10_000

function createNearestHome(statistics: Statistics): (point: Point) => Area | undefined {
  const homes = getHomePoints(statistics)
  const known = [...homes.areas.keys()].filter((at) => homes.points[at] !== undefined)
  const near = new NearbyPoints(known.map((at) => homes.points[at]![0]), known.map((at) => homes.points[at]![1]))
  return (point) => {
    const found = near.findNearest(point, FURTHEST_HOME_METRES)
    return found && homes.areas[known[found.at]!]
  }
}
