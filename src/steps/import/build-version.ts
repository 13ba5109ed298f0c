/** From the resources as they were read to a version of the statistics, ready to be written. */
import { INDICATORS } from '#domain/indicators/index.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { parseBoundaryChanges } from '#domain/parse-boundary-changes.ts'
import { readDescription } from '#domain/data-package.ts'
import { describeTitle } from '#domain/indicators/table-titles.ts'
import type { MissingRowsLine, ReconciliationReport } from '#domain/report.ts'
import { writeNumber } from '#domain/write-number.ts'
import { aggregateLevels } from '#steps/import/aggregate-levels.ts'
import { bindColumns, listBoundColumns, type BoundColumn } from '#steps/import/bind-columns.ts'
import { buildAreas, collectNames } from '#steps/import/build-areas.ts'
import { buildPlaces } from '#steps/import/build-places.ts'
import { buildPostcodes } from '#steps/import/build-postcodes.ts'
import { buildShapes } from '#steps/import/build-shapes.ts'
import { collectFigures, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { deriveChanges } from '#steps/import/derive-changes.ts'
import { deriveFigures } from '#steps/import/derive-figures.ts'
import type { FindingList, ReadPackage, ReadResource } from '#steps/import/read-resources.ts'
import { compareShapes, countColumns } from '#steps/import/reconcile/column-lines.ts'
import { sumLevels } from '#steps/import/reconcile/level-sums.ts'
import { listNamingResources, markUsed } from '#steps/import/reconcile/resource-outcomes.ts'
import { reportRoadsAbroad } from '#steps/import/reconcile/roads-abroad.ts'
import { reportRowsLeftOut } from '#steps/import/reconcile/rows-left-out.ts'
import { findMissingRows } from '#steps/import/reconcile/missing-rows.ts'
import { reportTablesLeftOut } from '#steps/import/reconcile/tables-left-out.ts'
import { findWideTable, type WideTable } from '#steps/import/wide-tables.ts'
import { getBlockKey, parseBlockKey, type VersionDraft, type VersionIdentity } from '#statistics/contents.ts'

/** Builds the version. Undefined when the package holds no figures about any area. */
export function buildVersion(identity: VersionIdentity, read: ReadPackage, findings: FindingList, started: number): VersionDraft | undefined {
  const { resources } = read
  const told = findings.findings
  const wideTables = resources.flatMap((resource) => findWideTable(resource, findCatalogueYear, told) ?? [])
  reportTablesLeftOut(resources, wideTables, findings)
  const bound = bindColumns(INDICATORS, wideTables, findings)
  const changes = collectChanges(resources, findings)
  const { shapes, used: shapesUsed } = buildShapes(resources, findings)
  reportRoadsAbroad(resources, shapes, findings)
  const missingRows = findRows(wideTables, resources, bound)
  const boundColumns = listBoundColumns(bound)
  const inputs = { wideTables, resources, shapes, changes, rowMissing: missingRows.rowMissing, boundColumns }
  const register = buildAreas(inputs, findings)
  reportRowsLeftOut(wideTables, boundColumns, register, findings)
  const { blocks, used: figuresUsed } = collectFigures(bound, register, findings)
  const years = listYears(blocks)
  const referenceYear = findReferenceYear(blocks, years)
  if (referenceYear === undefined) return undefined

  aggregateLevels(INDICATORS, years, blocks, register)
  deriveFigures(INDICATORS, years, blocks, register, findings)
  deriveChanges(INDICATORS, years, changes, blocks, register)
  const { places, used: placesUsed } = buildPlaces({ resources, areas: register.areas, shapes, referenceYear }, findings)
  const municipalities = register.areas.get('municipality') ?? []
  const { postcodes, used: postcodesUsed } = buildPostcodes(resources, municipalities, changes, referenceYear, findings)
  describeMissingRows(missingRows.lines, findings)
  const named = listNamingResources(resources, register.positions)

  const used = { figures: figuresUsed, areas: named.union(register.linkedBy), shapes: shapesUsed, places: placesUsed.union(postcodesUsed) }

  const report: ReconciliationReport = {
    ...identity,
    seconds: (performance.now() - started) / 1000,
    resources: markUsed(read.lines, resources, used, findings),
    levelSums: sumLevels(INDICATORS, years, blocks),
    missingRows: missingRows.lines,
    columns: countColumns(blocks),
    shapes: compareShapes(shapes, register.areas, referenceYear, listInvalidShapes(resources, shapesUsed, findings)),
    findings: findings.findings,
  }
  return {
    manifest: { ...identity, years, referenceYear, sources: resources.map(describeSource), boundaryChanges: changes },
    report,
    areas: register.areas,
    figures: blocks,
    shapes,
    places,
    postcodes,
    tables: new Map(resources.map(({ resource, result }) => [resource.name, result.table])),
  }
}

/** The year of a table that the catalogue knows for one year only. */
function findCatalogueYear(tableId: string): number | undefined {
  const years = new Set(INDICATORS.flatMap(({ columns }) => columns.filter(({ table }) => table === tableId).map(({ year }) => year)))
  return years.size === 1 ? [...years][0] : undefined
}

/** The boundary changes of the fullest code list; the lists of other tables repeat them. */
function collectChanges(resources: readonly ReadResource[], findings: FindingList): readonly BoundaryChange[] {
  const lists = resources.flatMap(({ resource, result }) =>
    [...result.codes.values()].map((codes) => ({ resource, parsed: parseBoundaryChanges(codes) })),
  )
  const fullest = lists.sort((a, b) => b.parsed.changes.length - a.parsed.changes.length)[0]
  if (!fullest) return []
  for (const remark of fullest.parsed.remarks) findings.add({ ...remark, resource: fullest.resource.name })
  return fullest.parsed.changes
}

function findRows(wideTables: readonly WideTable[], resources: readonly ReadResource[], bound: readonly BoundColumn[]): ReturnType<typeof findMissingRows> {
  const names = collectNames(resources)
  const populationColumns = new Map(bound.filter(({ indicator }) => indicator.id === 'population').map(({ table, column }) => [table, column]))
  return findMissingRows({
    wideTables,
    findName: (code, year) => names.get(code)?.get(year) ?? names.get(code)?.get(0),
    findPopulation: (table) => table.columns.get(populationColumns.get(table) ?? ''),
  })
}

function listYears(blocks: FigureBlocks): number[] {
  return [...new Set([...blocks.keys()].map((key) => parseBlockKey(key).year))].sort((a, b) => a - b)
}

/** The newest year with inhabitants of neighbourhoods, else of districts, else of municipalities. */
function findReferenceYear(blocks: FigureBlocks, years: readonly number[]): number | undefined {
  for (const level of ['neighbourhood', 'district', 'municipality'] as const satisfies readonly AreaLevel[]) {
    const year = [...years].reverse().find((candidate) => {
      const column = blocks.get(getBlockKey(level, candidate))?.get('population')
      return column?.values.some((value) => !Number.isNaN(value))
    })
    if (year !== undefined) return year
  }
  return undefined
}

function describeMissingRows(lines: readonly MissingRowsLine[], findings: FindingList): void {
  for (const line of lines) {
    const inhabitants = line.inhabitants.neighbourhood ?? line.inhabitants.district ?? 0
    const municipalities = [...new Set(line.listed.map((row) => row.municipalityName))].join(', ')
    findings.add({
      severity: 'warning',
      code: 'rows-missing',
      resource: line.resource,
      count: line.rows,
      message: {
        nl: `In de tabel van ${line.year} ontbreken ${line.rows} rijen van wijken en buurten, met samen ongeveer ${writeNumber(inhabitants, 'nl')} inwoners, in ${municipalities}.`,
        en: `The table of ${line.year} lacks ${line.rows} rows of districts and neighbourhoods, with about ${writeNumber(inhabitants, 'en')} inhabitants together, in ${municipalities}.`,
      },
    })
  }
}

function listInvalidShapes(resources: readonly ReadResource[], used: ReadonlySet<string>, findings: FindingList): Map<AreaLevel, string[]> {
  const invalid = new Map<AreaLevel, string[]>()
  for (const { resource } of resources) {
    if (!used.has(resource.name)) continue
    const named = findings.findings.filter(({ code, resource: name }) => code === 'shape-invalid' && name === resource.name)
    if (named.length > 0 && resource.level) invalid.set(resource.level as AreaLevel, named.map(({ row }) => String(row ?? '')))
  }
  return invalid
}

function describeSource({ resource, files }: ReadResource): VersionDraft['manifest']['sources'][number] {
  const [licence] = resource.licenses
  const [source] = resource.sources
  return {
    resource: resource.name,
    title: describeTitle(resource),
    description: readDescription(resource),
    ...(resource.table ? { table: resource.table } : {}),
    ...(resource.year ? { year: resource.year } : {}),
    publisher: resource.sources.map(({ title }) => title).join(', ') || 'onbekend',
    ...(source?.path ? { url: source.path } : {}),
    licence: licence?.name ?? 'unknown',
    ...(licence?.path ? { licenceUrl: licence.path } : {}),
    retrievedAt: files.map((file) => file.retrievedAt).sort().at(-1) ?? '',
    files: files.map(({ location, bytes, sha256 }) => ({ location, bytes, sha256 })),
  }
}
