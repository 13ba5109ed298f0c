/** What happens when a threshold moves a little: a curve for each criterion, and who comes in and goes out. */
import { useCallback } from 'react'
import type { SelectionCriterionAnswer, SelectionResult } from '#domain/answers/selection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { writeSources } from '#web/format/sources.ts'
import { writeThreshold } from '#web/selection-page/threshold-cell.tsx'

/** Places named in a row; the rest is counted. */
const MOST_NAMED = 12

export function Sensitivity({ result }: { result: SelectionResult }) {
  const { t } = useLanguage()
  return (
    <>
      <p className="utrecht-paragraph">{t.selection.sensitivityText}</p>
      {result.criteria.map((criterion) => (
        <OneThreshold key={criterion.field} criterion={criterion} result={result} />
      ))}
    </>
  )
}

type Move = SelectionCriterionAnswer['sensitivity']['moves'][number]

function OneThreshold({ criterion, result }: { criterion: SelectionCriterionAnswer; result: SelectionResult }) {
  const { t, pick } = useLanguage()
  const { curve } = criterion.sensitivity
  if (curve.length === 0) {
    return (
      <p className="td-note">
        {pick(criterion.name)}: {t.selection.curveNone}
      </p>
    )
  }
  return (
    <div className="td-sensitivity">
      <Curve criterion={criterion} source={writeSources(result.source, pick)} />
      <Moves criterion={criterion} names={result.places.names} />
    </div>
  )
}

function useThresholdWriter(criterion: SelectionCriterionAnswer): (threshold: number) => string {
  const { format } = useLanguage()
  return useCallback((threshold: number) => writeThreshold(threshold, criterion, format), [format, criterion])
}

function Curve({ criterion, source }: { criterion: SelectionCriterionAnswer; source: string }) {
  const { t, format, pick } = useLanguage()
  const write = useThresholdWriter(criterion)
  const { curve } = criterion.sensitivity
  const draw = useCallback(
    async (width: number) => {
      const { drawThresholdCurve } = await import('#web/charts/threshold-curve.ts')
      return drawThresholdCurve(curve, { width, now: criterion.threshold, nowText: t.selection.curveNow, write, writeCount: (count) => format.number(count) })
    },
    [curve, criterion.threshold, t, write, format],
  )
  const columns: TableColumn<(typeof curve)[number]>[] = [
    { id: 'threshold', header: t.selection.threshold, numeric: true, value: ({ threshold }) => threshold, render: ({ threshold }) => write(threshold) },
    { id: 'selected', header: t.selection.selected, numeric: true, value: ({ selected }) => selected, render: ({ selected }) => format.number(selected) },
    { id: 'unknown', header: t.selection.verdicts.unknown, numeric: true, value: ({ unknown }) => unknown, render: ({ unknown }) => format.number(unknown) },
  ]
  const title = t.selection.curve(pick(criterion.name))
  const [first, last] = [curve[0]!, curve.at(-1)!]
  return (
    <ChartFigure
      title={title}
      label={`${title}. ${write(first.threshold)}: ${format.number(first.selected)}; ${write(last.threshold)}: ${format.number(last.selected)}`}
      source={`${t.figure.source}: ${source} · ${t.site.name}`}
      draw={draw}
      table={<DataTable caption={t.selection.curveTable} columns={columns} rows={curve} rowKey={({ threshold }) => String(threshold)} />}
    />
  )
}

function Moves({ criterion, names }: { criterion: SelectionCriterionAnswer; names: readonly string[] }) {
  const { t, format, pick } = useLanguage()
  const write = useThresholdWriter(criterion)
  const list = (places: readonly number[]): string => {
    if (places.length === 0) return t.selection.nobody
    const shown = places.slice(0, MOST_NAMED).map((place) => names[place]).join(', ')
    return places.length > MOST_NAMED ? `${shown} ${t.selection.andMore(format.number(places.length - MOST_NAMED))}` : shown
  }
  const columns: TableColumn<Move>[] = [
    { id: 'threshold', header: t.selection.move, rowHeader: true, value: ({ threshold }) => threshold, render: ({ threshold, percent }) => `${write(threshold)} (${format.signed(percent)}%)` },
    { id: 'selected', header: t.selection.selected, numeric: true, value: ({ selected }) => selected, render: ({ selected }) => format.number(selected) },
    { id: 'enters', header: t.selection.enters, value: ({ enters }) => list(enters) },
    { id: 'leaves', header: t.selection.leaves, value: ({ leaves }) => list(leaves) },
  ]
  return (
    <div>
      <DataTable caption={t.selection.moves(pick(criterion.name))} columns={columns} rows={criterion.sensitivity.moves} rowKey={({ percent }) => String(percent)} />
      {criterion.sensitivity.basis === 'spread' && <p className="td-note">{t.selection.moveOfSpread}</p>}
    </div>
  )
}
