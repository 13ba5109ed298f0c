/** Rank correlations: our score and its dimensions in rows, Leefbaarometer in columns. */
import type { ValidationYear } from '#domain/answers/index-answers.ts'
import { THEMES, type Theme } from '#domain/indicator.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

interface Row {
  readonly of: string
  readonly cells: readonly ValidationYear['correlations'][number][]
}

export function CorrelationTable({ year: { year, correlations } }: { year: ValidationYear }) {
  const { t, format } = useLanguage()
  const rows = [...new Set(correlations.map(({ of }) => of))].map((of): Row => ({ of, cells: correlations.filter((one) => one.of === of) }))
  const nameOf = (of: string): string => (of === 'index' ? t.index.validation.whole : THEMES.some((theme) => theme === of) ? t.theme[of as Theme] : of)
  const write = (value: number | null | undefined): string => (typeof value === 'number' ? format.number(value, 2) : '–')
  const columns: TableColumn<Row>[] = [
    { id: 'of', header: t.index.validation.rows, rowHeader: true, value: ({ of }) => nameOf(of) },
    ...(rows[0]?.cells ?? []).map(({ with: measure }): TableColumn<Row> => {
      const find = (row: Row) => row.cells.find((cell) => cell.with === measure)
      return {
        id: measure,
        header: t.index.validation.measures[measure] ?? measure,
        numeric: true,
        value: (row) => find(row)?.spearman ?? undefined,
        render: (row) => (
          <>
            {write(find(row)?.spearman)}
            <span className="td-correlation__kendall">{write(find(row)?.kendall)}</span>
          </>
        ),
      }
    }),
    { id: 'n', header: 'n', numeric: true, value: ({ cells }) => cells[0]?.n, render: ({ cells }) => format.number(cells[0]?.n ?? 0) },
  ]
  return <DataTable caption={t.index.validation.table(year)} columns={columns} rows={rows} rowKey={({ of }) => of} />
}
