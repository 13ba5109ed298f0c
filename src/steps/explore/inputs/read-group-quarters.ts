/** Those in institutions by municipality and age group, of every year that buurten have households and their size. */
import type { AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { BridgeFigures } from '#steps/explore/inputs/bridge-figures.ts'
import { estimateInstitutionalGroups, type BuurtHouseholds } from '#steps/explore/inputs/group-quarters.ts'
import { GROUP_COUNT } from '#steps/explore/inputs/projection-data.ts'

const GROUPS = ['age0to14', 'age15to24', 'age25to44', 'age45to64', 'age65Plus'] as const

export function readGroupQuarters(statistics: Statistics, bridge: BridgeFigures): Map<number, Float64Array> {
  const byYear = new Map<number, Float64Array>()
  for (const year of statistics.listYears('averageHouseholdSize', 'neighbourhood')) {
    const byMunicipality = estimateYear(statistics, year)
    if (byMunicipality === undefined) continue
    const groups = GROUPS.map((_, group) => bridge(year, new Map([...byMunicipality].map(([code, own]) => [code, own[group]!]))))
    // A municipality of today of which an earlier part is not known has none that we know of.
    byYear.set(year, Float64Array.from({ length: groups[0]!.length * GROUP_COUNT }, (_, at) => groups[at % GROUP_COUNT]![Math.floor(at / GROUP_COUNT)]! || 0))
  }
  return byYear
}

function estimateYear(statistics: Statistics, year: number): Map<AreaCode, Float64Array> | undefined {
  const find = (id: string) => statistics.findColumn(id, 'neighbourhood', year)?.values
  const [population, households, size] = [find('population'), find('households'), find('averageHouseholdSize')]
  const groups = GROUPS.map(find)
  if (population === undefined || households === undefined || size === undefined || groups.some((own) => own === undefined)) return undefined
  const areas = statistics.listAreas('neighbourhood')
  const buurten = new Map<AreaCode, BuurtHouseholds[]>()
  for (const at of statistics.listPositions('neighbourhood', year)) {
    const code = areas[at]!.parents.municipality
    if (code === undefined) continue
    const list = buurten.get(code) ?? []
    buurten.set(code, list)
    list.push({ inhabitants: population[at]!, households: households[at]!, householdSize: size[at]!, groups: groups.map((own) => own![at]!) })
  }
  return new Map([...buurten].map(([code, own]) => [code, estimateInstitutionalGroups(own, sumGroups(own))]))
}

const sumGroups = (buurten: readonly BuurtHouseholds[]): number[] => GROUPS.map((_, group) => buurten.reduce((sum, { groups }) => sum + (groups[group]! || 0), 0))
