/** Where a signal belongs today: the place it was left about, or what became of that. */
import { getMunicipalityCode } from '#domain/area.ts'
import type { Area, AreaCode } from '#domain/area.ts'
import { listSuccessors } from '#domain/area-successors.ts'
import { normaliseName, stripDistrictNumber } from '#domain/names.ts'
import type { SignalPlace } from '#domain/signal.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findPlace } from '#steps/see/families.ts'

export interface SignalLocation {
  /** The village, where it is still there. */
  readonly placeId: string | undefined
  /** The areas it belongs to now: several where a municipality was divided, none where nobody knows. */
  readonly areas: readonly Area[]
  /** Whether the place that it was left about is no more. */
  readonly isMoved: boolean
}

/** Pure in its inputs: nothing of it is stored, so that every import may know better. */
export function locateSignal(statistics: Statistics, signal: SignalPlace): SignalLocation {
  const village = isAreaCode(signal.placeId) ? undefined : findPlace(statistics, signal.placeId)
  if (village !== undefined) {
    const area = statistics.findArea(village.area) ?? statistics.findArea(village.municipality)
    if (area !== undefined) return { placeId: village.id, areas: [area], isMoved: false }
  }
  const areas = followArea(statistics, signal)
  const isSame = areas.length === 1 && areas[0]?.code === signal.areaCode
  return { placeId: undefined, areas, isMoved: !isSame || !isAreaCode(signal.placeId) }
}

function isAreaCode(id: string): boolean {
  return /^(GM|WK|BU)\d+$/.test(id)
}

function followArea(statistics: Statistics, { areaCode, areaName, municipalityCode }: SignalPlace): readonly Area[] {
  const area = statistics.findArea(areaCode)
  if (area !== undefined && isPresent(statistics, area)) return [area]
  const municipalities = listSuccessors(statistics.boundaryChanges, municipalityCode).flatMap((code) => statistics.findArea(code) ?? [])
  const level = area?.level ?? (areaCode.startsWith('BU') ? 'neighbourhood' : areaCode.startsWith('WK') ? 'district' : 'municipality')
  if (level === 'municipality') return municipalities
  const codes = new Set<AreaCode>(municipalities.map(({ code }) => code))
  const name = simplify(areaName)
  const namesakes = statistics.listAreas(level).filter((one) => codes.has(getMunicipalityCode(one.code)) && isPresent(statistics, one) && simplify(one.name) === name)
  return namesakes.length === 1 ? namesakes : municipalities
}

/** Whether the area is there in the newest year that has areas of its level. */
export function isPresent(statistics: Statistics, area: Area): boolean {
  const newest = statistics.years.findLast((year) => statistics.listPositions(area.level, year).length > 0)
  return newest !== undefined && area.years.includes(newest)
}

function simplify(name: string): string {
  return normaliseName(stripDistrictNumber(name))
}
