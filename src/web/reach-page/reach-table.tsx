/** Every area with its minutes and the people for whom it takes too long. */
import { useMemo } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import type { ReachChoice } from '#web/reach-page/reach-choice.ts'
import type { ReachRow } from '#web/reach-page/reach-rows.ts'

interface ReachTableProps {
  caption: string
  choice: ReachChoice
  rows: readonly ReachRow[]
  selected: string | undefined
}

export function ReachTable({ caption, choice, rows, selected }: ReachTableProps) {
  const { t, format, language } = useLanguage()
  const columns = useMemo((): TableColumn<ReachRow>[] => {
    const orDash = (value: number | undefined, write: (own: number) => string) => (value === undefined ? '–' : write(value))
    const count = (id: string, header: string, value: (row: ReachRow) => number | undefined): TableColumn<ReachRow> => ({ id, header, numeric: true, value, render: (row) => orDash(value(row), (own) => format.number(own)) })
    return [
      { id: 'name', header: t.map.name, rowHeader: true, value: (row) => row.name, render: (row) => <SiteLink to={placePath(row.code)}>{row.name}</SiteLink> },
      ...(choice.level === 'district' || choice.level === 'neighbourhood' ? [{ id: 'municipality', header: t.map.municipality, value: (row: ReachRow) => row.municipality }] : []),
      { id: 'minutes', header: t.reach.columns.minutes, numeric: true, value: (row) => row.minutes, render: (row) => orDash(row.minutes, (own) => format.number(own, 1)) },
      count('beyond', t.reach.columns.beyond, (row) => row.beyond),
      { id: 'share', header: t.reach.columns.share, numeric: true, value: (row) => row.beyondShare, render: (row) => orDash(row.beyondShare, (own) => `${format.number(own, 1)}%`) },
      count('children', t.reach.columns.children, (row) => row.beyondChildren),
      count('older', t.reach.columns.older, (row) => row.beyondOlder),
      ...(rows[0]?.beyondOldest === undefined ? [] : [count('oldest', t.reach.columns.oldest, (row) => row.beyondOldest ?? 0)]),
      ...(rows[0]?.beyondWithoutCar === undefined ? [] : [count('withoutCar', t.reach.columns.withoutCar, (row) => row.beyondWithoutCar ?? 0)]),
      ...(rows.some(({ timeUnknown }) => timeUnknown > 0) ? [count('timeUnknown', t.reach.columns.timeUnknown, (row) => row.timeUnknown)] : []),
      ...(rows.some(({ placeUnknown }) => placeUnknown > 0) ? [count('placeUnknown', t.reach.columns.placeUnknown, (row) => row.placeUnknown)] : []),
      { id: 'network', header: t.reach.columns.network, value: (row) => t.reach.networkNames[row.network] },
    ]
  }, [t, format, choice.level, rows])
  return (
    <DataTable
      key={`${choice.level}-${language}`}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      initialSort={{ column: 'beyond', descending: true }}
      pageSize={20}
      searchable
      selectedKey={selected}
    />
  )
}
