/** The whole reconciliation report as text: every resource, year, missing row and finding. */
import type { Finding } from '#domain/finding.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import type { Language } from '#cli/command.ts'
import { describeSum } from '#cli/report-summary.ts'
import { formatNumber, layOut, OUTCOME_WORDS, SEVERITY_WORDS, USE_WORDS } from '#cli/words.ts'

/** Lines for the terminal, a heading before each part. */
export function describeDetails(report: ReconciliationReport, language: Language): string[] {
  const say = (nl: string, en: string): string => (language === 'nl' ? nl : en)
  return [
    ...part(say('Bestanden', 'Resources'), describeResources(report, language)),
    ...part(say('Inwoners per niveau, opgeteld', 'Inhabitants by level, added up'), describeAllSums(report, language)),
    ...part(say('Ontbrekende rijen', 'Missing rows'), listMissingRows(report, language)),
    ...part(say('Grenzen', 'Shapes'), describeShapes(report, language)),
    ...part(say('Cijfers die er niet zijn, per niveau en jaar', 'Figures that are missing, by level and year'), countMissing(report, language)),
    ...part(say('Bevindingen', 'Findings'), report.findings.map((finding) => describeFinding(finding, language))),
  ]
}

function part(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length === 0 ? ['  –'] : lines)]
}

function describeResources({ resources }: ReconciliationReport, language: Language): string[] {
  const number = (value: number): string => formatNumber(value, language)
  const [read, kept, refused] = language === 'nl' ? ['gelezen', 'bewaard', 'geweigerd'] : ['read', 'kept', 'refused']
  const rows = resources.map((line) => [
    OUTCOME_WORDS[line.outcome][language],
    line.resource,
    `${number(line.rowsRead)} ${read}`,
    `${number(line.rowsKept)} ${kept}`,
    `${number(line.rowsRefused)} ${refused}`,
    (line.usedFor ?? []).map((use) => USE_WORDS[use][language]).join(', '),
    Object.entries(line.refusedFor).map(([code, count]) => `${code}: ${number(count)}`).join(', '),
  ])
  return layOut(rows, [2, 3, 4])
}

function describeAllSums({ levelSums, missingRows }: ReconciliationReport, language: Language): string[] {
  const lines = levelSums.filter((line) => line.indicator === 'population' && line.level !== 'country')
  const sorted = lines.toSorted((a, b) => b.year - a.year)
  return layOut(sorted.map((line) => [String(line.year), ...describeSum(line, missingRows, language)]), [1, 3])
}

function listMissingRows({ missingRows }: ReconciliationReport, language: Language): string[] {
  return missingRows.flatMap(({ year, table, listed }) =>
    layOut(
      listed.map((row) => {
        const unknown = language === 'nl' ? 'niet vast te stellen welk gebied' : 'which area could not be established'
        return [String(year), table, String(row.rowId), row.code ?? '', row.name ?? unknown, row.municipalityName]
      }),
      [2],
    ),
  )
}

function describeShapes({ shapes }: ReconciliationReport, language: Language): string[] {
  const say = (nl: string, en: string): string => (language === 'nl' ? nl : en)
  return shapes.flatMap((line) => [
    `  ${LEVEL_WORDS[line.level][language]}: ${say('grenzen van', 'shapes of')} ${line.shapeYear}, ${say('gebieden van', 'areas of')} ${line.areaYear}, ${line.shapes} / ${line.areas}`,
    ...list(say('zonder grens', 'without shape'), line.areasWithoutShape),
    ...list(say('grens zonder gebied', 'shape without area'), line.shapesWithoutArea),
    ...list(say('grens met een fout', 'shape with a fault'), line.invalidShapes),
  ])
}

function list(title: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`    ${title} (${names.length}): ${names.join(', ')}`]
}

function countMissing({ columns }: ReconciliationReport, language: Language): string[] {
  const blocks = new Map<string, { cells: [string, string]; present: number; missing: Map<MissingReason, number> }>()
  for (const column of columns) {
    const key = `${column.year} ${column.level}`
    const block = blocks.get(key) ?? { cells: [String(column.year), LEVEL_WORDS[column.level][language]], present: 0, missing: new Map() }
    block.present += column.present
    for (const [reason, count] of Object.entries(column.missing) as [MissingReason, number][]) {
      block.missing.set(reason, (block.missing.get(reason) ?? 0) + count)
    }
    blocks.set(key, block)
  }
  const present = language === 'nl' ? 'aanwezig' : 'present'
  const rows = [...blocks.values()].map(({ cells, missing, ...block }) => [
    ...cells,
    `${formatNumber(block.present, language)} ${present}`,
    [...missing].map(([reason, count]) => `${MISSING_WORDS[reason][language].toLowerCase()}: ${formatNumber(count, language)}`).join('; '),
  ])
  return layOut(rows, [2])
}

/** What, where and why, in one line. */
export function describeFinding(finding: Finding, language: Language): string {
  const [row, field] = language === 'nl' ? ['rij', 'veld'] : ['row', 'field']
  const places = [
    finding.resource,
    ...(finding.file === undefined || finding.file === finding.resource ? [] : [finding.file]),
    ...(finding.row === undefined ? [] : [`${row} ${finding.row}`]),
    ...(finding.field === undefined ? [] : [`${field} ${finding.field}`]),
  ]
  const times = (finding.count ?? 1) > 1 ? ` (${formatNumber(finding.count ?? 1, language)}×)` : ''
  return `  ${SEVERITY_WORDS[finding.severity][language]}: ${places.join(', ')}: ${finding.message[language]}${times}`
}
