/** The reconciliation report on one screen: what came in, what did not, and whether it adds up. */
import type { FindingSeverity } from '#domain/finding.ts'
import type { LevelSum, MissingRowsLine, ReconciliationReport, ResourceLine } from '#domain/report.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import type { Language } from '#cli/command.ts'
import { formatDifference, formatNumber, layOut, OUTCOME_WORDS, SEVERITY_WORDS } from '#cli/words.ts'

/** Lines for the terminal. */
export function summarise(report: ReconciliationReport, language: Language): string[] {
  const say = (nl: string, en: string): string => (language === 'nl' ? nl : en)
  const seconds = formatNumber(report.seconds, language, 1)
  const date = report.importedAt.slice(0, 16).replace('T', ' ')
  return [
    say(`Ingelezen: ${report.packageTitle.nl} (${date} UTC, ${seconds} s)`, `Imported: ${report.packageTitle.en} (${date} UTC, ${seconds} s)`),
    ...(report.fictional ? [say('LET OP: al deze cijfers zijn verzonnen.', 'MIND: all of these figures are made up.')] : []),
    `${say('Bestanden', 'Resources')}: ${countOutcomes(report.resources, language)}.`,
    countRows(report.resources, language),
    ...describeSums(report, language),
    ...report.missingRows.flatMap((line) => describeMissingRows(line, language)),
    `${say('Bevindingen', 'Findings')}: ${countFindings(report, language)}.`,
  ]
}

export function countOutcomes(resources: readonly ResourceLine[], language: Language): string {
  const outcomes: readonly ResourceLine['outcome'][] = ['used', 'kept', 'skipped', 'failed']
  const counts = outcomes.map((outcome) => `${resources.filter((line) => line.outcome === outcome).length} ${OUTCOME_WORDS[outcome][language]}`)
  return counts.join(', ')
}

function countRows(resources: readonly ResourceLine[], language: Language): string {
  const total = (key: 'rowsRead' | 'rowsRefused'): string => formatNumber(resources.reduce((sum, line) => sum + line[key], 0), language)
  if (language === 'nl') return `Rijen: ${total('rowsRead')} gelezen, ${total('rowsRefused')} geweigerd.`
  return `Rows: ${total('rowsRead')} read, ${total('rowsRefused')} refused.`
}

/** Inhabitants of every level in the newest year, against those of the country. */
function describeSums({ levelSums, missingRows }: ReconciliationReport, language: Language): string[] {
  const lines = levelSums.filter((line) => line.indicator === 'population')
  const newest = Math.max(...lines.map((line) => line.year))
  const shown = lines.filter((line) => line.year === newest && line.level !== 'country')
  if (shown.length === 0) return [language === 'nl' ? 'Inwoners: geen land om mee te vergelijken.' : 'Inhabitants: no country to compare with.']
  const country = formatNumber(shown[0]?.countrySum ?? NaN, language)
  const title = language === 'nl' ? `Inwoners ${newest}: ${country} in het hele land. Per niveau opgeteld:` : `Inhabitants ${newest}: ${country} in the country. Added up by level:`
  return [title, ...layOut(shown.map((line) => describeSum(line, missingRows, language)), [0, 2])]
}

/** Cells: areas, level, sum, and what is to be said about the difference. Inhabitants of missing rows are counted in before judging it. */
export function describeSum(line: LevelSum, missingRows: readonly MissingRowsLine[], language: Language): string[] {
  const cells = [formatNumber(line.areas, language), LEVEL_WORDS[line.level][language], formatNumber(line.sum, language)]
  if (line.difference === 0) return [...cells, language === 'nl' ? '= land' : '= country']
  const missed = missingRows.reduce((sum, rows) => sum + (rows.year === line.year ? (rows.inhabitants[line.level] ?? 0) : 0), 0)
  const isWithin = Math.abs(line.difference + missed) <= line.roundingBand
  const band = formatNumber(line.roundingBand, language)
  const parts =
    language === 'nl'
      ? [missed > 0 && `${formatNumber(missed, language)} in ontbrekende rijen`, line.roundingBand > 0 && `afronding tot ±${band}`, isWithin ? 'klopt' : 'KLOPT NIET']
      : [missed > 0 && `${formatNumber(missed, language)} in missing rows`, line.roundingBand > 0 && `rounding up to ±${band}`, isWithin ? 'agrees' : 'DOES NOT AGREE']
  return [...cells, `${formatDifference(line.difference, language)} (${parts.filter((part) => part !== false).join('; ')})`]
}

export function describeMissingRows(line: MissingRowsLine, language: Language): string[] {
  if (line.rows === 0) return []
  const byLevel = Object.entries(line.inhabitants) as [keyof typeof line.inhabitants, number][]
  const people = byLevel.map(([level, count]) => `${formatNumber(count, language)} (${LEVEL_WORDS[level][language]})`)
  const inhabitants = people.length === 0 ? '?' : people.join(', ')
  if (language === 'nl') return [`Ontbrekende rijen ${line.year}, tabel ${line.table}: ${line.rows}. Inwoners daarin: ${inhabitants}.`]
  return [`Missing rows ${line.year}, table ${line.table}: ${line.rows}. Inhabitants in them: ${inhabitants}.`]
}

export function countFindings({ findings }: Pick<ReconciliationReport, 'findings'>, language: Language): string {
  const severities: readonly FindingSeverity[] = ['error', 'warning', 'info']
  const plural = { nl: { error: 'fouten', warning: 'waarschuwingen', info: 'opmerkingen' }, en: { error: 'errors', warning: 'warnings', info: 'remarks' } }
  return severities
    .map((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return `${count} ${count === 1 ? SEVERITY_WORDS[severity][language] : plural[language][severity]}`
    })
    .join(', ')
}
