/** Regions of daily life: what people can reach in 45 minutes, put together so that as much as possible of it stays within a region. Method: docs/methods/daily-regions.md. */
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import { FEWEST_REGIONS, MOST_REGIONS } from '#domain/region-counts.ts'
import { remember } from '#domain/remember.ts'
import type { Validity } from '#engines/regions/find-functional-regions.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getGround } from '#steps/explore/reach/reach-ground.ts'
import { findRegionsBeside } from '#steps/explore/reach/reach-thread.ts'
import type { RegionsOutput } from '#steps/explore/reach/reach-task.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { compareDivisions, listCrossings } from '#steps/explore/regions/compare-divisions.ts'
import { countPieces, listNeighbours, listNextTo } from '#steps/explore/regions/count-pieces.ts'
import { divideDistricts } from '#steps/explore/regions/divide-districts.ts'
import { nameRegions } from '#steps/explore/regions/name-regions.ts'
import { listDivisions } from '#steps/explore/regions/region-divisions.ts'
import { makeRegionUnits } from '#steps/explore/regions/region-units.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

export const MINUTES = 45
/** A choice of ours; the method document says what others would change. */
export const HALF_MINUTES = 10
export const VALIDITY: Validity = { leastSize: 50_000, targetSize: 200_000, leastContainment: 0.6, targetContainment: 0.75 }
const COUNTS = Array.from({ length: MOST_REGIONS - FEWEST_REGIONS + 1 }, (_, at) => FEWEST_REGIONS + at)

/** Throws SeeError `noRegions` where the package has no people or places to make them of. */
export async function getDailyRegions(statistics: Statistics, count: number): Promise<DailyRegionsAnswer> {
  const describe = await getDescriber(statistics)
  return describe(count)
}

/** What all counts have in common is worked out once; each answer is kept. */
const getDescriber = memoize(async (statistics: Statistics) => {
  const units = await makeRegionUnits(statistics)
  if (units.used.length === 0) throw new SeeError('noRegions', '')
  const mode = getTravelMode('car')
  const { points, people, mass } = units
  const neighbours = listNeighbours(points)
  const question = { points, people, mass, mode, maximumMinutes: MINUTES, halfMinutes: HALF_MINUTES, counts: COUNTS, neighbours, validity: VALIDITY }
  const [output, divisions] = [await findRegionsBeside(question, await getGround(statistics, mode)), await listDivisions(statistics, units.districts)]
  return remember((count: number) => describeRegions(statistics, { units, divisions, neighbours }, output, count))
})

interface Ground {
  readonly units: Awaited<ReturnType<typeof makeRegionUnits>>
  readonly divisions: Awaited<ReturnType<typeof listDivisions>>
  readonly neighbours: ReturnType<typeof listNeighbours>
}

function describeRegions(statistics: Statistics, { units, divisions, neighbours }: Ground, output: RegionsOutput, count: number): DailyRegionsAnswer {
  const { districts, peopleOfDistrict, used } = units
  const found = output.regions[COUNTS.indexOf(count)]!
  const divided = divideDistricts(units, found)
  const { regionOfDistrict, regionCount } = divided
  const names = nameRegions(statistics, districts, peopleOfDistrict, regionOfDistrict, regionCount)
  const regionOfUnit = used.map((at) => regionOfDistrict[at]!)
  const [pieces, nextTo] = [countPieces(neighbours, regionOfUnit, regionCount), listNextTo(neighbours, regionOfUnit, regionCount)]
  const crossings = listCrossings(divisions, peopleOfDistrict, regionOfDistrict, regionCount)
  const describeArea = (at: number) => ({ code: districts[at]!.code, name: districts[at]!.name, level: 'district' as const })
  const rowOfDistrict = new Map(districts.map(({ code }, at) => [code, at]))
  const all = statistics.listAreas('neighbourhood')
  const year = statistics.referenceYear
  return {
    version: statistics.version,
    year, count,
    minutes: MINUTES,
    halfMinutes: HALF_MINUTES,
    destinations: units.destinations as DailyRegionsAnswer['destinations'],
    regions: names.map((name, region) => ({
      id: `DL${String(region + 1).padStart(2, '0')}`,
      name,
      people: Math.round(divided.people[region]!),
      districts: regionOfDistrict.reduce((sum, own) => sum + Number(own === region), 0),
      stays: round(divided.stays[region]!),
      comesFromWithin: round(divided.comesFromWithin[region]!),
      isIsland: divided.islands.has(region),
      pieces: pieces[region]!,
      neighbours: nextTo[region]!,
      crossings: crossings[region]!,
    })),
    divisions: divisions.map((division) => compareDivisions(division, peopleOfDistrict, regionOfDistrict, crossings)),
    regionOfNeighbourhood: [...statistics.listPositions('neighbourhood', year)].map((position) => regionOfDistrict[rowOfDistrict.get(all[position]!.parents.district ?? '') ?? 0]!),
    regionOfDistrict: [...regionOfDistrict],
    followed: divided.followed.map((at) => ({ area: describeArea(at), reason: peopleOfDistrict[at]! > 0 ? ('placeUnknown' as const) : ('nobody' as const), people: peopleOfDistrict[at]! })),
    joined: divided.joined.map(describeArea),
    moved: found.moved.map((unit) => describeArea(used[unit]!)),
    sources: [...new Set([...units.sources, 'roads-main-edges'])].filter((resource) => statistics.sources.some((source) => source.resource === resource)),
  }
}

const round = (share: number): number => Math.round(share * 1000) / 1000
