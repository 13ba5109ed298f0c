/** Every school with its pupils now and later, and its chance of too few. */
import type { ListedSchool, SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useUrlState } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { writeChance } from '#domain/write-chance.ts'
import { findBand } from '#web/schools-page/school-choice.ts'

const ROWS_A_PAGE = 25

/** A school, and under a scenario the same without it. */
type Row = ListedSchool & Partial<Pick<SchoolScenarioAnswer['schools'][number], 'base'>>

export function SchoolsTable({ answer, chosen }: { answer: SchoolListAnswer | SchoolScenarioAnswer; chosen: string | undefined }) {
  const { t, format, language } = useLanguage()
  const state = useUrlState()
  const { columns: words } = t.schools
  const orDash = (value: number | null, decimals = 0) => (value === null ? '–' : format.number(value, decimals))
  const number = (id: string, header: string, value: (row: Row) => number | null): TableColumn<Row> => ({ id, header, numeric: true, value: (row) => value(row) ?? undefined, render: (row) => orDash(value(row)) })
  const hasBase = 'scenario' in answer
  const difference = ({ expected, base }: Row) => (expected === null || base === undefined || base.expected === null ? undefined : Math.round(expected) - Math.round(base.expected))
  const writeOwn = (chance: number | null | undefined) => (chance === null || chance === undefined ? '–' : writeChance(chance, format.number))
  const columns: TableColumn<Row>[] = [
    { id: 'name', header: words.name, rowHeader: true, value: (row) => row.name, render: (row) => <SiteLink to="/scholen" search={{ ...state, school: row.code }}>{row.name}</SiteLink> },
    { id: 'town', header: words.town, value: (row) => row.town ?? row.municipality?.name ?? '' },
    number('counted', words.counted, (row) => row.pupils),
    number('expected', words.expected(answer.year), (row) => row.expected),
    ...(hasBase
      ? [
          number('base', words.base, (row) => row.base?.expected ?? null),
          { id: 'difference', header: words.difference, numeric: true, value: difference, render: (row: Row) => (difference(row) === undefined ? '–' : format.signed(difference(row)!)) },
        ]
      : []),
    { id: 'between', header: words.between, numeric: true, value: (row) => row.lower80 ?? undefined, render: (row) => (row.lower80 === null ? '–' : t.schools.range(orDash(row.lower80), orDash(row.upper80))) },
    number('norm', words.norm, (row) => answer.norm.pupils ?? row.municipalNorm),
    { id: 'chance', header: words.chance, numeric: true, value: (row) => row.chance ?? undefined, render: (row) => writeOwn(row.chance) },
    ...(hasBase ? [{ id: 'chanceBase', header: words.chanceBase, numeric: true, value: (row: Row) => row.base?.chance ?? undefined, render: (row: Row) => writeOwn(row.base?.chance) }] : []),
    { id: 'words', header: words.words, value: (row) => (row.justOpened ? t.schools.justOpened : t.schools.bandWords[findBand(row.chance)]) },
    { id: 'from', header: words.from, numeric: true, value: (row) => row.belowFrom ?? undefined, render: (row) => (row.belowFrom === null ? '–' : String(row.belowFrom)) },
    { id: 'nearest', header: words.nearest, numeric: true, value: (row) => row.nearest?.cycleMinutes, render: (row) => (row.nearest === null ? '–' : t.schools.minutes(format.number(row.nearest.cycleMinutes))) },
  ]
  return (
    <DataTable
      key={`${answer.area?.id}-${answer.norm.id}-${hasBase}-${language}`}
      caption={t.schools.table(answer.year) + (hasBase ? ` (${t.scenarios.onReach.title(answer.scenario.name)})` : '')}
      columns={columns}
      rows={answer.schools}
      rowKey={(row) => row.code}
      initialSort={{ column: 'chance', descending: true }}
      pageSize={ROWS_A_PAGE}
      searchable={answer.schools.length > ROWS_A_PAGE}
      selectedKey={chosen}
    />
  )
}
