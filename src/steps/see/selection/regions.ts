/** The named regions, with their municipalities of then and of today. */
import type { RegionAnswer, RegionListAnswer } from '#domain/answers/selection-answers.ts'
import type { NamedRegion } from '#domain/regions/named-region.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { SeeError } from '#steps/see/problems.ts'
import { REGION_SET, findRegion, listPartsIn } from '#steps/see/selection/region-parts.ts'

export function listRegions(statistics: Statistics): RegionListAnswer {
  const { name, year, source, regions } = REGION_SET
  return { name, year, today: getToday(statistics), source, regions: regions.map((region) => describe(statistics, region)) }
}

/** Throws SeeError `unknownRegion`. */
export function getRegion(statistics: Statistics, id: string): RegionAnswer {
  const region = findRegion(id)
  if (region === undefined) throw new SeeError('unknownRegion', id)
  return describe(statistics, region)
}

function describe(statistics: Statistics, { tailored = false, members, ...region }: NamedRegion): RegionAnswer {
  const year = getToday(statistics)
  return {
    ...region,
    tailored,
    members: [...members],
    today: listPartsIn({ ...region, members }, year).map((part) => ({ ...part, inFigures: statistics.findArea(part.code)?.years.includes(year) === true })),
  }
}

function getToday({ referenceYear }: Statistics): number {
  return Math.max(referenceYear, REGION_SET.year)
}
