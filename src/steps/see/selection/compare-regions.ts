/** How a selection lies over the regions of the second action plan: what it finds of them, and what it finds elsewhere. */
import type { Overlap, RegionComparison, RegionOverlap } from '#domain/answers/selection-answers.ts'
import type { AreaCode } from '#domain/area.ts'
import type { NamedRegion } from '#domain/regions/named-region.ts'
import { NO, UNKNOWN, YES } from '#engines/selection/verdict.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFigure } from '#steps/see/figures.ts'
import { REGION_SET, listPartsIn } from '#steps/see/selection/region-parts.ts'
import type { SelectionPlaces } from '#steps/see/selection/selection-places.ts'

/** Found for at least this share of its inhabitants is found wholly; for at most the rest, not at all. */
const WHOLLY = 0.995
/** From this share of its inhabitants on, a municipality counts as one of the region. */
const HALF = 0.5

/** What is selected of a municipality, in inhabitants. */
interface Tally {
  readonly code: AreaCode
  readonly name: string
  inhabitants: number
  selected: number
  unknown: number
}

/**
 * `verdicts` and `inhabitants` (NaN where not known) by place. Areas larger than a municipality count for their municipalities; of a municipality
 * that lies partly in a region, its districts and buurten all count for that part. Undefined where no region lies among the places.
 */
export function compareWithRegions(statistics: Statistics, places: SelectionPlaces, verdicts: Uint8Array, inhabitants: Float64Array): RegionComparison | undefined {
  if (REGION_SET.year > places.year) return undefined
  const tallies = tallyMunicipalities(statistics, places, verdicts, inhabitants)
  const isHere = (region: NamedRegion) => (places.areas ? listPartsIn(region, places.year).some(({ code }) => tallies.has(code)) : places.codes.includes(region.id))
  const present = REGION_SET.regions.filter(isHere)
  if (present.length === 0) return undefined
  const regions = present.map((region) => (places.areas ? overlapMunicipalities(region, places.year, tallies) : overlapItself(region, places, verdicts, inhabitants)))
  const selectedInhabitants = sumWhere(inhabitants, (at) => verdicts[at] === YES)
  const summarise = (own: readonly RegionOverlap[]): Overlap => addUp(own, selectedInhabitants, places.areas?.level === 'municipality' ? tallies : undefined, verdicts)
  return {
    name: REGION_SET.name,
    regions,
    shrinking: summarise(regions.filter(({ kind }) => kind === 'shrinking')),
    anticipating: summarise(regions.filter(({ kind }) => kind === 'anticipating')),
    all: summarise(regions),
    absent: REGION_SET.regions.filter((region) => !present.includes(region)).map(({ id }) => id),
    selectedInhabitants,
    withoutInhabitants: inhabitants.filter((value) => Number.isNaN(value)).length,
  }
}

function sumWhere(values: Float64Array, test: (at: number) => boolean): number {
  return values.reduce((sum, value, at) => (test(at) && !Number.isNaN(value) ? sum + value : sum), 0)
}

/** Every municipality with what is selected in it; of the selection only, so that one outside it is absent. */
function tallyMunicipalities(statistics: Statistics, places: SelectionPlaces, verdicts: Uint8Array, inhabitants: Float64Array): Map<AreaCode, Tally> {
  const tallies = new Map<AreaCode, Tally>()
  if (places.areas === undefined) return tallies
  const { level, positions } = places.areas
  const add = (code: AreaCode, name: string, verdict: number, people: number): void => {
    if (Number.isNaN(people)) return
    const tally = tallies.get(code) ?? { code, name, inhabitants: 0, selected: 0, unknown: 0 }
    tally.inhabitants += people
    if (verdict === YES) tally.selected += people
    if (verdict === UNKNOWN) tally.unknown += people
    tallies.set(code, tally)
  }
  const name = (code: AreaCode) => statistics.findArea(code)?.name ?? code
  if (level === 'municipality' || level === 'district' || level === 'neighbourhood') {
    places.codes.forEach((code, at) => {
      const municipality = level === 'municipality' ? code : places.municipalities[at]!
      add(municipality, name(municipality), verdicts[at]!, inhabitants[at]!)
    })
    return tallies
  }
  const verdictOf = new Map(Array.from(positions, (position, at) => [statistics.listAreas(level)[position]!.code, verdicts[at]!]))
  for (const area of statistics.listAreas('municipality')) {
    const verdict = verdictOf.get(area.parents[level] ?? '')
    if (area.years.includes(places.year) && verdict !== undefined) add(area.code, area.name, verdict, getFigure(statistics, 'population', area.code, places.year).value ?? NaN)
  }
  return tallies
}

