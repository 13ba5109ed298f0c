/** Makes the region of daily life that a selection is bounded to, where it names one. */
import type { AreaCode } from '#domain/area.ts'
import { readDailyRegionCode } from '#domain/daily-region-code.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getDailyRegions } from '#steps/explore/regions/daily-regions.ts'
import { SeeError } from '#steps/see/problems.ts'
import { findDailyRegion, keepDailyRegion } from '#steps/see/selection/daily-region.ts'

/** Throws SeeError `noRegions`, or `unknownArea` for a region that is not among so many. */
export async function prepareDailyRegion(statistics: Statistics, { within }: Pick<SelectionDocument, 'within'>): Promise<void> {
  const asked = within === undefined ? undefined : readDailyRegionCode(within)
  if (within === undefined || asked === undefined || findDailyRegion(statistics, within) !== undefined) return
  const { regions, regionOfNeighbourhood, regionOfDistrict, year } = await getDailyRegions(statistics, asked.count)
  const at = regions.findIndex(({ id }) => id === asked.id)
  if (at < 0) throw new SeeError('unknownArea', within)
  const list = (level: 'neighbourhood' | 'district') => [...statistics.listPositions(level, year)].map((position) => statistics.listAreas(level)[position]!.code)
  const [buurten, districts] = [list('neighbourhood'), list('district')]
  const ofRegion = (codes: readonly AreaCode[], regionOf: readonly number[]) => codes.filter((_, row) => regionOf[row] === at)
  keepDailyRegion(statistics, within, {
    name: regions[at]!.name,
    members: new Set([...ofRegion(buurten, regionOfNeighbourhood), ...ofRegion(districts, regionOfDistrict), ...listMunicipalitiesIn(statistics, buurten, regionOfNeighbourhood, at)]),
  })
}

/**
 * A municipality over several regions is in the one with most of its people; of as many, in the first.
 * @param regionOf region of each of the buurten
 */
export function listMunicipalitiesIn(statistics: Statistics, buurten: readonly AreaCode[], regionOf: readonly number[], region: number): AreaCode[] {
  const column = statistics.findColumn('population', 'neighbourhood', statistics.referenceYear)
  const people = new Map<AreaCode, Map<number, number>>()
  for (const [row, code] of buurten.entries()) {
    const municipality = statistics.findArea(code)?.parents.municipality
    if (municipality === undefined) continue
    const own = people.get(municipality) ?? new Map<number, number>()
    own.set(regionOf[row]!, (own.get(regionOf[row]!) ?? 0) + (column?.values[statistics.getPosition(code)] || 0))
    people.set(municipality, own)
  }
  return [...people].filter(([, own]) => [...own].reduce((most, one) => (one[1] > most[1] || (one[1] === most[1] && one[0] < most[0]) ? one : most))[0] === region).map(([code]) => code)
}
