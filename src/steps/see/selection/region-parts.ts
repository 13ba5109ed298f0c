/** A named region as shares of municipalities, in any year of the figures. */
import type { AreaCode } from '#domain/area.ts'
import { ACTION_PLAN_2016 } from '#domain/regions/action-plan-2016.ts'
import { listRegionParts, type NamedRegion, type RegionPart } from '#domain/regions/named-region.ts'
import { remember } from '#domain/remember.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findBridgedParts } from '#steps/see/bridged-parts.ts'
import { memoize } from '#steps/see/memo.ts'
import type { Words } from '#domain/words.ts'
import { NOT_THERE_YET } from '#steps/see/series-words.ts'
import type { PartsByYear, YearParts } from '#steps/see/year-parts.ts'

export const REGION_SET = ACTION_PLAN_2016

const WHOLE = 1 - 1e-9

export function findRegion(id: string): NamedRegion | undefined {
  return REGION_SET.regions.find((region) => region.id === id)
}

/** The municipalities of a year that hold the region, and the share of each that lies in it. */
export function listPartsIn(region: NamedRegion, year: number): RegionPart[] {
  return listRegionParts(REGION_SET, region, Math.max(year, REGION_SET.year))
}

const getParts = memoize((statistics: Statistics) => remember((id: string): PartsByYear => remember((year: number) => findYearParts(statistics, id, year))))

/** The region in each year: its municipalities of today, each brought back to the municipalities of that year. */
export function getRegionParts(statistics: Statistics, id: string): PartsByYear {
  return getParts(statistics)(id)
}

function findYearParts(statistics: Statistics, id: string, year: number): YearParts {
  const region = findRegion(id)
  if (region === undefined) throw new RangeError(`no region has id "${id}"`)
  const today = listPartsIn(region, Math.max(year, statistics.referenceYear))
  const shares = new Map<AreaCode, number>()
  let isPublished = true
  for (const { code, share } of today) {
    const area = statistics.findArea(code)
    const then = area && findBridgedParts(statistics, area, year)
    if (then?.parts === undefined) return { parts: undefined, bridged: 'asPublished', remark: area ? NOT_THERE_YET : describeAbsent(code) }
    if (then.bridged !== 'asPublished') isPublished = false
    for (const part of then.parts) shares.set(part.code, (shares.get(part.code) ?? 0) + share * part.share)
  }
  const parts = [...shares].map(([code, share]) => ({ code, share: share > WHOLE ? 1 : share }))
  const isWhole = parts.every(({ share }) => share === 1)
  if (isWhole) return { parts, bridged: parts.length === 1 && isPublished ? 'asPublished' : 'addedUp' }
  return { parts, bridged: 'estimated', remark: describeShares(statistics, parts.filter(({ share }) => share < 1).map(({ code }) => code)) }
}

function describeAbsent(code: AreaCode): Words {
  return {
    nl: `De gemeente ${code} staat niet in deze cijfers. Dan is de regio niet compleet.`,
    en: `Municipality ${code} is not in these figures, so that the region is not complete.`,
  }
}

function describeShares(statistics: Statistics, codes: readonly AreaCode[]): Words {
  const names = codes.map((code) => statistics.findArea(code)?.name ?? code)
  return {
    nl: `Geschat: van ${names.join(' en ')} telt alleen het deel mee waarmee de regio erin opging, naar het aantal inwoners.`,
    en: `Estimated: of ${names.join(' and ')} only the part counts with which the region went into it, by inhabitants.`,
  }
}
