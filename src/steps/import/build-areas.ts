/** The areas of every year, from the tables that name them, and the larger areas each lies in. */
import {
  AREA_LEVELS,
  COUNTRY_CODE,
  findAreaCode,
  getAreaLevel,
  getDistrictCode,
  getMunicipalityCode,
  type Area,
  type AreaCode,
  type AreaLevel,
} from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { findRepresentativePoint } from '#engines/geometry/centre.ts'
import { linkMunicipalities, type RegionLinks } from '#steps/import/link-regions.ts'
import { stripRegionSuffix } from '#domain/names.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

export interface AreaRegister {
  readonly areas: ReadonlyMap<AreaLevel, readonly Area[]>
  /** Position of every code in the list of its level. */
  readonly positions: ReadonlyMap<AreaCode, number>
  /** Areas that must have been in a table of that year, and whose row is not there. */
  readonly rowMissing: ReadonlyMap<number, ReadonlySet<AreaCode>>
  /** Resources that say in which province or COROP area a municipality lies. */
  readonly linkedBy: ReadonlySet<string>
}

interface AreaInputs {
  readonly wideTables: readonly WideTable[]
  readonly resources: readonly ReadResource[]
  readonly shapes: readonly ShapeSet[]
  readonly changes: readonly BoundaryChange[]
  /** Rows known to be missing, from the gaps in the numbering of a table. */
  readonly rowMissing: ReadonlyMap<number, ReadonlySet<AreaCode>>
  /** Catalogue columns by table, to know whether a row says anything about an area. */
  readonly boundColumns: ReadonlyMap<string, ReadonlySet<string>>
}

/** Builds the register. Regions whose membership is not known get a finding and no parent. */
export function buildAreas(inputs: AreaInputs, findings: FindingSink): AreaRegister {
  const yearsByCode = collectYears(inputs)
  for (const [year, codes] of inputs.rowMissing) for (const code of codes) yearsByCode.get(code)?.add(year)
  const names = collectNames(inputs.resources)
  const municipalities = [...yearsByCode.keys()].filter((code) => getAreaLevel(code) === 'municipality')
  const { links, linkedBy } = linkMunicipalities(municipalities, inputs, findings)
  addRegions(yearsByCode, links)
  const points = collectPoints(inputs.shapes)

  const areas = new Map<AreaLevel, Area[]>(AREA_LEVELS.map((level) => [level, []]))
  for (const code of [...yearsByCode.keys()].sort()) {
    const years = [...(yearsByCode.get(code) ?? [])].sort((a, b) => a - b)
    const byYear = names.get(code)
    const name = findName(code, years, byYear)
    const otherNames = Object.fromEntries([...(byYear ?? [])].filter(([year, other]) => year > 0 && other !== name && years.includes(year)))
    const point = points.get(code)
    areas.get(getAreaLevel(code))?.push({
      code,
      level: getAreaLevel(code),
      name,
      years,
      parents: findParents(code, links),
      ...(point ? { point } : {}),
      ...(Object.keys(otherNames).length > 0 ? { namesByYear: otherNames } : {}),
    })
  }
  const positions = new Map<AreaCode, number>()
  for (const list of areas.values()) list.forEach((area, position) => positions.set(area.code, position))
  return { areas, positions, rowMissing: inputs.rowMissing, linkedBy }
}

