/** What a place page is about: an area, a village (shown by the figures of the area it lies in), or an own village. */
import { findAreaCode } from '#domain/area.ts'
import type { Area, AreaCode } from '#domain/area.ts'
import type { Place } from '#domain/place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findPlace } from '#steps/see/families.ts'
import { SeeError } from '#steps/see/problems.ts'

export type Subject =
  | { readonly kind: 'area'; readonly id: string; readonly name: string; readonly areas: readonly [Area] }
  | { readonly kind: 'village'; readonly id: string; readonly name: string; readonly areas: readonly [Area]; readonly place: Place }
  | { readonly kind: 'ownVillage'; readonly id: 'own'; readonly name: string; readonly areas: readonly Area[] }

/** The subject behind an area code or place id. Throws SeeError `unknownPlace` or `unknownArea`. */
export function getSubject(statistics: Statistics, id: string): Subject {
  const code = findAreaCode(id)
  if (code !== undefined) {
    const area = statistics.findArea(code)
    if (area === undefined) throw new SeeError('unknownArea', id)
    return { kind: 'area', id: code, name: area.name, areas: [area] }
  }
  const place = findPlace(statistics, id)
  const area = place && (statistics.findArea(place.area) ?? statistics.findArea(place.municipality))
  if (place === undefined || area === undefined) throw new SeeError('unknownPlace', id)
  return { kind: 'village', id: place.id, name: place.name, areas: [area], place }
}

/**
 * An own village of one or more buurten that exist in the same year.
 * Throws SeeError `unknownArea`, `memberNotNeighbourhood` or `membersDifferInTime`.
 */
export function getOwnVillage(statistics: Statistics, members: readonly AreaCode[], name: string): Subject {
  const areas = [...new Set(members)].map((code) => {
    const area = statistics.findArea(code)
    if (area === undefined) throw new SeeError('unknownArea', code)
    if (area.level !== 'neighbourhood') throw new SeeError('memberNotNeighbourhood', code)
    return area
  })
  if (listSharedYears(areas).length === 0) throw new SeeError('membersDifferInTime', areas.map((area) => area.code).join(', '))
  return { kind: 'ownVillage', id: 'own', name, areas }
}

/** Years in which all of these areas exist, ascending. */
export function listSharedYears(areas: readonly Area[]): number[] {
  const [first, ...others] = areas
  return (first?.years ?? []).filter((year) => others.every((area) => area.years.includes(year)))
}
