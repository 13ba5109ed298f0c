/** How wrong wijken and buurten would have been, by size, beside two guesses. */
import type { BackTestAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'

type Line = BackTestAnswer['smallAreas'][number]

export function SmallAreaSection({ lines }: { lines: readonly Line[] }) {
  const { t, format } = useLanguage()
  const own = t.outlook.backTest.smallAreas
  const tables = (['district', 'neighbourhood'] as const).map((level) => ({ level, lines: lines.filter((line) => line.level === level) })).filter((table) => table.lines.length > 0)
  return (
    <Section title={own.title} id="buurten">
      {own.text.map((paragraph) => (
        <p key={paragraph} className="utrecht-paragraph">
          {paragraph}
        </p>
      ))}
      {tables.map((table) => {
        const { jumpOff, year, projected, noChange } = table.lines[0]!
        return (
          <div key={table.level}>
            <p className="utrecht-paragraph">{own.outcome(table.level, jumpOff, year, format.number(projected.median, 1), format.number(noChange.median, 1))}</p>
            <SmallAreaTable lines={table.lines} />
          </div>
        )
      })}
    </Section>
  )
}

function SmallAreaTable({ lines }: { lines: readonly Line[] }) {
  const { t, format, language } = useLanguage()
  const text = t.outlook.backTest
  const own = text.smallAreas
  const describeSize = ({ inhabitants: { from, until } }: Line): string =>
    from === lines[0]!.inhabitants.from && until === null ? own.all : until === null ? text.from(format.number(from)) : text.between(format.number(from), format.number(until))
  const percent = (id: string, header: string, read: (line: Line) => number): TableColumn<Line> => ({ id, header, numeric: true, value: read, render: (line) => `${format.number(read(line), 1)}%` })
  const columns: TableColumn<Line>[] = [
    { id: 'size', header: own.size(lines[0]!.level), rowHeader: true, value: describeSize },
    { id: 'jumpOff', header: own.jumpOff, numeric: true, value: ({ jumpOff }) => jumpOff, render: ({ jumpOff }) => String(jumpOff) },
    { id: 'count', header: text.count, numeric: true, value: ({ areas }) => areas, render: ({ areas }) => format.number(areas) },
    percent('error', text.error, ({ projected }) => projected.median),
    percent('noChange', text.noChange, ({ noChange }) => noChange.median),
    percent('shared', own.shared, ({ sharedOut }) => sharedOut.median),
    percent('weighted', own.weighted, ({ projected }) => projected.weightedMean),
    percent('weightedNoChange', own.weightedNoChange, ({ noChange }) => noChange.weightedMean),
  ]
  return <DataTable key={language} caption={own.caption(lines[0]!.level, lines[0]!.year)} columns={columns} rows={lines} rowKey={({ jumpOff, inhabitants }) => `${jumpOff}-${inhabitants.from}-${inhabitants.until}`} />
}
