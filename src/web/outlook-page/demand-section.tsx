/** Who may need a facility, and the chances of thresholds. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { listTenths } from '#web/outlook-page/outlook-years.ts'

type DemandRow = ProjectionAnswer['demand'][number]

export function DemandSection({ projection: { demand, intervals, years } }: { projection: ProjectionAnswer }) {
  const { t, format } = useLanguage()
  const text = t.outlook.demand
  const write = (row: DemandRow, at: number): string => {
    const band = at === 0 ? undefined : intervals.find(({ id }) => id === row.id)
    const value = format.number(row.values[at] ?? NaN)
    return band === undefined ? value : `${value} (${format.number(band.lower[at] ?? NaN)}–${format.number(band.upper[at] ?? NaN)})`
  }
  const last = years.length - 1
  const grow = ({ values }: DemandRow): number | undefined => ((values[0] ?? 0) > 0 ? (100 * ((values[last] ?? 0) - (values[0] ?? 0))) / (values[0] ?? 1) : undefined)
  const columns: TableColumn<DemandRow>[] = [
    { id: 'group', header: text.group, rowHeader: true, value: ({ id }) => t.outlook.measure[id] },
    ...listTenths(years).map((year): TableColumn<DemandRow> => {
      const at = years.indexOf(year)
      return { id: String(year), header: String(year), numeric: true, value: ({ values }) => values[at], render: (row) => write(row, at) }
    }),
    { id: 'change', header: text.change(years[last] ?? 0), numeric: true, value: grow, render: (row) => (grow(row) === undefined ? '–' : `${format.signed(grow(row) ?? 0)}%`) },
  ]
  return (
    <Section title={text.title} id="voorzieningen">
      <p className="utrecht-paragraph">{text.lead}</p>
      <DataTable caption={text.caption} columns={columns} rows={demand} rowKey={({ id }) => id} />
    </Section>
  )
}

type Threshold = ProjectionAnswer['thresholds'][number]

export function ChancesSection({ projection: { thresholds } }: { projection: ProjectionAnswer }) {
  const { t, format } = useLanguage()
  const text = t.outlook.chances
  if (thresholds.length === 0) return null
  const describe = ({ measure, year, changePercent, below }: Threshold): string => {
    const what = t.outlook.measure[measure]
    return below === undefined ? text.falls(what, format.number(-(changePercent ?? 0), 1), year) : text.below(what, format.number(below), year)
  }
  const write = ({ chance }: Threshold): string => (chance < 0.01 ? text.tiny : chance > 0.99 ? text.huge : text.about(format.number(100 * chance)))
  const columns: TableColumn<Threshold>[] = [
    { id: 'what', header: text.what, rowHeader: true, value: describe },
    { id: 'chance', header: text.chance, value: ({ chance }) => chance, render: write },
  ]
  return (
    <Section title={text.title} id="kansen">
      <p className="utrecht-paragraph">
        {text.lead} {thresholds.some(({ below }) => below !== undefined) && text.school}
      </p>
      <DataTable caption={text.caption} columns={columns} rows={thresholds} rowKey={describe} />
    </Section>
  )
}
