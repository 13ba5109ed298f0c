/** What came in and what did not, in sentences. */
import type { LevelSum, MissingRowsLine, ReconciliationReport } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'

export function ReportSummary({ report }: { report: ReconciliationReport }) {
  const { t, format, pick } = useLanguage()
  const { resources, findings } = report
  const levelSums = report.levelSums.filter(({ indicator }) => indicator === 'population')
  const count = (outcome: string): number => resources.filter((line) => line.outcome === outcome).length
  const total = (of: 'rowsRead' | 'rowsKept' | 'rowsRefused'): string => format.number(resources.reduce((sum, line) => sum + line[of], 0))
  const different = levelSums.filter((sum) => judgeSum(sum) === 'different').length
  const severity = (kind: string): string => format.number(findings.filter((finding) => finding.severity === kind).length)
  const sentences = [
    t.report.when(pick(report.packageTitle), format.date(report.importedAt), format.number(report.seconds, 1)),
    t.report.resources(format.number(count('used')), format.number(count('kept')), format.number(resources.length)),
    count('failed') === 0 ? t.report.failedNone : t.report.failed(format.number(count('failed'))),
    t.report.rows(total('rowsKept'), total('rowsRead'), total('rowsRefused')),
    different === 0
      ? t.report.sumsEqual(format.number(levelSums.length))
      : t.report.sumsDiffer(format.number(different), format.number(levelSums.length)),
    t.report.findings(severity('error'), severity('warning'), severity('info')),
  ]
  return (
    <>
      {report.missingRows.length === 0 ? (
        <p className="utrecht-paragraph">{t.report.missingNone}</p>
      ) : (
        <ul className="td-summary__missing">
          {report.missingRows.map((line) => (
            <MissingYear key={`${line.year} ${line.table}`} line={line} />
          ))}
        </ul>
      )}
      <ul className="utrecht-unordered-list td-list">
        {sentences.map((sentence) => (
          <li key={sentence} className="utrecht-unordered-list__item">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  )
}

function MissingYear({ line }: { line: MissingRowsLine }) {
  const { t, format } = useLanguage()
  const inhabitants = Object.entries(line.inhabitants).map(([level, number]) =>
    t.report.missingInhabitants(format.number(number ?? 0), t.levels[level as keyof typeof t.levels].toLowerCase()),
  )
  const who = inhabitants.length === 0 ? t.report.inhabitantsUnknown : inhabitants.join(t.report.and)
  return <li>{t.report.missingYear(line.year, format.number(line.rows), who)}</li>
}

export type SumVerdict = 'equal' | 'rounding' | 'different'

/** Whether a sum over areas equals the country, may differ by rounding alone, or really differs. */
export function judgeSum(sum: LevelSum): SumVerdict {
  if (sum.difference === 0) return 'equal'
  return Math.abs(sum.difference) <= sum.roundingBand ? 'rounding' : 'different'
}
