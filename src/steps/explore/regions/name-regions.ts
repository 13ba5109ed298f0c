/** Names of regions: the municipality with most of their people, and the second where it is nearly as large. */
import type { Area } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'

/** From this share of the first on, the second is named as well. */
const NEARLY_AS_LARGE = 0.5

export function nameRegions(statistics: Statistics, districts: readonly Area[], people: Float64Array, regionOfDistrict: Int32Array, regionCount: number): string[] {
  const sums = Array.from({ length: regionCount }, () => new Map<string, number>())
  regionOfDistrict.forEach((region, at) => {
    const code = districts[at]!.parents.municipality ?? ''
    sums[region]!.set(code, (sums[region]!.get(code) ?? 0) + people[at]!)
  })
  const ranked = sums.map((own) => [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code, count]) => ({ name: statistics.findArea(code)?.name ?? code, count })))
  const short = ranked.map(([first, second]) => (first === undefined ? '?' : second !== undefined && second.count >= NEARLY_AS_LARGE * first.count ? `${first.name} – ${second.name}` : first.name))
  // Two regions that share their largest municipality are told apart by the second.
  return short.map((name, region) => (short.indexOf(name) === short.lastIndexOf(name) ? name : ranked[region]!.slice(0, 2).map((own) => own.name).join(' – ')))
}
