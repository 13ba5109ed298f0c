/** A table that can be sorted, searched and paged by keyboard. */
import { useMemo, useState, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { SortHeader, TablePaging } from '#web/components/table-parts.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { usePrinting } from '#web/components/use-printing.ts'

export interface TableColumn<Row> {
  readonly id: string
  readonly header: string
  /** A second line of the heading, such as the threshold that the figures are held against. */
  readonly note?: string
  /** What is sorted and searched on; undefined comes last. */
  readonly value: (row: Row) => string | number | undefined
  /** What is shown; the value when absent. */
  readonly render?: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** The cell that names the row. */
  readonly rowHeader?: boolean
}

export interface TableSort {
  readonly column: string
  readonly descending: boolean
}

interface DataTableProps<Row> {
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  initialSort?: TableSort
  /** Rows a page; all when absent. */
  pageSize?: number
  /** On paper every row, up to `PAPER_ROWS`. */
  wholeOnPaper?: boolean
  searchable?: boolean
  hideCaption?: boolean
  onRowFocus?: (row: Row | undefined) => void
  selectedKey?: string | undefined
}

/** More would be a pile of paper: then it says how many there are. */
const PAPER_ROWS = 300

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, initialSort, searchable = false, hideCaption = false } = props
  const { t, language } = useLanguage()
  const [sort, setSort] = useState(initialSort)
  const [filter, setFilter] = useState('')
  const [page, setPage] = useState(0)
  const isWhole = usePrinting() && props.wholeOnPaper === true
  const pageSize = isWhole ? PAPER_ROWS : (props.pageSize ?? Infinity)
  const kept = useMemo(() => filterRows(rows, columns, filter), [rows, columns, filter])
  const sorted = useMemo(() => sortRows(kept, columns, sort, language), [kept, columns, sort, language])
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize))
  const shownPage = isWhole ? 0 : Math.min(page, pages - 1)
  const shown = pageSize === Infinity ? sorted : sorted.slice(shownPage * pageSize, (shownPage + 1) * pageSize)
  return (
    <div className={columns.length >= WIDE_COLUMNS ? 'td-table td-table--wide' : 'td-table'}>
      {searchable && (
        <TextField
          label={t.table.filter}
          value={filter}
          onChange={(text) => {
            setFilter(text)
            setPage(0)
          }}
        />
      )}
      <div className="utrecht-table-container utrecht-table-container--overflow-inline td-scroll" role="region" aria-label={t.table.scroll(caption)} tabIndex={0}>
        <table className="utrecht-table utrecht-table--html-table">
          <caption className={hideCaption ? 'td-visually-hidden' : 'utrecht-table__caption'}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHeader key={column.id} column={column} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <BodyRow key={rowKey(row)} row={row} columns={columns} selected={rowKey(row) === props.selectedKey} onFocus={props.onRowFocus} />
            ))}
          </tbody>
        </table>
      </div>
      {filter !== '' && <p className="td-note td-print-only">{t.table.filtered(filter)}</p>}
      {sorted.length === 0 && <p className="td-table__empty">{rows.length === 0 ? t.state.empty : t.table.noRows}</p>}
      {pages > 1 && <TablePaging caption={caption} page={shownPage} pages={pages} pageSize={pageSize} total={sorted.length} onPage={setPage} />}
    </div>
  )
}

/** So many do not fit a phone, whatever the headings say. */
const WIDE_COLUMNS = 6

interface BodyRowProps<Row> {
  row: Row
  columns: readonly TableColumn<Row>[]
  selected: boolean
  onFocus: ((row: Row | undefined) => void) | undefined
}

function BodyRow<Row>({ row, columns, selected, onFocus }: BodyRowProps<Row>) {
  const events = onFocus && {
    onFocus: () => onFocus(row),
    onPointerEnter: () => onFocus(row),
    onPointerLeave: () => onFocus(undefined),
  }
  return (
    <tr className={selected ? 'td-row--selected' : ''} {...events}>
      {columns.map((column) => {
        const content = column.render ? column.render(row) : column.value(row)
        if (column.rowHeader) {
          return (
            <th key={column.id} scope="row">
              {content}
            </th>
          )
        }
        return (
          <td key={column.id} {...(column.numeric && { className: 'td-number' })}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

function filterRows<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], filter: string): readonly Row[] {
  const wanted = filter.trim().toLocaleLowerCase()
  if (wanted === '') return rows
  return rows.filter((row) => columns.some((column) => String(column.value(row) ?? '').toLocaleLowerCase().includes(wanted)))
}

function sortRows<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], sort: TableSort | undefined, language: string): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column)
  if (sort === undefined || column === undefined) return rows
  const collator = new Intl.Collator(language, { numeric: true })
  const keyed = rows.map((row) => ({ row, key: column.value(row) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return a.key === b.key ? 0 : a.key === undefined ? 1 : -1
    const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key))
    return sort.descending ? -order : order
  })
  return keyed.map(({ row }) => row)
}
