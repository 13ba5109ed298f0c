/** Scenarios beside each other in one year, for what people ask first: each with its interval, and what it is more or less than the base. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { findLikely, listMeasures, type Measure, type MeasureId } from '#web/outlook-page/measures.ts'
import { roundFigure } from '#web/outlook-page/round-figure.ts'
import type { ScenarioId } from '#web/outlook-page/scenarios.ts'

export interface Compared {
  readonly id: ScenarioId
  readonly projection: ProjectionAnswer
}

const ASKED_FIRST: readonly MeasureId[] = ['population', 'households', 'pupils4to11', 'alone75Plus']

interface DifferencesTableProps {
  base: ProjectionAnswer
  /** The base first. */
  compared: readonly Compared[]
  year: number
}

export function DifferencesTable({ base, compared, year }: DifferencesTableProps) {
  const { t, format } = useLanguage()
  const text = t.outlook.compare
  const at = base.years.indexOf(year)
  const columns: TableColumn<Measure>[] = [
    { id: 'what', header: t.outlook.which, rowHeader: true, value: ({ id }) => t.outlook.measure[id] },
    { id: 'now', header: t.outlook.pyramid.now(base.jumpOff), numeric: true, value: ({ values }) => values[0], render: ({ values }) => format.number(values[0] ?? NaN) },
    ...compared.map(({ id, projection }): TableColumn<Measure> => {
      const find = (measure: Measure): Measure | undefined => listMeasures(projection).find((own) => own.id === measure.id)
      return {
        id,
        header: t.outlook.scenarioNames[id],
        numeric: true,
        value: (measure) => find(measure)?.values[at],
        render: (measure) => <Outcome measure={find(measure)} base={id === 'base' ? undefined : measure} at={at} />,
      }
    }),
  ]
  const rows = listMeasures(base).filter(({ id }) => ASKED_FIRST.includes(id))
  return (
    <>
      <p className="td-note">{text.differencesNote}</p>
      <DataTable caption={text.differences(year)} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  )
}

function Outcome({ measure, base, at }: { measure: Measure | undefined; base: Measure | undefined; at: number }) {
  const { t, format } = useLanguage()
  if (measure === undefined) return <>–</>
  const likely = findLikely(measure)
  const round = (value: number): number => roundFigure(value, likely, at)
  const write = (value: number | undefined): string => format.number(round(value ?? NaN))
  const more = base && round((measure.values[at] ?? 0) - (base.values[at] ?? 0))
  return (
    <>
      {write(measure.values[at])}
      {likely && <span className="td-cell-line">{t.outlook.compare.between(write(likely.lower[at]), write(likely.upper[at]))}</span>}
      {more !== undefined && <span className="td-cell-line td-cell-line--strong">{t.outlook.compare.differs(Math.sign(more), format.number(Math.abs(more)))}</span>}
    </>
  )
}