function overlapMunicipalities(region: NamedRegion, year: number, tallies: ReadonlyMap<AreaCode, Tally>): RegionOverlap {
  const municipalities = listPartsIn(region, year).map(({ code, name, share }) => {
    const tally = tallies.get(code) ?? { inhabitants: 0, selected: 0, unknown: 0 }
    return { code, name, share, inhabitants: share * tally.inhabitants, selected: share * tally.selected, unknown: share * tally.unknown }
  })
  const sum = (part: 'inhabitants' | 'selected' | 'unknown') => municipalities.reduce((total, own) => total + own[part], 0)
  return describeOverlap(region, { inhabitants: sum('inhabitants'), selected: sum('selected'), unknown: sum('unknown') }, municipalities)
}

/** A region that is itself a place of the selection. */
function overlapItself(region: NamedRegion, places: SelectionPlaces, verdicts: Uint8Array, inhabitants: Float64Array): RegionOverlap {
  const at = places.codes.indexOf(region.id)
  const verdict = verdicts[at] ?? NO
  const people = inhabitants[at] ?? NaN
  const known = Number.isNaN(people) ? 0 : people
  const municipalities = listPartsIn(region, places.year).map((part) => ({ ...part, inhabitants: 0, selected: 0, unknown: 0 }))
  return describeOverlap(region, { inhabitants: known, selected: verdict === YES ? known : 0, unknown: verdict === UNKNOWN ? known : 0 }, municipalities)
}

function describeOverlap({ id, name, kind }: NamedRegion, sums: Pick<Tally, 'inhabitants' | 'selected' | 'unknown'>, municipalities: RegionOverlap['municipalities']): RegionOverlap {
  const share = sums.inhabitants === 0 ? 0 : sums.selected / sums.inhabitants
  return { id, name, kind, found: share >= WHOLLY ? 'wholly' : share <= 1 - WHOLLY ? 'not' : 'partly', ...sums, municipalities }
}

function addUp(regions: readonly RegionOverlap[], selectedInhabitants: number, tallies: ReadonlyMap<AreaCode, Tally> | undefined, verdicts: Uint8Array): Overlap {
  const sum = (part: 'inhabitants' | 'selected' | 'unknown') => regions.reduce((total, own) => total + own[part], 0)
  const selectedInRegions = sum('selected')
  return {
    inhabitants: sum('inhabitants'),
    selectedInRegions,
    unknownInRegions: sum('unknown'),
    ...rate(selectedInRegions, selectedInhabitants, sum('inhabitants')),
    ...(tallies && { municipalities: countMunicipalities(regions, tallies, verdicts) }),
  }
}

function rate(both: number, selected: number, all: number): { precision?: number; recall?: number } {
  return { ...(selected > 0 && { precision: both / selected }), ...(all > 0 && { recall: both / all }) }
}

/** A municipality that lies in two of the regions counts once, with its shares together. */
function countMunicipalities(regions: readonly RegionOverlap[], tallies: ReadonlyMap<AreaCode, Tally>, verdicts: Uint8Array): NonNullable<Overlap['municipalities']> {
  const shares = new Map<AreaCode, number>()
  for (const { municipalities } of regions) for (const { code, share } of municipalities) shares.set(code, (shares.get(code) ?? 0) + share)
  const inRegions = [...shares].flatMap(([code, share]) => (share >= HALF && tallies.has(code) ? [tallies.get(code)!] : []))
  const selectedInRegions = inRegions.filter((tally) => tally.selected > 0).length
  const selected = verdicts.filter((verdict) => verdict === YES).length
  return {
    inRegions: inRegions.length,
    selected,
    selectedInRegions,
    unknownInRegions: inRegions.filter((tally) => tally.unknown > 0).length,
    ...rate(selectedInRegions, selected, inRegions.length),
  }
}

