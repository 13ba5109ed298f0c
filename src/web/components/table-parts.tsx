/** Heading that sorts, and the buttons to page. */
import { useLanguage } from '#web/app/language.tsx'
import type { TableColumn, TableSort } from '#web/components/data-table.tsx'

interface SortHeaderProps<Row> {
  column: TableColumn<Row>
  sort: TableSort | undefined
  onSort: (sort: TableSort) => void
}

export function SortHeader<Row>({ column, sort, onSort }: SortHeaderProps<Row>) {
  const { t } = useLanguage()
  const sorted = sort?.column === column.id
  const descending = sorted && sort.descending
  return (
    // On a next page of paper headings are printed again, but never a button: there the style sheet takes the text from `data-header`.
    <th scope="col" data-header={column.header} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'} {...(column.numeric && { className: 'td-number' })}>
      <button
        type="button"
        className="td-sort"
        title={t.table.sortBy(column.header)}
        onClick={() => onSort({ column: column.id, descending: sorted ? !descending : column.numeric === true })}
      >
        {column.note === undefined ? (
          column.header
        ) : (
          <span>
            {column.header} <span className="td-sort__note">{column.note}</span>
          </span>
        )}
        <span aria-hidden="true" className="td-sort__arrow">
          {sorted ? (descending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  )
}

interface TablePagingProps {
  /** The caption of the table. */
  caption: string
  page: number
  pages: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

export function TablePaging({ caption, page, pages, pageSize, total, onPage }: TablePagingProps) {
  const { t, format } = useLanguage()
  return (
    <nav className="td-paging" aria-label={`${t.table.paging}: ${caption}`}>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t.table.previous}
      </button>
      <span role="status">
        {t.table.rows(format.number(page * pageSize + 1), format.number(Math.min(total, (page + 1) * pageSize)), format.number(total))}
      </span>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        {t.table.next}
      </button>
    </nav>
  )
}
