/** The index beside Leefbaarometer: how far they agree, wijk by wijk, and who could not be compared. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { describeLicence } from '#domain/licence.ts'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { IndexValidationAnswer, ValidationYear } from '#domain/answers/index-answers.ts'
import { apiUrl } from '#web/api/client.ts'
import { INDEX_ID, indexValidationQuery, indicatorsQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { CorrelationTable } from '#web/index-page/correlation-table.tsx'

export function IndexValidationPage() {
  const { t } = useLanguage()
  const validation = useQuery(indexValidationQuery())
  const indicators = useQuery(indicatorsQuery())
  return (
    <Page title={t.index.validation.title} lead={t.index.validation.lead} above={<SiteLink to="/index">{t.index.title}</SiteLink>}>
      <Alert kind="info" title={t.index.validation.noProof}>
        <p>{t.index.validation.noProofText}</p>
      </Alert>
      <Answer query={validation} tall>
        {(answer) => <Answer query={indicators}>{(list) => <Comparison answer={answer} indicators={list.indicators} />}</Answer>}
      </Answer>
    </Page>
  )
}

function Comparison({ answer, indicators }: { answer: IndexValidationAnswer; indicators: readonly IndicatorAnswer[] }) {
  const { t, pick } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const year = answer.years.find((one) => String(one.year) === state['jaar']) ?? answer.years.at(-1)
  if (year === undefined) {
    return (
      <Alert kind="warning" title={t.index.validation.missing}>
        <p>{t.index.validation.missingText(answer.table)}</p>
        <p>{t.index.validation.missingColumns}</p>
      </Alert>
    )
  }
  const source = answer.source && `${answer.source.publisher}, ${pick(answer.source.title)}`
  return (
    <>
      <AddressNotice unused={listUnused(state, { jaar: { isTaken: String(year.year) === state['jaar'], shown: String(year.year) } })} />
      <div className="td-controls">
        <SelectField
          label={t.index.validation.year}
          value={String(year.year)}
          options={answer.years.toReversed().map((one) => ({ value: String(one.year), text: String(one.year) }))}
          onChange={(text) => setState({ jaar: text })}
        />
      </div>
      <Outcome year={year} indicators={indicators} />
      <PointsFigure year={year} source={source ?? answer.table} />
      <DownloadLinks url={(format) => apiUrl(`indices/${INDEX_ID}/validation`, { format })} />
      <LeftOut year={year} />
      {source !== undefined && (
        <p className="td-note">
          {t.map.source}: {source} ({answer.source && pick(describeLicence(answer.source.licence))}).
        </p>
      )}
    </>
  )
}

function Outcome({ year, indicators }: { year: ValidationYear; indicators: readonly IndicatorAnswer[] }) {
  const { t, format, pick } = useLanguage()
  const total = year.correlations.find((one) => one.of === 'index' && one.with === 'lbm')
  const write = (value: number | null | undefined): string => (typeof value === 'number' ? format.number(value, 2) : '–')
  const used = year.indicators.map(({ indicator, year: of }) => `${pick(indicators.find(({ id }) => id === indicator)?.name ?? { nl: indicator, en: indicator })} (${of})`)
  return (
    <>
      <p className="utrecht-paragraph">
        {t.index.validation.summary(format.number(total?.n ?? 0), write(total?.spearman), write(total?.kendall))} {t.index.validation.howTo}
      </p>
      <CorrelationTable year={year} />
      <p className="td-note">{t.index.validation.used(year.year, used.join(', '))}</p>
    </>
  )
}

function PointsFigure({ year, source }: { year: ValidationYear; source: string }) {
  const { t, format } = useLanguage()
  const total = year.correlations.find((one) => one.of === 'index' && one.with === 'lbm')
  const draw = useCallback(
    async (width: number) => {
      const { drawScatter } = await import('#web/charts/scatter.ts')
      const points = year.points.map(({ score, leefbaarometer }) => ({ x: score, y: leefbaarometer }))
      return drawScatter(points, { width, labelX: t.index.validation.axisX, labelY: t.index.validation.axisY, write: (value) => format.number(value, value % 1 === 0 ? 0 : 1) })
    },
    [year, t, format],
  )
  const columns: TableColumn<ValidationYear['points'][number]>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: ({ name }) => name, render: ({ code, name }) => <SiteLink to={placePath(code)}>{name}</SiteLink> },
    { id: 'municipality', header: t.map.municipality, value: ({ municipality }) => municipality },
    { id: 'score', header: t.index.validation.ours, numeric: true, value: ({ score }) => score, render: ({ score }) => format.number(score, 1) },
    { id: 'leefbaarometer', header: t.index.validation.theirs, numeric: true, value: (row) => row.leefbaarometer, render: (row) => format.number(row.leefbaarometer, 2) },
  ]
  return (
    <ChartFigure
      title={t.index.validation.scatter(year.year)}
      label={t.index.validation.scatterLabel(format.number(year.points.length), format.number(total?.spearman ?? 0, 2))}
      source={source}
      draw={draw}
      table={
        <DataTable
          caption={t.index.validation.scatter(year.year)}
          hideCaption
          columns={columns}
          rows={year.points}
          rowKey={({ code }) => code}
          initialSort={{ column: 'score', descending: true }}
          pageSize={20}
          searchable
        />
      }
    />
  )
}

const REASONS = ['onlyLeefbaarometer', 'onlyFigures', 'withoutScore'] as const

function LeftOut({ year }: { year: ValidationYear }) {
  const { t, format } = useLanguage()
  const [open, setOpen] = useState<string>()
  return (
    <Section title={t.index.validation.leftOut} id="niet-vergeleken">
      {REASONS.filter((reason) => year.leftOut[reason].length > 0).map((reason) => (
        <details key={reason} className="td-details" onToggle={(event) => event.currentTarget.open && setOpen(reason)}>
          <summary>{t.index.validation[reason](format.number(year.leftOut[reason].length))}</summary>
          {open === reason && (
            <DataTable
              caption={t.index.validation[reason](format.number(year.leftOut[reason].length))}
              hideCaption
              columns={[
                { id: 'name', header: t.map.name, rowHeader: true, value: ({ name }) => name },
                { id: 'code', header: t.index.validation.code, value: ({ code }) => code },
              ]}
              rows={year.leftOut[reason]}
              rowKey={({ code }) => code}
              initialSort={{ column: 'name', descending: false }}
              pageSize={20}
              searchable
            />
          )}
        </details>
      ))}
    </Section>
  )
}
