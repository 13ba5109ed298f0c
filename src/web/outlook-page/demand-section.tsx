/** Who may need a facility, and the chances of thresholds. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { judgeChance } from '#domain/write-chance.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { findLikely, listMeasures, type Measure } from '#web/outlook-page/measures.ts'
import { roundFigure } from '#web/outlook-page/round-figure.ts'
import { listTenths } from '#web/outlook-page/outlook-years.ts'

type DemandRow = ProjectionAnswer['demand'][number]

interface DemandProps {
  projection: ProjectionAnswer
  /** Undefined where that is what is shown. */
  base: ProjectionAnswer | undefined
}

export function DemandSection({ projection, base }: DemandProps) {
  const { demand, years } = projection
  const measures = listMeasures(projection)
  const { t, format } = useLanguage()
  const text = t.outlook.demand
  const write = (row: DemandRow, at: number): string => {
    const measure = measures.find(({ id }) => id === row.id)
    const band = at === 0 || measure === undefined ? undefined : findLikely(measure)
    const round = (value: number | undefined): string => format.number(roundFigure(value ?? NaN, band, at))
    return band === undefined ? round(row.values[at]) : `${round(row.values[at])} (${round(band.lower[at])}–${round(band.upper[at])})`
  }
  const last = years.length - 1
  const inBase = base && listMeasures(base)
  const findBase = (row: DemandRow): Measure | undefined => inBase?.find(({ id }) => id === row.id)
  const writeBase = (own: Measure | undefined): string => (own === undefined ? '–' : format.number(roundFigure(own.values[last] ?? NaN, findLikely(own), last)))
  const grow = ({ values }: DemandRow): number | undefined => ((values[0] ?? 0) > 0 ? (100 * ((values[last] ?? 0) - (values[0] ?? 0))) / (values[0] ?? 1) : undefined)
  const columns: TableColumn<DemandRow>[] = [
    { id: 'group', header: text.group, rowHeader: true, value: ({ id }) => t.outlook.measure[id] },
    ...listTenths(years).map((year): TableColumn<DemandRow> => {
      const at = years.indexOf(year)
      return { id: String(year), header: String(year), numeric: true, value: ({ values }) => values[at], render: (row) => write(row, at) }
    }),
    ...(base ? [{ id: 'base', header: t.outlook.base.outline(years[last] ?? 0), numeric: true, value: (row: DemandRow) => findBase(row)?.values[last], render: (row: DemandRow) => writeBase(findBase(row)) }] : []),
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

export function ChancesSection({ projection: { thresholds }, base }: DemandProps) {
  const { t, format } = useLanguage()
  const text = t.outlook.chances
  if (thresholds.length === 0) return null
  const findBase = (own: Threshold): number | undefined =>
    base?.thresholds.find(({ measure, year, changePercent, below }) => measure === own.measure && year === own.year && changePercent === own.changePercent && below === own.below)?.chance
  const describe = ({ measure, year, changePercent, below }: Threshold): string => {
    const what = t.outlook.measure[measure]
    return below === undefined ? text.falls(what, format.number(-(changePercent ?? 0), 1), year) : text.below(what, format.number(below), year)
  }
  const writeChance = (chance: number): string => {
    const judged = judgeChance(chance)
    return judged === 'between' ? text.about(format.number(100 * chance)) : text[judged]
  }
  const columns: TableColumn<Threshold>[] = [
    { id: 'what', header: text.what, rowHeader: true, value: describe },
    { id: 'chance', header: text.chance, value: ({ chance }) => chance, render: ({ chance }) => writeChance(chance) },
    ...(base ? [{ id: 'base', header: t.outlook.base.chance, value: findBase, render: (own: Threshold) => (findBase(own) === undefined ? '–' : writeChance(findBase(own) ?? 0)) }] : []),
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
