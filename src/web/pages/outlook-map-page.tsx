/** Which municipalities are expected to grow or shrink: a map and a table. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { ProjectedChangeAnswer } from '#domain/answers/projection-answers.ts'
import { CHANGE_MEASURES } from '#domain/change-measures.ts'
import { apiUrl } from '#web/api/client.ts'
import { projectedChangeQuery, statusQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readYear } from '#web/app/search-state.ts'
import { SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { ChangeMap, listChangeRows, type ChangeRow } from '#web/outlook-page/change-map.tsx'
import { OutlookLacking } from '#web/outlook-page/outlook-lacking.tsx'

const YEARS = [2030, 2040, 2050] as const
const USUAL_YEAR = 2040

export function OutlookMapPage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  return (
    <Page title={t.outlook.map.title} lead={t.outlook.map.lead} wide>
      <Answer query={status} tall>
        {(answer) => (answer.missingForProjection.length > 0 ? <OutlookLacking status={answer} /> : <Content status={answer} />)}
      </Answer>
    </Page>
  )
}

function Content({ status }: { status: StatusAnswer }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const measure = CHANGE_MEASURES.find((own) => own === state['onderwerp']) ?? CHANGE_MEASURES[0]
  const to = readYear(state['tot']) ?? USUAL_YEAR
  const change = useQuery(projectedChangeQuery(measure, to))
  const unused = listUnused(state, {
    onderwerp: { isTaken: measure === state['onderwerp'], shown: t.outlook.measure[measure].toLocaleLowerCase() },
    tot: { isTaken: String(to) === state['tot'], shown: String(to) },
    gebied: { isTaken: change.data === undefined || change.data.codes.includes(state['gebied'] ?? '') },
  })
  return (
    <>
      <AddressNotice unused={unused} />
      <div className="td-controls td-controls--even">
        <SelectField label={t.outlook.which} value={measure} options={CHANGE_MEASURES.map((own) => ({ value: own, text: t.outlook.measure[own] }))} onChange={(own) => setState({ onderwerp: own })} />
        <SelectField
          label={t.outlook.map.until}
          value={String(to)}
          options={[...new Set([...YEARS, to])].sort((a, b) => a - b).map((year) => ({ value: String(year), text: String(year) }))}
          onChange={(year) => setState({ tot: year })}
        />
      </div>
      {change.data ? (
        <Change change={change.data} status={status} />
      ) : change.error ? (
        <LoadError error={change.error} onRetry={() => void change.refetch()} />
      ) : (
        <>
          <Loading tall />
          <p className="td-note">{t.outlook.slow}</p>
        </>
      )}
    </>
  )
}

function Change({ change, status }: { change: ProjectedChangeAnswer; status: StatusAnswer }) {
  const { t, format } = useLanguage()
  const chosen = useUrlState()['gebied']
  const [pointed, setPointed] = useState<string>()
  const rows = useMemo(() => listChangeRows(change), [change])
  const title = t.outlook.map.caption(t.outlook.measure[change.measure], change.from, change.to)
  const count = (id: 'before' | 'after', year: number): TableColumn<ChangeRow> => ({
    id,
    header: String(year),
    numeric: true,
    value: (row) => row[id],
    render: (row) => (row[id] === undefined ? '–' : format.number(row[id])),
  })
  const columns: TableColumn<ChangeRow>[] = [
    {
      id: 'name',
      header: t.map.municipality,
      rowHeader: true,
      value: ({ name }) => name,
      render: ({ code, name }) => (
        <SiteLink to="/vooruitblik" search={{ plaats: code }}>
          {name}
        </SiteLink>
      ),
    },
    count('before', change.from),
    count('after', change.to),
    { id: 'change', header: t.outlook.map.change, numeric: true, value: ({ value }) => value, render: ({ value }) => (value === undefined ? <span className="td-missing">{t.outlook.map.none}</span> : `${format.signed(value, 1)}%`) },
  ]
  return (
    <ChangeMap title={title} change={change} rows={rows} status={status} pointed={pointed} onPoint={setPointed}>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ code }) => code} initialSort={{ column: 'change', descending: false }} pageSize={12} searchable selectedKey={pointed ?? chosen} onRowFocus={(row) => setPointed(row?.code)} />
      <DownloadLinks url={(kind) => apiUrl(`projected-changes/${change.measure}`, { to: change.to, format: kind })} />
      <p className="td-actions">
        <SiteLink to="/vooruitblik/terugtoets">{t.outlook.backTest.title}</SiteLink>
      </p>
    </ChangeMap>
  )
}
