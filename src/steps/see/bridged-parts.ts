/** Municipalities, provinces, COROP areas and landsdelen of today in terms of the municipalities of an earlier year. */
import type { Area, AreaCode } from '#domain/area.ts'
import { buildBridge, type Bridge } from '#domain/bridge.ts'
import { remember } from '#domain/remember.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'
import { NOT_THERE_YET, describeBridge } from '#steps/see/series-words.ts'
import type { YearParts } from '#steps/see/year-parts.ts'

/** Shares this near to one are whole: what is left is the noise of adding up. */
const WHOLE = 1 - 1e-9

const getBridge = memoize((statistics: Statistics) => {
  const getPopulation = (code: AreaCode, year: number): number =>
    statistics.findArea(code) ? (statistics.findColumn('population', 'municipality', year)?.values[statistics.getPosition(code)] ?? NaN) : NaN
  return remember((year: number): Bridge => {
    const municipalities = statistics.listAreas('municipality').filter((area) => area.years.includes(year)).map(({ code }) => code)
    const toYear = Math.max(year, statistics.referenceYear)
    return buildBridge({ changes: statistics.boundaryChanges, fromYear: year, toYear, municipalities, getPopulation })
  })
})

/**
 * The municipalities of that year, and shares of them, that today's municipality or larger region consists of.
 * Where it consisted of the same municipalities then, it is the one part itself, with the figures published for it.
 */
export function findBridgedParts(statistics: Statistics, area: Area, year: number): YearParts {
  const bridge = getBridge(statistics)(year)
  const isMunicipality = area.level === 'municipality'
  const today = isMunicipality ? [area.code] : listMunicipalities(statistics, area, Math.max(year, statistics.referenceYear))
  const shares = new Map<AreaCode, number>()
  for (const code of today) {
    for (const part of bridge.get(code)?.parts ?? []) shares.set(part.from, (shares.get(part.from) ?? 0) + part.share)
  }
  if (shares.size === 0) return findDissolved(area, year)
  const parts = [...shares].map(([code, share]) => ({ code, share: share > WHOLE ? 1 : share }))
  const then = isMunicipality ? [area.code] : listMunicipalities(statistics, area, year)
  const isSame = parts.length === then.length && parts.every(({ code, share }) => share === 1 && then.includes(code))
  if (isSame) return { parts: [{ code: area.code, share: 1 }], bridged: 'asPublished' }
  const bridged = parts.some(({ share }) => share < 1) ? 'estimated' : 'addedUp'
  const name = (isWhole: boolean) =>
    parts.filter(({ code, share }) => isMunicipality && code !== area.code && (share === 1) === isWhole).map(({ code }) => statistics.findArea(code)?.name ?? code)
  return { parts, bridged, remark: describeBridge(bridged, name(true), name(false)) }
}

/** A municipality that is no more has its own figures for the years in which it was there. */
function findDissolved(area: Area, year: number): YearParts {
  if (!area.years.includes(year)) return { parts: undefined, bridged: 'asPublished', remark: NOT_THERE_YET }
  return { parts: [{ code: area.code, share: 1 }], bridged: 'asPublished' }
}

function listMunicipalities(statistics: Statistics, region: Area, year: number): AreaCode[] {
  return statistics
    .listAreas('municipality')
    .filter((area) => area.years.includes(year) && area.parents[region.level] === region.code)
    .map(({ code }) => code)
}
