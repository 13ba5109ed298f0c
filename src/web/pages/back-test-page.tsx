/** How wrong the program was before, for municipalities of every size, beside what one could have said without it. */
import { useQuery } from '@tanstack/react-query'
import type { BackTestAnswer } from '#domain/answers/projection-answers.ts'
import { apiUrl } from '#web/api/client.ts'
import { backTestQuery, statusQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readYear } from '#web/app/search-state.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { SmallAreaSection } from '#web/outlook-page/small-area-test-section.tsx'
import { OutlookLacking } from '#web/outlook-page/outlook-lacking.tsx'

type Line = BackTestAnswer['lines'][number]

export function BackTestPage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  const isPossible = status.data?.missingForProjection.length === 0
  const backTest = useQuery({ ...backTestQuery(), enabled: isPossible })
  return (
    <Page title={t.outlook.backTest.title} lead={t.outlook.backTest.lead}>
      <Answer query={status} tall>
        {(answer) => (isPossible ? <Answer query={backTest} tall>{(answer) => <BackTest answer={answer} />}</Answer> : <OutlookLacking status={answer} />)}
      </Answer>
    </Page>
  )
}

function BackTest({ answer: { lines, smallAreas } }: { answer: BackTestAnswer }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const text = t.outlook.backTest
  const measures = [...new Set(lines.map(({ measure }) => measure))]
  const measure = measures.find((own) => own === state['onderwerp']) ?? measures[0]
  const jumpOffs = [...new Set(lines.filter((line) => line.measure === measure).map(({ jumpOff }) => jumpOff))].sort((a, b) => b - a)
  const jumpOff = jumpOffs.find((own) => own === readYear(state['van'])) ?? jumpOffs[0]
  const unused = listUnused(state, {
    onderwerp: { isTaken: measure === state['onderwerp'], shown: t.outlook.made.measures[measure ?? ''] ?? measure ?? '' },
    van: { isTaken: String(jumpOff) === state['van'], shown: String(jumpOff) },
  })
  return (
    <>
      <AddressNotice unused={unused} />
      {text.text.map((paragraph) => (
        <p key={paragraph} className="utrecht-paragraph">
          {paragraph}
        </p>
      ))}
      <div className="td-controls td-controls--even">
        <SelectField label={text.what} value={measure ?? ''} options={measures.map((own) => ({ value: own, text: t.outlook.made.measures[own] ?? own }))} onChange={(own) => setState({ onderwerp: own, van: undefined })} />
        <SelectField label={t.outlook.made.jumpOff} value={String(jumpOff)} options={jumpOffs.map((own) => ({ value: String(own), text: String(own) }))} onChange={(own) => setState({ van: own })} />
      </div>
      <BackTestTable lines={lines.filter((line) => line.measure === measure && line.jumpOff === jumpOff)} caption={text.caption(t.outlook.made.measures[measure ?? ''] ?? '', jumpOff ?? 0)} />
      {smallAreas.length > 0 && <SmallAreaSection lines={smallAreas} />}
      <div className="td-downloads">
        <span className="td-downloads__title">{t.download.title}</span>
        <a className="utrecht-button utrecht-button--secondary-action utrecht-button-link td-download" href={apiUrl('back-test')} download="topdorp-terugtoets.json">
          {t.download.json}
        </a>
      </div>
    </>
  )
}

function BackTestTable({ lines, caption }: { lines: readonly Line[]; caption: string }) {
  const { t, format } = useLanguage()
  const text = t.outlook.backTest
  const describeSize = ({ inhabitants: { from, until } }: Line): string =>
    until === null ? (from === 0 ? text.all : text.from(format.number(from))) : from === 0 ? text.until(format.number(until)) : text.between(format.number(from), format.number(until))
  const percent = (id: string, header: string, read: (line: Line) => number | null, signed = false): TableColumn<Line> => ({
    id,
    header,
    numeric: true,
    value: (line) => read(line) ?? undefined,
    render: (line) => {
      const value = read(line)
      return value === null ? '–' : `${signed ? format.signed(value, 1) : format.number(value, 1)}%`
    },
  })
  const columns: TableColumn<Line>[] = [
    { id: 'size', header: text.size, rowHeader: true, value: ({ inhabitants }) => inhabitants.from - (inhabitants.until === null && inhabitants.from === 0 ? 1 : 0), render: describeSize },
    { id: 'year', header: t.outlook.year, numeric: true, value: ({ year }) => year, render: ({ year }) => String(year) },
    { id: 'count', header: text.count, numeric: true, value: ({ municipalities }) => municipalities },
    percent('error', text.error, ({ medianAbsoluteError }) => medianAbsoluteError),
    percent('noChange', text.noChange, ({ noChange }) => noChange),
    percent('growth', text.growth, ({ constantGrowth }) => constantGrowth),
    percent('bias', text.bias, ({ medianError }) => medianError, true),
    { id: 'within', header: text.within, numeric: true, value: ({ within80 }) => within80 ?? undefined, render: ({ within80 }) => (within80 === null ? '–' : `${format.number(100 * within80)}%`) },
  ]
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ year, inhabitants }) => `${year} ${inhabitants.from} ${inhabitants.until}`} initialSort={{ column: 'year', descending: true }} pageSize={18} />
}
