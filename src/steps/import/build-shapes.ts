/** The shapes of each level: the newest the package has, joined to areas by code. */
import { AREA_LEVELS, findAreaCode, type AreaCode, type AreaLevel } from '#domain/area.ts'
import type { Resource } from '#domain/data-package.ts'
import type { FindingSink } from '#domain/finding.ts'
import { findTexts } from '#domain/table.ts'
import { mergeShapes, type NamedShape } from '#steps/import/merge-shapes.ts'
import { normaliseName, stripRegionSuffix } from '#domain/names.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import type { ShapeSet } from '#statistics/statistics.ts'

/** Shapes by level. Resources of another country, or of an older year than another one of that level, are not used. */
export function buildShapes(resources: readonly ReadResource[], findings: FindingSink): { shapes: ShapeSet[]; used: Set<string> } {
  const shapes: ShapeSet[] = []
  const used = new Set<string>()
  reportUnknownLevels(resources, findings)
  for (const level of AREA_LEVELS) {
    const candidates = resources
      .filter(({ resource, result }) => result.shapes && resource.level === level && (resource.country ?? 'NL') === 'NL')
      .sort((a, b) => (b.resource.year ?? 0) - (a.resource.year ?? 0))
    const [newest, ...older] = candidates
    for (const { resource } of older) findings.add(describeOlder(resource.name, newest?.resource.name ?? ''))
    if (!newest) continue
    const set = buildShapeSet(level, newest, resources, findings)
    if (set.codes.length === 0) continue
    shapes.push(set)
    used.add(newest.resource.name)
  }
  return { shapes, used }
}

function describeOlder(resource: string, newer: string): Parameters<FindingSink['add']>[0] {
  return {
    severity: 'info',
    code: 'older-shapes-not-used',
    resource,
    message: {
      nl: `Deze grenzen zijn niet gebruikt: "${newer}" is nieuwer, of van hetzelfde jaar en gaat voor.`,
      en: `These boundaries were not used: "${newer}" is newer, or of the same year and comes first.`,
    },
  }
}

function buildShapeSet(level: AreaLevel, read: ReadResource, all: readonly ReadResource[], findings: FindingSink): ShapeSet {
  const { resource, result } = read
  const codeColumn = resource.code ?? guessCodeColumn(read, level)
  const codes = codeColumn === undefined ? undefined : findTexts(result.table, codeColumn)
  const names = findTexts(result.table, resource.label ?? 'name') ?? guessNames(read)
  const byName = indexRegionNames(level, all)
  const kept: NamedShape[] = []
  const withoutCode: { name: string; row: number }[] = []
  result.shapes?.forEach((geometry, row) => {
    const name = names?.[row] ?? codes?.[row] ?? ''
    const code = findAreaCode(codes?.[row] ?? '') ?? byName.get(normaliseName(name))
    if (geometry === null) return
    if (code === undefined) withoutCode.push({ name, row: row + 1 })
    else kept.push({ code, name, geometry })
  })
  if (withoutCode.length > 0) findings.add(describeWithoutCode(resource, withoutCode))
  const { shapes, merged } = mergeShapes(kept)
  if (merged.length > 0) findings.add(describeMerged(resource, merged))
  return {
    level,
    year: resource.year ?? 0,
    source: resource.sources.map((source) => source.title).join(', '),
    licence: resource.licenses.map((licence) => licence.name).join(', '),
    codes: shapes.map(({ code }) => code),
    names: shapes.map(({ name }) => name),
    geometries: shapes.map(({ geometry }) => geometry),
  }
}

type Finding = Parameters<FindingSink['add']>[0]

const getFile = ({ name, path }: Resource): string => [path].flat()[0] ?? name

function describeWithoutCode(resource: Resource, shapes: readonly { name: string; row: number }[]): Finding {
  const listed = shapes.slice(0, 10).map(({ name, row }) => name.slice(0, 60) || `${row}`).join(', ')
  return {
    severity: 'warning',
    code: 'shape-without-code',
    resource: resource.name,
    file: getFile(resource),
    row: shapes[0]?.row ?? 1,
    count: shapes.length,
    message: {
      nl: `Bij deze vormen hoort geen bekende gebiedscode; ze zijn weggelaten: ${listed}.`,
      en: `No known area code belongs to these shapes; they were left out: ${listed}.`,
    },
  }
}

function describeMerged(resource: Resource, codes: readonly AreaCode[]): Finding {
  const listed = codes.slice(0, 10).join(', ')
  return {
    severity: 'info',
    code: 'shapes-merged',
    resource: resource.name,
    file: getFile(resource),
    row: codes[0] ?? '',
    count: codes.length,
    message: {
      nl: `Deze gebieden hadden meer dan één vorm, zoals land en water. De vormen zijn samengevoegd: ${listed}.`,
      en: `These areas had more than one shape, such as land and water. The shapes were merged: ${listed}.`,
    },
  }
}

/** Shapes of no level, or of one that does not exist, cannot be drawn with any figures. */
function reportUnknownLevels(resources: readonly ReadResource[], findings: FindingSink): void {
  for (const { resource, result } of resources) {
    const { level, country = 'NL' } = resource
    if (!result.shapes || !resource.reader.endsWith('-areas') || country !== 'NL' || AREA_LEVELS.some((known) => known === level)) continue
    findings.add({
      severity: 'warning',
      code: 'shapes-level-unknown',
      resource: resource.name,
      file: getFile(resource),
      field: 'level',
      message: {
        nl: `Deze vormen zijn niet gebruikt: het datapakket moet bij "level" een van deze noemen: ${AREA_LEVELS.join(', ')}.`,
        en: `These shapes were not used: "level" in the data package must be one of: ${AREA_LEVELS.join(', ')}.`,
      },
    })
  }
}

const PREFIX: Readonly<Record<AreaLevel, string>> = {
  country: 'NL',
  landsdeel: 'LD',
  province: 'PV',
  corop: 'CR',
  municipality: 'GM',
  district: 'WK',
  neighbourhood: 'BU',
}

/** The first text column whose filled cells are all codes of the level. */
function guessCodeColumn(read: ReadResource, level: AreaLevel): string | undefined {
  return read.result.table.columns.find(
    (column) =>
      column.kind === 'text' &&
      column.values.some((value) => value !== null) &&
      column.values.every((value) => value === null || (value.startsWith(PREFIX[level]) && findAreaCode(value) !== undefined)),
  )?.name
}

function guessNames(read: ReadResource): readonly (string | null)[] | undefined {
  const column = read.result.table.columns.find(({ name, kind }) => kind === 'text' && /(naam|name)$/i.test(name))
  return column?.kind === 'text' ? column.values : undefined
}

/** Codes of provinces, COROP areas and landsdelen by name, from the code lists of the regional tables. */
function indexRegionNames(level: AreaLevel, all: readonly ReadResource[]): Map<string, AreaCode> {
  const index = new Map<string, AreaCode>()
  for (const { result } of all) {
    for (const list of result.codes.values()) {
      for (const entry of list) {
        if (entry.code.startsWith(PREFIX[level]) && findAreaCode(entry.code)) index.set(normaliseName(stripRegionSuffix(entry.title)), entry.code.trim())
      }
    }
    const regionCodes = findTexts(result.table, 'COROP-gebiedcode') ?? []
    const regionNames = findTexts(result.table, 'COROP-gebied') ?? []
    if (level === 'corop') regionCodes.forEach((code, row) => code && index.set(normaliseName(regionNames[row] ?? ''), `CR${code.padStart(2, '0')}`))
  }
  return index
}
