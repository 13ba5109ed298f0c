/** Regions of daily life beside the official divisions: how alike they are, which borders each region crosses, and how many people live beyond. */
import type { DailyRegion, DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import { comparePartitions } from '#engines/regions/compare-partitions.ts'
import type { Division } from '#steps/explore/regions/region-divisions.ts'

/** Below this share of its people beyond a border, a region counts as lying within it: a hamlet on the other side is no crossing. */
const LEAST_SHARE = 0.01
const MOST_PARTS = 8

type Crossing = DailyRegion['crossings'][number]

/** For every region its parts in every division. */
export function listCrossings(divisions: readonly Division[], people: Float64Array, regionOfDistrict: Int32Array, regionCount: number): Crossing[][] {
  const byDivision = divisions.map((division) => {
    const sums = Array.from({ length: regionCount }, () => new Map<string, { readonly code: string; readonly name: string; people: number }>())
    division.partOfDistrict.forEach(({ code, name }, at) => {
      if (people[at] === 0) return
      const own = sums[regionOfDistrict[at]!]!
      const part = own.get(code) ?? { code, name, people: 0 }
      part.people += people[at]!
      own.set(code, part)
    })
    return sums.map((own): Crossing => {
      const parts = [...own.values()].sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1))
      return { division: division.id, parts: parts.slice(0, MOST_PARTS), partCount: parts.length, peopleOutsideLargest: parts.slice(1).reduce((sum, part) => sum + part.people, 0) }
    })
  })
  return Array.from({ length: regionCount }, (_, region) => byDivision.map((own) => own[region]!))
}

/** Wijken whose part is not known are a part of their own. */
export function compareDivisions(division: Division, people: Float64Array, regionOfDistrict: Int32Array, crossings: readonly (readonly Crossing[])[]): DailyRegionsAnswer['divisions'][number] {
  const numbers = new Map<string, number>()
  const parts = division.partOfDistrict.map(({ code }) => {
    const number = numbers.get(code) ?? numbers.size
    numbers.set(code, number)
    return number
  })
  const { adjustedRand, variationOfInformation, secondGivenFirst, firstGivenSecond } = comparePartitions(regionOfDistrict, parts, people)
  const own = crossings.map((list) => list.find((crossing) => crossing.division === division.id)!)
  const all = own.map(({ parts: shown, peopleOutsideLargest }) => (shown[0]?.people ?? 0) + peopleOutsideLargest)
  const across = own.filter(({ peopleOutsideLargest }, region) => peopleOutsideLargest >= LEAST_SHARE * all[region]! && peopleOutsideLargest > 0)
  return {
    id: division.id,
    name: division.name,
    parts: numbers.size,
    adjustedRand: round(adjustedRand),
    variationOfInformation: round(variationOfInformation),
    divisionGivenRegion: round(secondGivenFirst),
    regionGivenDivision: round(firstGivenSecond),
    regionsAcross: across.length,
    peopleAcross: across.reduce((sum, { peopleOutsideLargest }) => sum + peopleOutsideLargest, 0),
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000
