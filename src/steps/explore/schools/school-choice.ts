/** Which schools the children of a buurt may choose, and how much each counts for its distance. Method: docs/methods/school-forecast.md. */
import type { ChoicePairs } from '#engines/catchment/catchment.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { prepareHomePointsOf } from '#steps/explore/reach/home-points.ts'
import { DETOUR_FACTOR } from '#steps/explore/reach/travel-modes.ts'
import type { ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** A school counts e times less for every so many kilometres over the road. About three in four children then go to a school within a kilometre in a straight line. */
export const DECAY_KM = 0.6
/** Children choose from the nearest schools, so many at most. */
const MOST_SCHOOLS = 40
const [NEAR_METRES, FAR_METRES] = [8000, 60_000]
const FEWEST_SCHOOLS = 5
/** Weights below this are of no use, and would leave an origin with nothing where all its schools are far. */
const LEAST_WEIGHT = 1e-12
/** Of a buurt of which the land is not known. */
const USUAL_LAND_KM2 = 0.5

type Point = readonly [longitude: number, latitude: number]

export interface SchoolChoice {
  readonly pairs: ChoicePairs
  /** The origin of every buurt, −1 for one whose municipality has no school either. Buurten of which the place is not known share one origin a municipality. */
  readonly originOfBuurt: Int32Array
  /** Kilometres over the road of every pair; NaN from a place that is not known. */
  readonly kilometres: Float64Array
  /** Buurten of which the place is not known. */
  readonly placeUnknown: readonly number[]
}

/** Buurten whose schools are found without others in between: some milliseconds. */
const BUURTEN_AT_ONCE = 250

/** `municipalityOfSchool` has the position of the municipality that each school stands in, −1 where it is not known. Others are answered in between. */
export async function listSchoolChoices(statistics: Statistics, children: ChildrenOfBuurten, schools: readonly Pick<School, 'point'>[], municipalityOfSchool: ArrayLike<number>): Promise<SchoolChoice> {
  const homes = await prepareHomePointsOf(statistics, children.years[0]!)
  const pointOfBuurt = new Map(homes.areas.map(({ code }, at) => [code, homes.points[at]]))
  const near = new NearbyPoints(schools.map(({ point }) => point[0]), schools.map(({ point }) => point[1]))
  const radii = measureRadii(statistics, children)
  const builder = new PairBuilder()
  const originOfBuurt = new Int32Array(children.areas.length).fill(-1)
  const placed: { readonly origin: number; readonly point: Point; readonly radius: number }[] = []
  const placeUnknown: number[] = []
  for (const [buurt, { code }] of children.areas.entries()) {
    if (buurt % BUURTEN_AT_ONCE === 0) await nextTurn()
    const point = pointOfBuurt.get(code)
    if (point === undefined) placeUnknown.push(buurt)
    else {
      const origin = builder.addOrigin(findSchools(near, point).map(({ at, metres }) => ({ site: at, kilometres: measureWay(metres, radii[buurt]!) })))
      originOfBuurt[buurt] = origin
      placed.push({ origin, point, radius: radii[buurt]! })
    }
  }
  await nextTurn()
  addUnreached(builder, placed, schools)
  addUnplaced(builder, children, placeUnknown, municipalityOfSchool, originOfBuurt)
  await nextTurn()
  return { ...builder.finish(schools.length), originOfBuurt, placeUnknown }
}

/** One figure an origin, of one a buurt. */
export function addToOrigins({ pairs, originOfBuurt }: SchoolChoice, ofBuurten: Float64Array): Float64Array {
  const sums = new Float64Array(pairs.originCount)
  ofBuurten.forEach((own, buurt) => {
    if (originOfBuurt[buurt]! >= 0) sums[originOfBuurt[buurt]!]! += own
  })
  return sums
}

const findSchools = (near: NearbyPoints, point: Point) => {
  const around = near.listNearest(point, NEAR_METRES, MOST_SCHOOLS)
  return around.length >= FEWEST_SCHOOLS ? around : near.listNearest(point, FAR_METRES, FEWEST_SCHOOLS)
}

/** Children live all over their buurt: their way is longer than that from its middle, by the usual way of adding what goes in all directions. */
const measureWay = (metres: number, radiusKm: number): number => DETOUR_FACTOR * Math.hypot(metres / 1000, radiusKm)

/** The mean distance to the middle of a disc as large as the land of the buurt, kilometres. */
function measureRadii(statistics: Statistics, { areas, years: [year] }: ChildrenOfBuurten): Float64Array {
  const read = (id: string) => statistics.findColumn(id, 'neighbourhood', year!)?.values
  const [people, densities] = [read('population'), read('populationDensity')]
  return Float64Array.from(areas, ({ code }) => {
    const position = statistics.getPosition(code)
    const [inhabitants, density] = [people?.[position] ?? NaN, densities?.[position] ?? NaN]
    const land = inhabitants > 0 && density > 0 ? inhabitants / density : USUAL_LAND_KM2
    return (2 / 3) * Math.sqrt(land / Math.PI)
  })
}

/** A school that is among the nearest of no buurt still has pupils: from the buurt that is nearest. */
function addUnreached(builder: PairBuilder, placed: readonly { readonly origin: number; readonly point: Point; readonly radius: number }[], schools: readonly Pick<School, 'point'>[]): void {
  if (placed.length === 0) return
  const near = new NearbyPoints(placed.map(({ point }) => point[0]), placed.map(({ point }) => point[1]))
  const reached = builder.listSites()
  schools.forEach(({ point }, site) => {
    const found = reached.has(site) ? undefined : near.findNearest(point, 400_000)
    if (found !== undefined) builder.addTo(placed[found.at]!.origin, { site, kilometres: measureWay(found.metres, placed[found.at]!.radius) })
  })
}

/** Children of whom only the municipality is known choose any school in it. */
function addUnplaced(builder: PairBuilder, children: ChildrenOfBuurten, unknown: readonly number[], municipalityOfSchool: ArrayLike<number>, originOfBuurt: Int32Array): void {
  const origins = new Map<number, number>()
  for (const buurt of unknown) {
    const municipality = children.municipalities[buurt]!
    const sites = Array.from(municipalityOfSchool).flatMap((own, site) => (own === municipality ? [site] : []))
    if (sites.length === 0) continue
    const origin = origins.get(municipality) ?? builder.addOrigin(sites.map((site) => ({ site, kilometres: Number.NaN })))
    origins.set(municipality, origin)
    originOfBuurt[buurt] = origin
  }
}

interface Way {
  readonly site: number
  readonly kilometres: number
}

class PairBuilder {
  readonly #origins: Way[][] = []

  addOrigin(ways: readonly Way[]): number {
    return this.#origins.push([...ways]) - 1
  }

  addTo(origin: number, way: Way): void {
    this.#origins[origin]!.push(way)
  }

  listSites(): ReadonlySet<number> {
    return new Set(this.#origins.flatMap((ways) => ways.map(({ site }) => site)))
  }

  finish(siteCount: number): Pick<SchoolChoice, 'pairs' | 'kilometres'> {
    const ways = this.#origins.flat()
    const firstPairs = new Int32Array(this.#origins.length + 1)
    this.#origins.forEach((own, at) => (firstPairs[at + 1] = firstPairs[at]! + own.length))
    const kilometres = Float64Array.from(ways, (way) => way.kilometres)
    const weights = kilometres.map((own) => (Number.isNaN(own) ? 1 : Math.max(LEAST_WEIGHT, Math.exp(-own / DECAY_KM))))
    return { pairs: { originCount: this.#origins.length, siteCount, firstPairs, sites: Int32Array.from(ways, ({ site }) => site), weights }, kilometres }
  }
}
