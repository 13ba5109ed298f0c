/** Four-digit postcodes with their place and municipality, to look places up by. */
import type { Area, AreaCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { Postcode } from '#domain/place.ts'
import { findColumn, findTexts, type Table } from '#domain/table.ts'
import { findMunicipalityCode, normaliseName } from '#domain/names.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'

interface Row {
  /** Row in the file, from 1. */
  readonly row: number
  readonly pc4: string
  readonly placeName: string
  /** Name or number of the municipality, as the publisher writes it. */
  readonly municipality: string
}

/** One row a postcode. Postcodes whose municipality is not known today are counted in a finding. */
export function buildPostcodes(
  resources: readonly ReadResource[],
  municipalities: readonly Area[],
  changes: readonly BoundaryChange[],
  referenceYear: number,
  findings: FindingSink,
): { postcodes: Postcode[]; used: Set<string> } {
  const today = municipalities.filter((area) => area.years.includes(referenceYear))
  const codes = new Set(today.map((area) => area.code))
  const byName = indexNames(today, changes)
  const postcodes = new Map<string, Postcode>()
  const used = new Set<string>()
  for (const { resource, result } of resources.filter(({ result: { shapes, table } }) => !shapes && !isListOfPoints(table))) {
    const unknown = new Map<string, number>()
    for (const { row, pc4, placeName, municipality: written } of listRows(result.table)) {
      const numbered = findMunicipalityCode(written)
      const municipality = numbered !== undefined && codes.has(numbered) ? numbered : byName.get(normaliseName(written))
      if (municipality === undefined) unknown.set(written, unknown.get(written) ?? row)
      else {
        used.add(resource.name)
        if (!postcodes.has(pc4)) postcodes.set(pc4, { pc4, placeName, municipality })
      }
    }
    if (unknown.size > 0) findings.add(describeUnknown(resource, unknown))
  }
  return { postcodes: [...postcodes.values()].sort((a, b) => (a.pc4 < b.pc4 ? -1 : 1)), used }
}

/** Buildings have a postcode too, but say nothing about where that postcode lies as a whole. */
function isListOfPoints(table: Table): boolean {
  return findColumn(table, 'straat') !== undefined || findColumn(table, 'adres') !== undefined
}

/**
 * Codes by name of today's municipalities, with and without the addition that tells namesakes apart ("Laren (NH.)"),
 * and by name of the dissolved ones, which lead to the municipality that took over most of their inhabitants.
 */
function indexNames(today: readonly Area[], changes: readonly BoundaryChange[]): Map<string, AreaCode> {
  const byName = new Map<string, AreaCode>()
  for (const { name, code } of today) byName.set(normaliseName(name.replace(/\s*\(.*\)$/, '')), code)
  for (const { name, code } of today) byName.set(normaliseName(name), code)
  const codes = new Set(today.map(({ code }) => code))
  const recentFirst = changes.filter(({ kind }) => kind === 'dissolved').sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : (b.inhabitants ?? 0) - (a.inhabitants ?? 0)))
  for (const { fromName, to } of recentFirst) if (codes.has(to) && !byName.has(normaliseName(fromName))) byName.set(normaliseName(fromName), to)
  return byName
}

/** Rows of the tables that are known to hold postcodes with a place: the PC4 list, or the export of GeoNames. */
function listRows(table: Table): Row[] {
  const codes = findColumn(table, 'postcode') ?? findColumn(table, 'postal code')
  const places = findTexts(table, 'plaats') ?? findTexts(table, 'place name')
  const municipalities = findColumn(table, 'gemeente') ?? findColumn(table, 'admin code2')
  if (!codes || !places || !municipalities) return []
  const rows: Row[] = []
  places.forEach((placeName, row) => {
    const pc4 = /^(\d{4})/.exec(String(codes.values[row] ?? ''))?.[1]
    if (pc4 && placeName) rows.push({ row: row + 1, pc4, placeName, municipality: String(municipalities.values[row] ?? '') })
  })
  return rows
}

function describeUnknown(resource: ReadResource['resource'], unknown: ReadonlyMap<string, number>): Parameters<FindingSink['add']>[0] {
  const listed = [...unknown.keys()].slice(0, 10).map((name) => name.slice(0, 60)).join(', ')
  return {
    severity: 'info',
    code: 'postcode-municipality-unknown',
    resource: resource.name,
    file: [resource.path].flat()[0] ?? resource.name,
    row: [...unknown.values()][0] ?? 1,
    count: unknown.size,
    message: {
      nl: `Postcodes in deze gemeenten zijn niet vindbaar: de gemeente bestaat niet (meer): ${listed}.`,
      en: `Postcodes in these municipalities cannot be found: the municipality does not exist (any more): ${listed}.`,
    },
  }
}
