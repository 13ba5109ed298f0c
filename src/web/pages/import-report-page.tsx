/** The reconciliation report: the summary in plain words, then the tables. */
import { useQuery } from '@tanstack/react-query'
import { indicatorsQuery, reportQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { ColumnsTable } from '#web/report-page/columns-table.tsx'
import { FindingsTable } from '#web/report-page/findings-table.tsx'
import { MissingRowsTables } from '#web/report-page/missing-rows-tables.tsx'
import { ReportSummary } from '#web/report-page/report-summary.tsx'
import { ResourcesTable } from '#web/report-page/resources-table.tsx'
import { ShapesTable } from '#web/report-page/shapes-table.tsx'
import { SumsTable } from '#web/report-page/sums-table.tsx'

export function ImportReportPage() {
  const { t } = useLanguage()
  const report = useQuery(reportQuery())
  const indicators = useQuery(indicatorsQuery())
  return (
    <Page title={t.report.title} lead={t.report.lead}>
      <Answer query={report} tall>
        {(answer) => (
          <>
            <Section title={t.report.summary} id="samengevat" className="td-summary">
              <ReportSummary report={answer} />
            </Section>
            {answer.missingRows.length > 0 && (
              <Section title={t.report.missingTitle} id="ontbrekend">
                <p className="utrecht-paragraph">{t.report.missingLead}</p>
                <MissingRowsTables lines={answer.missingRows} />
              </Section>
            )}
            <Section title={t.report.sumsTitle} id="sommen">
              <p className="utrecht-paragraph">{t.report.sumsLead}</p>
              <SumsTable sums={answer.levelSums} indicators={indicators.data?.indicators ?? []} />
            </Section>
            <Section title={t.report.resourcesTitle} id="bronnen">
              <ResourcesTable resources={answer.resources} />
            </Section>
            <Section title={t.report.columnsTitle} id="cijfers">
              <p className="utrecht-paragraph">{t.report.columnsLead}</p>
              <ColumnsTable columns={answer.columns} indicators={indicators.data?.indicators ?? []} />
            </Section>
            <Section title={t.report.shapesTitle} id="vormen">
              <ShapesTable shapes={answer.shapes} />
            </Section>
            <Section title={t.report.findingsTitle} id="bijzonderheden">
              <FindingsTable findings={answer.findings} />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}
