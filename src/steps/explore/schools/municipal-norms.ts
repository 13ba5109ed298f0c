/** The norm below which a school may end, of every municipality and year. */
import { findClosureNorm } from '#domain/closure-norm.ts'
import type { AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'

/**
 * By year, for each of the municipalities at `positions` (one a school); NaN where land or municipality is not known. The law has norms worked out anew every five
 * years; here every year, from the children expected then.
 */
export function findMunicipalNorms(statistics: Statistics, codes: readonly AreaCode[], children: ChildrenOfBuurten, positions: Int32Array): Float64Array[] {
  const land = codes.map((code) => measureLand(statistics, code, children.years[0]!))
  return children.ofMunicipalities.map((year) => {
    const norms = year.map((own, at) => (land[at]! > 0 ? findClosureNorm(own, land[at]!) : NaN))
    return Float64Array.from(positions, (at) => norms[at] ?? NaN)
  })
}

/** Square kilometres of land: inhabitants by inhabitants a square kilometre, which is there in years in which the land itself is not. */
function measureLand(statistics: Statistics, code: AreaCode, year: number): number {
  const read = (id: string) => statistics.findColumn(id, 'municipality', year)?.values[statistics.getPosition(code)] ?? NaN
  const hectares = read('areaLand')
  return hectares > 0 ? hectares / 100 : read('population') / read('populationDensity')
}
