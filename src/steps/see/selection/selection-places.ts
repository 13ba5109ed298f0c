/** The places that a selection is about. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import { readDailyRegionCode } from '#domain/daily-region-code.ts'
import { makeFault } from '#domain/fault.ts'
import type { NamedRegion } from '#domain/regions/named-region.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { selectPositions } from '#steps/see/catalogue.ts'
import { getPartsOfArea } from '#steps/see/parts-of-area.ts'
import { findDailyRegion, type DailyRegionAreas } from '#steps/see/selection/daily-region.ts'
import { describeWhatBecame } from '#steps/see/what-became.ts'
import { SeeError } from '#steps/see/problems.ts'
import { REGION_SET, getRegionParts, listPartsIn } from '#steps/see/selection/region-parts.ts'
import type { PartsByYear } from '#steps/see/year-parts.ts'

export interface SelectionPlaces {
  readonly year: number
  /** Area codes, or ids of regions. */
  readonly codes: readonly string[]
  readonly names: readonly string[]
  /** Code of the municipality that a district or buurt lies in; empty otherwise. */
  readonly municipalities: readonly AreaCode[]
  /** Where the places are areas: their level, and positions in its order. */
  readonly areas?: { readonly level: AreaLevel; readonly positions: Int32Array }
  readonly getParts: (place: number) => PartsByYear
}

/** Levels of which a region of daily life holds whole areas, or most of their people. */
const LEVELS_OF_DAILY_REGION: readonly SelectionDocument['level'][] = ['municipality', 'district', 'neighbourhood']

/** Throws SeeError `noSuchYear`, `unknownArea`, or `selectionRefused` where there is nothing to select from. A region of daily life must have been made. */
export function listPlaces(statistics: Statistics, { level, year = statistics.referenceYear, within }: Pick<SelectionDocument, 'level' | 'year' | 'within'>): SelectionPlaces {
  if (within !== undefined && readDailyRegionCode(within) !== undefined) {
    checkDailyRegion(statistics, level, year)
    const region = findDailyRegion(statistics, within)
    if (region === undefined) throw new Error(`the region ${within} was not made`)
    return listAreas(statistics, level as AreaLevel, year, undefined, region)
  }
  if (within !== undefined) checkWithin(statistics, within, year)
  const places = level === 'region' ? listRegions(statistics, year, within) : listAreas(statistics, level, year, within)
  if (places.codes.length > 0) return places
  const where = within === undefined ? { nl: '', en: '' } : { nl: ` binnen ${statistics.findArea(within)?.name ?? within}`, en: ` within ${statistics.findArea(within)?.name ?? within}` }
  if (level === 'region') {
    throw new SeeError('selectionRefused', '', [makeFault('level', `De regio’s van het Actieplan liggen niet in deze cijfers${where.nl}. Kies een ander niveau, zoals gemeenten.`, `The regions of the action plan are not in these figures${where.en}. Choose another level, such as municipalities.`)])
  }
  throw new SeeError('selectionRefused', '', [makeFault('level', `Er is in ${year}${where.nl} niets van dit soort om uit te kiezen.`, `In ${year} there is nothing of this kind${where.en} to select from.`)])
}

/** Throws SeeError `selectionRefused` for what such a region does not divide. */
export function checkDailyRegion(statistics: Statistics, level: SelectionDocument['level'], year: number): void {
  const faults = [
    ...(LEVELS_OF_DAILY_REGION.includes(level) ? [] : [makeFault('level', 'Binnen een leefregio kunt u kiezen uit gemeenten, wijken en buurten. Andere gebieden lopen over de grens.', 'Within a region of daily life you can choose among municipalities, districts and neighbourhoods. Other areas cross its border.')]),
    ...(year === statistics.referenceYear ? [] : [makeFault('year', `De leefregio’s zijn die van ${statistics.referenceYear}. Kies dat jaar.`, `The regions of daily life are those of ${statistics.referenceYear}. Choose that year.`)]),
  ]
  if (faults.length > 0) throw new SeeError('selectionRefused', '', faults)
}

/** A place that was there once is named, with the years in which it was. */
function checkWithin(statistics: Statistics, within: AreaCode, year: number): void {
  const area = statistics.findArea(within)
  if (area === undefined) throw new SeeError('unknownArea', within)
  if (area.years.includes(year)) return
  const went = describeWhatBecame(statistics, within)
  throw new SeeError('selectionRefused', within, [makeFault(
    'within',
    `${area.name} (${within}) bestond niet op 1 januari ${year}, wel in ${area.years.join(', ')}.${went.nl}`,
    `${area.name} (${within}) did not exist on 1 January ${year}, but did in ${area.years.join(', ')}.${went.en}`,
  )])
}

function listAreas(statistics: Statistics, level: AreaLevel, year: number, within: AreaCode | undefined, region?: DailyRegionAreas): SelectionPlaces {
  const all = statistics.listAreas(level)
  const positions = selectPositions(statistics, level, year, within).filter((position) => region === undefined || region.members.has(all[position]!.code))
  const areas = Array.from(positions, (position) => all[position]!)
  const isSmall = level === 'district' || level === 'neighbourhood'
  return {
    year,
    codes: areas.map(({ code }) => code),
    names: areas.map(({ name }) => name),
    municipalities: areas.map(({ parents }) => (isSmall ? (parents.municipality ?? '') : '')),
    areas: { level, positions },
    getParts: (place) => getPartsOfArea(statistics, areas[place]!.code),
  }
}

/** Regions of which at least one municipality is in the figures; what others lack is said with each figure. */
function listRegions(statistics: Statistics, year: number, within: AreaCode | undefined): SelectionPlaces {
  if (!statistics.years.includes(year)) throw new SeeError('noSuchYear', String(year))
  const isHere = (province: AreaCode) => within === undefined || province === within || within === 'NL00' || statistics.findArea(province)?.parents.landsdeel === within
  const regions = REGION_SET.regions.filter((region) => isHere(region.province) && isInFigures(statistics, region, year))
  return {
    year,
    codes: regions.map(({ id }) => id),
    names: regions.map(({ name }) => name),
    municipalities: regions.map(() => ''),
    getParts: (place) => getRegionParts(statistics, regions[place]!.id),
  }
}

/** Whether the figures hold (a part of) any of the regions. */
export const hasRegions = (statistics: Statistics): boolean => REGION_SET.regions.some((region) => isInFigures(statistics, region, statistics.referenceYear))

function isInFigures(statistics: Statistics, region: NamedRegion, year: number): boolean {
  return statistics.findArea(region.province) !== undefined && listPartsIn(region, year).some(({ code }) => statistics.findArea(code)?.years.includes(year))
}
