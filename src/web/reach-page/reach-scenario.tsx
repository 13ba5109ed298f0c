/** What a scenario changes in the travel times that the page shows: for whom, and where. */
import { useQuery } from '@tanstack/react-query'
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { reachRunQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { Section } from '#web/components/page.tsx'
import { sumKnown } from '#web/reach-page/reach-rows.ts'
import type { ReachChoice } from '#web/reach-page/reach-choice.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

interface ReachScenarioProps {
  scenario: ScenarioDocument
  choice: ReachChoice
  areas: AreaListAnswer
}

export function ReachScenario({ scenario, choice, areas }: ReachScenarioProps) {
  const { t, pick, format } = useLanguage()
  const { facilityType, mode, level, normMinutes, rank, year } = choice
  const { data, error } = useQuery({ ...reachRunQuery({ facilityType, mode, level, normMinutes, rank, year }, scenario), retry: false })
  if (error) return <Faults title={t.scenarios.refused} faults={listFaults(error, t)} />
  const text = t.scenarios.onReach
  return (
    <Section title={text.title(scenario.name)} id="scenario">
      {data === undefined ? (
        <Loading />
      ) : (
        <>
          <div className="utrecht-paragraph" aria-live="polite">
            {listOutcomes(data, text, format.number).map((sentence) => (
              <p key={sentence}>
                <strong>{sentence}</strong>
              </p>
            ))}
          </div>
          {data.scenario.remarks.length > 0 && (
            <ul className="td-notes">
              {data.scenario.remarks.map((remark) => (
                <li key={remark.nl}>{pick(remark)}</li>
              ))}
            </ul>
          )}
          <ChangedTable name={scenario.name} answer={data} areas={areas} />
        </>
      )}
    </Section>
  )
}

const sum = (counts: readonly number[]): number => counts.reduce((total, own) => total + own, 0)

function listOutcomes({ newlyBeyond, newlyWithin, changed }: ReachScenarioAnswer, text: ReturnType<typeof useLanguage>['t']['scenarios']['onReach'], write: (count: number) => string): string[] {
  if (changed.neighbourhoods === 0 && sum(newlyBeyond.all) + sum(newlyWithin.all) === 0) return [text.unchanged]
  const children = sumKnown(newlyBeyond.age0to14)
  return [
    ...(sum(newlyBeyond.all) > 0 ? [text.newlyBeyond(write(sum(newlyBeyond.all)), children === undefined ? undefined : write(children))] : []),
    ...(sum(newlyWithin.all) > 0 ? [text.newlyWithin(write(sum(newlyWithin.all)))] : []),
    text.changed(write(changed.neighbourhoods), write(changed.inhabitants)),
  ]
}

interface ChangedRow {
  readonly code: string
  readonly name: string
  readonly now: number | undefined
  readonly then: number | undefined
  readonly beyond: number
  readonly within: number
}

/** Areas where minutes or people beyond the norm are others. */
function listChanged({ base, minutes, newlyBeyond, newlyWithin }: ReachScenarioAnswer, { codes, names }: AreaListAnswer): ChangedRow[] {
  return codes.flatMap((code, at) => {
    const row = { code, name: names[at]!, now: base.minutes[at] ?? undefined, then: minutes[at] ?? undefined, beyond: newlyBeyond.all[at]!, within: newlyWithin.all[at]! }
    return row.now === row.then && row.beyond + row.within === 0 ? [] : [row]
  })
}

function ChangedTable({ name, answer, areas }: { name: string; answer: ReachScenarioAnswer; areas: AreaListAnswer }) {
  const { t, format } = useLanguage()
  if (answer.level !== areas.level) return null
  const rows = listChanged(answer, areas)
  if (rows.length === 0) return null
  const text = t.scenarios.onReach
  const minutes = (id: 'now' | 'then', header: string): TableColumn<ChangedRow> => ({ id, header, numeric: true, value: (row) => row[id], render: (row) => (row[id] === undefined ? '–' : format.number(row[id], 1)) })
  const difference = ({ now, then }: ChangedRow) => (now === undefined || then === undefined ? undefined : then - now)
  const count = (id: 'beyond' | 'within', header: string): TableColumn<ChangedRow> => ({ id, header, numeric: true, value: (row) => row[id], render: (row) => format.number(row[id]) })
  const columns: TableColumn<ChangedRow>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: (row) => row.name, render: (row) => <SiteLink to={placePath(row.code)}>{row.name}</SiteLink> },
    minutes('now', text.now),
    minutes('then', text.then),
    { id: 'difference', header: text.difference, numeric: true, value: difference, render: (row) => (difference(row) === undefined ? '–' : format.signed(difference(row)!, 1)) },
    count('beyond', text.beyond),
    count('within', text.within),
  ]
  return <DataTable caption={text.table(name)} columns={columns} rows={rows} rowKey={(row) => row.code} initialSort={{ column: 'difference', descending: true }} pageSize={20} />
}
