/** The figures of the map as a table, with downloads and source. */
import { useMemo } from 'react'
import { apiUrl } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import type { AreaRow } from '#web/map/area-paint.ts'
import type { MapChoice } from '#web/map-page/map-choice.ts'

interface FiguresTableProps {
  choice: MapChoice
  rows: readonly AreaRow[]
  selected: string | undefined
  source: string
  onPoint: (code: string | undefined) => void
}

export function FiguresTable({ choice, rows, selected, source, onPoint }: FiguresTableProps) {
  const { t, format, pick, language } = useLanguage()
  const { indicator, level, year } = choice
  const columns = useMemo((): TableColumn<AreaRow>[] => {
    const name: TableColumn<AreaRow> = {
      id: 'name',
      header: t.map.name,
      rowHeader: true,
      value: (row) => row.name,
      render: (row) => <SiteLink to={placePath(row.code)}>{row.name}</SiteLink>,
    }
    const municipality: TableColumn<AreaRow> = { id: 'municipality', header: t.map.municipality, value: (row) => row.municipality }
    const unit = pick(indicator.unit)
    const value: TableColumn<AreaRow> = {
      id: 'value',
      header: unit === '' ? t.figure.value : unit,
      numeric: true,
      value: (row) => row.value,
      render: (row) => (row.missing === undefined ? format.figure({ value: row.value }, indicator) : <span className="td-missing">{t.missing[row.missing]}</span>),
    }
    return level === 'district' || level === 'neighbourhood' ? [name, municipality, value] : [name, value]
  }, [t, format, pick, indicator, level])
  return (
    <section className="td-figures-table" aria-label={t.map.tableTitle}>
      <DataTable
        key={`${level}-${language}`}
        caption={t.map.table(pick(indicator.name), year)}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        initialSort={{ column: 'value', descending: true }}
        pageSize={12}
        searchable
        selectedKey={selected}
        onRowFocus={(row) => onPoint(row?.code)}
      />
      <DownloadLinks url={(kind) => apiUrl('figures', { indicator: indicator.id, level, year, format: kind })} />
      {source !== '' && (
        <p className="td-note">
          {t.map.source}: {source}. {pick(indicator.explanation)}
        </p>
      )}
    </section>
  )
}
