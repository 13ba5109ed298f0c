/** Figures over the years on the boundaries of today, with every break, gap and estimate named. */
import type { SeriesAnswer, SeriesPoint } from '#domain/answers/answers.ts'
import { COUNTRY_CODE, type Area, type AreaCode, type AreaLevel } from '#domain/area.ts'
import { buildBridge, type Bridge, type Bridged } from '#domain/bridge.ts'
import { findIndicator } from '#domain/indicators/index.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { evaluateParts, type Part } from '#steps/see/evaluate-parts.ts'
import { memoize } from '#steps/see/memo.ts'
import { describeBridge, describeRename, NOT_THERE_YET } from '#steps/see/series-words.ts'

/** What the subject of a series consisted of in a year, at one level. */
interface YearParts {
  readonly level: AreaLevel
  readonly parts: readonly Part[] | undefined
  readonly bridged: Bridged
  readonly breakBefore?: boolean
  readonly remark?: SeriesPoint['remark']
}

/**
 * One series an indicator. `codes` is one area, or the buurten of an own village (RangeError when empty or unknown).
 * Unknown indicators give a series without points.
 */
export function getSeries(statistics: Statistics, codes: readonly AreaCode[], indicatorIds: readonly string[]): SeriesAnswer['series'] {
  const areas = codes.map((code) => {
    const area = statistics.findArea(code)
    if (area === undefined) throw new RangeError(`no area has code "${code}"`)
    return area
  })
  const [first] = areas
  if (first === undefined) throw new RangeError('a series needs at least one area')
  const getParts = memoizeYears((year) => findParts(statistics, areas, first.level, year))
  return indicatorIds.map((indicator) => ({ indicator, points: listPoints(statistics, indicator, first.level, getParts) }))
}

function memoizeYears(find: (year: number) => YearParts): (year: number) => YearParts {
  const known = new Map<number, YearParts>()
  return (year) => {
    const parts = known.get(year) ?? find(year)
    known.set(year, parts)
    return parts
  }
}

function listPoints(statistics: Statistics, id: string, level: AreaLevel, getParts: (year: number) => YearParts): SeriesPoint[] {
  const indicator = findIndicator(id)
  if (indicator === undefined) return []
  let previous: YearParts | undefined
  return statistics.listYears(id, level).map((year): SeriesPoint => {
    const parts = getParts(year)
    const figure = evaluateParts(statistics, indicator, parts.level, year, (at) => getParts(at).parts)
    const breaks = parts.breakBefore === true || (previous !== undefined && previous.parts === undefined && parts.parts !== undefined)
    previous = parts
    return {
      year,
      ...(figure.value === undefined ? { missing: figure.missing ?? 'notInTable' } : { value: figure.value, bridged: parts.bridged }),
      ...(breaks ? { breakBefore: true } : {}),
      ...(parts.remark ? { remark: parts.remark } : {}),
    }
  })
}

function findParts(statistics: Statistics, areas: readonly Area[], level: AreaLevel, year: number): YearParts {
  if (level === 'district' || level === 'neighbourhood') return findSameAreas(statistics, areas, level, year)
  const [area] = areas
  if (area === undefined || area.code === COUNTRY_CODE) return { level, parts: [{ code: COUNTRY_CODE, share: 1 }], bridged: 'asPublished' }
  return findBridgedParts(statistics, area, level, year)
}

/** Districts and neighbourhoods are followed by code and name; a new name under an old code breaks the series. */
function findSameAreas(statistics: Statistics, areas: readonly Area[], level: AreaLevel, year: number): YearParts {
  if (areas.some((area) => !area.years.includes(year))) return { level, parts: undefined, bridged: 'asPublished', remark: NOT_THERE_YET }
  const parts = areas.map(({ code }) => ({ code, share: 1 }))
  const bridged = areas.length > 1 ? 'addedUp' : 'asPublished'
  const renamed = areas.find((area) => area.years.includes(year - 1) && nameIn(area, year) !== nameIn(area, year - 1))
  const isChanged = areas.some((area) => isMarkedAsChanged(statistics, area, year))
  if (renamed === undefined && !isChanged) return { level, parts, bridged }
  const remark = renamed ? describeRename(nameIn(renamed, year - 1), nameIn(renamed, year), year) : describeRename(undefined, undefined, year)
  return { level, parts, bridged, breakBefore: true, remark }
}

function nameIn(area: Area, year: number): string {
  return area.namesByYear?.[year] ?? area.name
}

/** CBS marks areas whose boundary changed that year so much that figures cannot be compared (3). */
function isMarkedAsChanged(statistics: Statistics, area: Area, year: number): boolean {
  const column = statistics.findColumn('boundaryComparability', area.level, year)
  return column?.values[statistics.getPosition(area.code)] === 3
}

const getBridge = memoize((statistics: Statistics): ((year: number) => Bridge) => {
  const bridges = new Map<number, Bridge>()
  const getPopulation = (code: AreaCode, year: number): number =>
    statistics.findArea(code) ? (statistics.findColumn('population', 'municipality', year)?.values[statistics.getPosition(code)] ?? NaN) : NaN
  return (year) => {
    const municipalities = statistics.listAreas('municipality').filter((area) => area.years.includes(year)).map(({ code }) => code)
    const toYear = Math.max(year, statistics.referenceYear)
    const bridge = bridges.get(year) ?? buildBridge({ changes: statistics.boundaryChanges, fromYear: year, toYear, municipalities, getPopulation })
    bridges.set(year, bridge)
    return bridge
  }
})

/** The municipalities of that year, and shares of them, that today's municipality or region consists of. */
function findBridgedParts(statistics: Statistics, area: Area, level: AreaLevel, year: number): YearParts {
  const bridge = getBridge(statistics)(year)
  const today = level === 'municipality' ? [area.code] : listMunicipalities(statistics, area, Math.max(year, statistics.referenceYear))
  const shares = new Map<AreaCode, number>()
  for (const code of today) {
    for (const part of bridge.get(code)?.parts ?? []) shares.set(part.from, (shares.get(part.from) ?? 0) + part.share)
  }
  if (shares.size === 0) return { level, parts: undefined, bridged: 'asPublished', remark: NOT_THERE_YET }
  const parts = [...shares].map(([code, share]) => ({ code, share: share > 1 - 1e-9 ? 1 : share }))
  const then = level === 'municipality' ? [area.code] : listMunicipalities(statistics, area, year)
  const isSame = parts.length === then.length && parts.every(({ code, share }) => share === 1 && then.includes(code))
  if (isSame) return { level, parts: [{ code: area.code, share: 1 }], bridged: 'asPublished' }
  const bridged = parts.some(({ share }) => share < 1) ? 'estimated' : 'addedUp'
  const names = parts.filter(({ code }) => code !== area.code).map(({ code }) => statistics.findArea(code)?.name ?? code)
  return { level: 'municipality', parts, bridged, remark: describeBridge(bridged, level === 'municipality' ? names : []) }
}

function listMunicipalities(statistics: Statistics, region: Area, year: number): AreaCode[] {
  return statistics
    .listAreas('municipality')
    .filter((area) => area.years.includes(year) && area.parents[region.level] === region.code)
    .map(({ code }) => code)
}
