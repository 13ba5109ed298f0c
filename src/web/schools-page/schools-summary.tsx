/** The schools together, in sentences; under a scenario with the base and the difference. */
import type { SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

export function SchoolsSummary({ answer }: { answer: SchoolListAnswer | SchoolScenarioAnswer }) {
  const { t, format } = useLanguage()
  const { total, year } = answer
  const number = (value: number) => format.number(value)
  return (
    <>
      <p className="utrecht-paragraph" aria-live="polite">
        {'scenario' in answer && <strong>{t.scenarios.onReach.title(answer.scenario.name)}. </strong>}
        <strong>{t.schools.summary(number(total.schools), number(total.belowNow), number(total.expectedBelow), year)}</strong> {t.schools.summaryPupils(number(total.pupils), number(total.expected), year)}{' '}
        {total.justOpened > 0 && `${total.justOpened === 1 ? t.schools.newOne : t.schools.newOnes(number(total.justOpened))} `}
        {total.withoutPupils > 0 && t.schools.withoutCount(number(total.withoutPupils))}
      </p>
      {'scenario' in answer && <Beside answer={answer} />}
      <p className="utrecht-paragraph">{t.schools.notClosed}</p>
    </>
  )
}

interface BesideRow {
  readonly what: string
  readonly scenario: number
  readonly base: number
}

function Beside({ answer: { total, base, scenario, year } }: { answer: SchoolScenarioAnswer }) {
  const { t, format } = useLanguage()
  const text = t.schools.under
  const closed = scenario.closed.map(({ name }) => name).join(', ')
  const rows: BesideRow[] = [
    { what: text.schools, scenario: total.schools, base: base.total.schools },
    { what: text.pupils(year), scenario: total.expected, base: base.total.expected },
    { what: text.below(year), scenario: total.expectedBelow, base: base.total.expectedBelow },
  ]
  const count = (id: string, header: string, read: (row: BesideRow) => number, write: (value: number) => string): TableColumn<BesideRow> => ({ id, header, numeric: true, value: read, render: (row) => write(read(row)) })
  const columns: TableColumn<BesideRow>[] = [
    { id: 'what', header: text.what, rowHeader: true, value: ({ what }) => what },
    count('scenario', text.scenario, (row) => row.scenario, (value) => format.number(value)),
    count('base', text.base, (row) => row.base, (value) => format.number(value)),
    count('difference', text.difference, (row) => Math.round(row.scenario) - Math.round(row.base), (value) => format.signed(value)),
  ]
  return (
    <>
      {scenario.changedSchools === 0 && <p className="utrecht-paragraph"><strong>{text.nothing(year)}</strong></p>}
      {closed !== '' && <p className="utrecht-paragraph">{text.closed(closed)}</p>}
      {scenario.withoutSchool > 0 && <p className="utrecht-paragraph"><strong>{text.withoutSchool(format.number(scenario.withoutSchool), year)}</strong></p>}
      <DataTable caption={text.caption(scenario.name)} columns={columns} rows={rows} rowKey={({ what }) => what} />
    </>
  )
}
