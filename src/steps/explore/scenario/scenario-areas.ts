/** Which municipalities, and which figures, a part of a scenario is about. */
import type { AreaCode } from '#domain/area.ts'
import type { ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'

export const isSmallArea = (code: AreaCode): boolean => /^(WK|BU)/.test(code)

/** Whether a figure is a number of people, not a rate. */
export const isCount = (figure: ScenarioDocumentPatch['figure']): boolean => figure === 'population' || figure === 'immigrationCounts' || figure === 'netMigrationCounts'

/** Positions of the municipalities that an area is or holds. */
export function findMunicipalities(statistics: Statistics, codes: readonly AreaCode[], code: AreaCode): number[] {
  const area = statistics.findArea(code)
  if (area === undefined) return []
  return codes.flatMap((own, at) => (area.level === 'country' || own === code || statistics.findArea(own)?.parents[area.level] === code ? [at] : []))
}
