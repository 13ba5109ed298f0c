/** Which province, COROP area and landsdeel each municipality lies in, from tables, else from shapes. */
import { findAreaCode, PROVINCES_OF_LANDSDEEL, type AreaCode, type AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { FindingSink } from '#domain/finding.ts'
import { findColumn } from '#domain/table.ts'
import { findRepresentativePoint } from '#engines/geometry/centre.ts'
import { createPolygonLookup } from '#engines/geometry/point-in-polygon.ts'
import { findMunicipalityCode } from '#domain/names.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

export interface RegionLinks {
  readonly province?: AreaCode
  readonly corop?: AreaCode
  readonly landsdeel?: AreaCode
}

interface LinkInputs {
  readonly resources: readonly ReadResource[]
  readonly shapes: readonly ShapeSet[]
  readonly changes: readonly BoundaryChange[]
}

/**
 * The regions of each municipality. In order: what a table says, the shape of the region that holds the
 * municipality's middle, and for a municipality that no longer exists the regions of its main successor.
 */
export function linkMunicipalities(
  municipalities: readonly AreaCode[],
  inputs: LinkInputs,
  findings: FindingSink,
): { links: Map<AreaCode, RegionLinks>; linkedBy: ReadonlySet<string> } {
  const provinces = collectProvinces(inputs.resources)
  const { corops, from: linkedBy } = collectCorops(inputs.resources, new Set(municipalities))
  const successors = findSuccessors(inputs.changes)
  addByShape(provinces, 'province', municipalities, inputs.shapes)
  addByShape(corops, 'corop', municipalities, inputs.shapes)
  const links = new Map<AreaCode, RegionLinks>()
  for (const code of municipalities) {
    const province = follow(code, provinces, successors)
    const corop = follow(code, corops, successors)
    const landsdeel = Object.entries(PROVINCES_OF_LANDSDEEL).find(([, members]) => province && members.includes(province))?.[0]
    links.set(code, { ...(province ? { province } : {}), ...(corop ? { corop } : {}), ...(landsdeel ? { landsdeel } : {}) })
  }
  reportUnlinked(links, findings)
  return { links, linkedBy }
}

/** From the groups of the region codes (`GMPV30`), or a table with municipality and province codes. */
function collectProvinces(resources: readonly ReadResource[]): Map<AreaCode, AreaCode> {
  const provinces = new Map<AreaCode, AreaCode>()
  for (const { result } of resources) {
    for (const list of result.codes.values()) {
      for (const { code, group } of list) {
        const match = /^GM(PV\d\d)$/.exec(group ?? '')
        if (match?.[1] && code.startsWith('GM')) provinces.set(code.trim(), match[1])
      }
    }
  }
  return provinces
}

/** From the table of places (woonplaatsen) with their municipality and COROP area; `from` names the resources that gave any. */
function collectCorops(resources: readonly ReadResource[], municipalities: ReadonlySet<AreaCode>): { corops: Map<AreaCode, AreaCode>; from: Set<string> } {
  const corops = new Map<AreaCode, AreaCode>()
  const from = new Set<string>()
  for (const { resource, result } of resources) {
    const members = findColumn(result.table, 'Gemeentecode')
    const regions = findColumn(result.table, 'COROP-gebiedcode')
    if (!members || !regions) continue
    members.values.forEach((member, row) => {
      const code = findMunicipalityCode(member)
      const region = findAreaCode(`CR${String(regions.values[row] ?? '').replace(/^CR/, '').padStart(2, '0')}`)
      if (code === undefined || region === undefined || !municipalities.has(code)) return
      corops.set(code, region)
      from.add(resource.name)
    })
  }
  return { corops, from }
}

function addByShape(known: Map<AreaCode, AreaCode>, level: AreaLevel, municipalities: readonly AreaCode[], shapes: readonly ShapeSet[]): void {
  const regions = shapes.find((set) => set.level === level)
  const members = shapes.find((set) => set.level === 'municipality')
  if (!regions || !members) return
  const lookup = createPolygonLookup(regions.geometries)
  const geometryOf = new Map(members.codes.map((code, index) => [code, members.geometries.at(index)]))
  for (const code of municipalities) {
    const geometry = geometryOf.get(code)
    const point = known.has(code) || !geometry ? undefined : findRepresentativePoint(geometry)
    const region = point && regions.codes[lookup(point[0], point[1]) ?? -1]
    if (region) known.set(code, region)
  }
}

/** The municipality that took over most inhabitants of one that was dissolved. */
function findSuccessors(changes: readonly BoundaryChange[]): Map<AreaCode, AreaCode> {
  const best = new Map<AreaCode, BoundaryChange>()
  for (const change of changes) {
    if (change.kind !== 'dissolved') continue
    const known = best.get(change.from)
    if (!known || (change.inhabitants ?? 0) > (known.inhabitants ?? 0)) best.set(change.from, change)
  }
  return new Map([...best].map(([from, change]) => [from, change.to]))
}

function follow(code: AreaCode, regions: ReadonlyMap<AreaCode, AreaCode>, successors: ReadonlyMap<AreaCode, AreaCode>): AreaCode | undefined {
  let current: AreaCode | undefined = code
  for (let step = 0; current !== undefined && step < 20; step++) {
    const region = regions.get(current)
    if (region !== undefined) return region
    current = successors.get(current)
  }
  return undefined
}

function reportUnlinked(links: ReadonlyMap<AreaCode, RegionLinks>, findings: FindingSink): void {
  for (const level of ['province', 'corop'] as const) {
    const without = [...links].filter(([, regions]) => regions[level] === undefined).map(([code]) => code)
    if (without.length === 0) continue
    const name = level === 'province' ? { nl: 'provincie', en: 'province' } : { nl: 'COROP-gebied', en: 'COROP area' }
    findings.add({
      severity: 'warning',
      code: `municipality-without-${level}`,
      resource: 'areas',
      count: without.length,
      message: {
        nl: `Van deze gemeenten is niet bekend in welke ${name.nl} ze liggen: ${without.slice(0, 10).join(', ')}. Hun cijfers tellen daar niet mee.`,
        en: `It is not known in which ${name.en} these municipalities lie: ${without.slice(0, 10).join(', ')}. Their figures do not count there.`,
      },
    })
  }
}