/** Years in which each area exists: those of the tables that list all areas, else those with any figure. */
export function collectYears({ wideTables, boundColumns }: Pick<AreaInputs, 'wideTables' | 'boundColumns'>): Map<AreaCode, Set<number>> {
  const years = new Map<AreaCode, Set<number>>()
  const listed = new Set<string>()
  const add = (code: AreaCode, year: number): void => {
    const known = years.get(code)
    if (known) known.add(year)
    else years.set(code, new Set([year]))
  }
  for (const table of wideTables.filter((candidate) => candidate.listsAllAreas)) {
    table.areaCodes.forEach((code, row) => {
      if (code === undefined) return
      listed.add(`${getAreaLevel(code)} ${table.years[row]}`)
      add(code, table.years[row] ?? 0)
    })
  }
  for (const table of wideTables.filter((candidate) => !candidate.listsAllAreas)) {
    const columns = [...(boundColumns.get(table.tableId) ?? [])].flatMap((key) => table.columns.get(key) ?? [])
    table.areaCodes.forEach((code, row) => {
      const year = table.years[row] ?? 0
      if (code === undefined || year === 0 || listed.has(`${getAreaLevel(code)} ${year}`)) return
      if (columns.some((values) => !Number.isNaN(values[row] ?? NaN))) add(code, year)
    })
  }
  return years
}

/** Names by code and year; year 0 holds the name from a list that has no year. */
export function collectNames(resources: readonly ReadResource[]): Map<AreaCode, Map<number, string>> {
  const names = new Map<AreaCode, Map<number, string>>()
  for (const { resource, result } of resources) {
    for (const [dimension, list] of result.codes) {
      if (dimension === 'Topics' || dimension === 'Measures') continue
      for (const entry of list) {
        const code = findAreaCode(entry.code)
        if (code === undefined) continue
        const byYear = names.get(code) ?? new Map<number, string>()
        names.set(code, byYear)
        const year = resource.reader === 'cbs-odata-v3' ? (resource.year ?? 0) : 0
        if (!byYear.has(year)) byYear.set(year, stripRegionSuffix(entry.title))
      }
    }
  }
  return names
}

function findName(code: AreaCode, years: readonly number[], byYear: ReadonlyMap<number, string> | undefined): string {
  const newest = [...years].reverse().find((year) => byYear?.has(year))
  return byYear?.get(newest ?? 0) ?? [...(byYear?.values() ?? [])].at(-1) ?? code
}

/** Provinces, COROP areas and landsdelen exist in every year in which one of their municipalities does. */
function addRegions(yearsByCode: Map<AreaCode, Set<number>>, links: ReadonlyMap<AreaCode, RegionLinks>): void {
  for (const [municipality, regions] of links) {
    for (const region of [regions.province, regions.corop, regions.landsdeel, COUNTRY_CODE]) {
      if (region === undefined) continue
      const years = yearsByCode.get(region) ?? new Set<number>()
      yearsByCode.set(region, years)
      for (const year of yearsByCode.get(municipality) ?? []) years.add(year)
    }
  }
}

function findParents(code: AreaCode, links: ReadonlyMap<AreaCode, RegionLinks>): Area['parents'] {
  const level = getAreaLevel(code)
  if (level === 'country') return {}
  if (level === 'landsdeel') return { country: COUNTRY_CODE }
  if (level === 'province' || level === 'corop') {
    const member = [...links.values()].find((regions) => regions[level] === code)
    return { country: COUNTRY_CODE, ...(member?.landsdeel ? { landsdeel: member.landsdeel } : {}), ...(level === 'corop' && member?.province ? { province: member.province } : {}) }
  }
  const municipality = level === 'municipality' ? code : getMunicipalityCode(code)
  const regions = links.get(municipality)
  return {
    country: COUNTRY_CODE,
    ...(regions?.landsdeel ? { landsdeel: regions.landsdeel } : {}),
    ...(regions?.province ? { province: regions.province } : {}),
    ...(regions?.corop ? { corop: regions.corop } : {}),
    ...(level === 'municipality' ? {} : { municipality }),
    ...(level === 'neighbourhood' ? { district: getDistrictCode(code) } : {}),
  }
}

function collectPoints(shapes: readonly ShapeSet[]): Map<AreaCode, [number, number]> {
  const points = new Map<AreaCode, [number, number]>()
  for (const set of shapes) {
    set.codes.forEach((code, index) => {
      const geometry = set.geometries.at(index)
      const point = geometry && findRepresentativePoint(geometry)
      if (point) points.set(code, point)
    })
  }
  return points
}
