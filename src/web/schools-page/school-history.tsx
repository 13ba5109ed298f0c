/** How well the risk of schools would have told which of them went. */
import { useQuery } from '@tanstack/react-query'
import type { SchoolBackTestAnswer } from '#domain/answers/school-answers.ts'
import { schoolBackTestQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { LoadError, Loading } from '#web/components/page-states.tsx'

const ROWS_A_PAGE = 25

export function SchoolHistory({ moments }: { moments: readonly string[] }) {
  const { t, format } = useLanguage()
  const canLookBack = moments.length > 1
  const history = useQuery({ ...schoolBackTestQuery(), enabled: canLookBack })
  return (
    <Section title={t.schools.history.title} id="terugkijken">
      {history.data ? (
        <History answer={history.data} />
      ) : !canLookBack ? (
        <p className="utrecht-paragraph">{t.schools.history.oneMoment(format.month(moments[0] ?? ''))}</p>
      ) : history.error ? (
        <LoadError error={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <Loading />
      )}
    </Section>
  )
}

function History({ answer }: { answer: SchoolBackTestAnswer }) {
  const { t, format, pick } = useLanguage()
  const { history } = t.schools
  const { gone, outcomes } = answer
  const number = (value: number) => format.number(value)
  const alone = outcomes.find(({ id }) => id === 'noneNearBy')
  const isBetter = (outcomes.find(({ id }) => id === 'trulyGone')?.riskOverSmall.lower95 ?? -1) > 0
  return (
    <>
      <p className="utrecht-paragraph">
        {history.lead(format.month(answer.from), format.month(answer.to), number(answer.schools), number(gone.codes))} {history.kinds(number(gone.renumbered), number(gone.sameAddress), number(gone.otherNearBy), number(gone.noneNearBy))}
      </p>
      {outcomes.length > 0 && (
        <p className="utrecht-paragraph">
          <strong>{isBetter ? history.better : history.notBetter}</strong> {alone && alone.riskOverSmall.upper95 < 0 && history.worseAlone}
        </p>
      )}
      {answer.remarks.map((remark) => (
        <p key={remark.en} className="utrecht-paragraph">
          {pick(remark)}
        </p>
      ))}
      <ScoreTable outcomes={outcomes} />
      <p className="td-note">{history.explain}</p>
      <CalibrationTable bands={answer.calibration} />
      <GoneTable listed={answer.listed} />
    </>
  )
}

function ScoreTable({ outcomes }: { outcomes: SchoolBackTestAnswer['outcomes'] }) {
  const { t, format } = useLanguage()
  const { history } = t.schools
  type Row = (typeof outcomes)[number]
  const score = (id: Row['scores'][number]['id']): TableColumn<Row> => {
    const find = (row: Row) => row.scores.find((own) => own.id === id)
    const write = (value: number) => format.number(value, 2)
    return { id, header: history.scores[id], numeric: true, value: (row) => find(row)?.area, render: (row) => (find(row) ? `${write(find(row)!.area)} (${write(find(row)!.lower95)}–${write(find(row)!.upper95)})` : '–') }
  }
  const columns: TableColumn<Row>[] = [
    { id: 'outcome', header: history.outcome, rowHeader: true, value: (row) => history.outcomes[row.id] },
    { id: 'cases', header: history.cases, numeric: true, value: (row) => row.cases },
    score('risk'), score('small'), score('smallAndShrinking'), score('crowded'),
  ]
  return <DataTable caption={history.table} columns={columns} rows={outcomes} rowKey={(row) => row.id} />
}

function CalibrationTable({ bands }: { bands: SchoolBackTestAnswer['calibration'] }) {
  const { t, format } = useLanguage()
  const { history } = t.schools
  const columns: TableColumn<(typeof bands)[number]>[] = [
    { id: 'band', header: history.band, rowHeader: true, value: (row) => row.from, render: (row) => `${format.number(100 * row.from)}–${format.number(100 * row.to)}%` },
    { id: 'schools', header: history.schools, numeric: true, value: (row) => row.schools, render: (row) => format.number(row.schools) },
    { id: 'gone', header: history.gone, numeric: true, value: (row) => row.gone },
    { id: 'share', header: history.goneShare, numeric: true, value: (row) => row.goneShare, render: (row) => `${format.number(100 * row.goneShare, 1)}%` },
  ]
  return <DataTable caption={history.calibration} columns={columns} rows={bands} rowKey={(row) => String(row.from)} />
}

function GoneTable({ listed }: { listed: SchoolBackTestAnswer['listed'] }) {
  const { t, format } = useLanguage()
  const { history, columns: words } = t.schools
  const columns: TableColumn<(typeof listed)[number]>[] = [
    { id: 'name', header: words.name, rowHeader: true, value: (row) => row.name, render: (row) => `${row.name} (${row.code})` },
    { id: 'town', header: words.town, value: (row) => row.town ?? '' },
    { id: 'what', header: history.what, value: (row) => history.whats[row.what] },
    { id: 'other', header: history.other, value: (row) => (row.other ? `${row.other.name}, ${format.number(row.other.metres)} m` : '–') },
    { id: 'rank', header: history.rank, numeric: true, value: (row) => row.rank, render: (row) => format.number(row.rank) },
  ]
  return (
    <details>
      <summary>{history.listed}</summary>
      <DataTable caption={history.listed} hideCaption columns={columns} rows={listed} rowKey={(row) => row.code} pageSize={ROWS_A_PAGE} searchable />
    </details>
  )
}
