/** Where the people of buurten are taken to live. A municipality is too large for that: then the place is not known, and that is said. */
import type { Area } from '#domain/area.ts'
import { normaliseName } from '#domain/names.ts'
import type { Place } from '#domain/place.ts'
import { remember } from '#domain/remember.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findLivedInDisks, LIVED_IN_KINDS, type LivedInKind } from '#steps/explore/reach/lived-in-radius.ts'
import { NamedShapes } from '#steps/explore/reach/named-shapes.ts'
import { memoize } from '#steps/see/memo.ts'
import { Stepwise } from '#steps/shared/stepwise.ts'

type Point = readonly [longitude: number, latitude: number]

/**
 * In this order: a point inside the shape of the buurt; inside the shape of a buurt that had its name, in a year with other codes, and lies in the same wijk where that is known; a village that
 * lies in it; a village in its wijk; a point inside that wijk, or inside a shape that had the name of the wijk; a point inside a shape whose name is like that of the buurt or the wijk; the middle of the other
 * buurten of the wijk; the village that the name of either holds.
 * A village goes before a wijk: the middle of the wijk of Werkendam lies in the Biesbosch.
 */
export const POINT_KINDS = ['neighbourhood', 'neighbourhoodName', 'village', 'villageInDistrict', 'district', 'districtName', 'similarName', 'otherNeighbourhoods', 'villageInName', 'nowhere'] as const
type PointKind = (typeof POINT_KINDS)[number]

export interface HomePoints {
  readonly year: number
  /** The buurten of that year, by code. */
  readonly areas: readonly Area[]
  /** Degrees; undefined where the place is not known. */
  readonly points: readonly (Point | undefined)[]
  /** Of the disk around each point over which its people live, metres; 0 where that is not known. */
  readonly radii: Float64Array
  readonly kinds: readonly PointKind[]
  /** How many buurten have each kind of point. */
  readonly counts: Readonly<Record<PointKind, number>>
  /** How many buurten with a point have each kind of disk. */
  readonly livedIn: Readonly<Record<LivedInKind, number>>
}

/** Those of the reference year. */
export const getHomePoints = (statistics: Statistics): HomePoints => getHomePointsOf(statistics)(statistics.referenceYear)

/** Those of a year. */
export const getHomePointsOf = (statistics: Statistics) => (year: number): HomePoints => getWork(statistics)(year).finish()

/** Those of the reference year, found with others answered in between. Whoever answers a request awaits this before anything that asks for them. */
export const prepareHomePoints = (statistics: Statistics): Promise<HomePoints> => prepareHomePointsOf(statistics, statistics.referenceYear)

/** Those of a year, in the same way. */
export const prepareHomePointsOf = (statistics: Statistics, year: number): Promise<HomePoints> => getWork(statistics)(year).finishBetweenOthers()

const getWork = memoize((statistics: Statistics) => remember((year: number) => new Stepwise(findHomePoints(statistics, year))))

/** Buurten that are looked up without others in between: some milliseconds. */
const STEP = 250

function* findHomePoints(statistics: Statistics, year: number): Generator<void, HomePoints> {
  const all = statistics.listAreas('neighbourhood')
  const areas = [...statistics.listPositions('neighbourhood', year)].map((position) => all[position]!)
  const found = yield* findOwnPoints(statistics, areas)
  const middles = findMiddles(areas, found)
  const villagesOf = Map.groupBy(statistics.listPlaces(), (place) => place.municipality)
  const counts = Object.fromEntries(POINT_KINDS.map((kind) => [kind, 0])) as Record<PointKind, number>
  const homes = areas.map((area, at) => {
    const own = found[at]
    if (own !== undefined) return own
    const middle = middles.get(area.parents.district ?? '')
    if (middle !== undefined) return { kind: 'otherNeighbourhoods' as const, point: middle }
    const village = findVillageInName(villagesOf.get(area.parents.municipality ?? '') ?? [], [area.name, statistics.findArea(area.parents.district ?? '')?.name ?? ''])
    return { kind: village === undefined ? ('nowhere' as const) : ('villageInName' as const), point: village }
  })
  for (const { kind } of homes) counts[kind]++
  yield
  const disks = findLivedInDisks(statistics, areas, year)
  const livedIn = Object.fromEntries(LIVED_IN_KINDS.map((kind) => [kind, disks.filter((disk, at) => disk.kind === kind && homes[at]!.point !== undefined).length])) as Record<LivedInKind, number>
  return { year, areas, points: homes.map(({ point }) => point), radii: Float64Array.from(disks, ({ radiusMetres }) => radiusMetres), kinds: homes.map(({ kind }) => kind), counts, livedIn }
}

type Found = { readonly kind: PointKind; readonly point: Point } | undefined

function* findOwnPoints(statistics: Statistics, areas: readonly Area[]): Generator<void, Found[]> {
  // Of several villages in one area the largest is the last, and stays.
  const villages = new Map(statistics.listPlaces().toSorted((a, b) => (a.population ?? 0) - (b.population ?? 0)).map(({ area, point }) => [area, point]))
  const shapes = new NamedShapes(statistics)
  const districtShapes = statistics.findShapes('district')
  const shapeOfDistrict = new Map(districtShapes?.codes.map((code, at) => [code, at]))
  const findShape = (code: string) => districtShapes?.geometries.at(shapeOfDistrict.get(code) ?? districtShapes.codes.length)
  const find = (area: Area): Found => {
    const district = statistics.findArea(area.parents.district ?? '')
    const municipality = area.parents.municipality ?? ''
    const options: readonly (readonly [PointKind, () => Point | undefined])[] = [
      ['neighbourhood', () => area.point],
      ['neighbourhoodName', () => shapes.findPoint(['neighbourhood'], municipality, area.name, findShape(area.parents.district ?? ''))],
      ['village', () => villages.get(area.code)],
      ['villageInDistrict', () => villages.get(district?.code ?? '')],
      ['district', () => district?.point],
      ['districtName', () => district && shapes.findPoint(['district', 'neighbourhood'], municipality, district.name)],
      ['similarName', () => shapes.findSimilar(municipality, [area.name, district?.name ?? ''])],
    ]
    for (const [kind, find] of options) {
      const point = find()
      if (point !== undefined) return { kind, point }
    }
    return undefined
  }
  const found: Found[] = []
  for (let from = 0; from < areas.length; from += STEP) {
    for (const area of areas.slice(from, from + STEP)) found.push(find(area))
    yield
  }
  return found
}

/** The village whose name stands in one of these names, as words of their own: of "Stadsrand Rijssen Zuid" that is Rijssen. Of several the one with the longest name. */
function findVillageInName(villages: readonly Place[], names: readonly string[]): Point | undefined {
  for (const name of names) {
    const words = ` ${normaliseName(name)} `
    const found = villages.filter((village) => words.includes(` ${normaliseName(village.name)} `))
    if (found.length > 0) return found.toSorted((a, b) => b.name.length - a.name.length)[0]!.point
  }
  return undefined
}

/** The mean of the points of its buurten, for every wijk that has some. */
function findMiddles(areas: readonly Area[], found: readonly Found[]): Map<string, Point> {
  const sums = new Map<string, [number, number, number]>()
  for (const [at, area] of areas.entries()) {
    const point = found[at]?.point
    if (point === undefined) continue
    const sum = sums.get(area.parents.district ?? '') ?? [0, 0, 0]
    sums.set(area.parents.district ?? '', [sum[0] + point[0], sum[1] + point[1], sum[2] + 1])
  }
  return new Map([...sums].map(([district, [longitude, latitude, count]]) => [district, [longitude / count, latitude / count]]))
}
