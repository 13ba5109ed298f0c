/** Every area with its rank, score and scores by dimension; the earlier rank beside it where that is asked. */
import { useMemo } from 'react'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import { nameIndex } from '#domain/index-names.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import type { IndexRow } from '#web/index-page/index-rows.ts'
import { useDimensionName } from '#web/index-page/use-dimension-name.ts'

interface IndexTableProps {
  scores: IndexScoresAnswer
  rows: readonly IndexRow[]
  withEarlier: boolean
  selected: string | undefined
  /** Further columns, such as how sure a rank is. */
  more?: readonly TableColumn<IndexRow>[]
}

const NO_MORE: readonly TableColumn<IndexRow>[] = []

export function IndexTable({ scores, rows, withEarlier, selected, more = NO_MORE }: IndexTableProps) {
  const { t, format, pick, language } = useLanguage()
  const nameDimension = useDimensionName()
  const { level, year, document } = scores
  const columns = useMemo((): TableColumn<IndexRow>[] => {
    const rank: TableColumn<IndexRow> = {
      id: 'rank',
      header: t.index.rank,
      numeric: true,
      value: (row) => row.rank,
      render: (row) => (row.rank === undefined ? <span className="td-missing">{t.missing[row.missing ?? 'tooFewFigures']}</span> : format.number(row.rank)),
    }
    const name: TableColumn<IndexRow> = {
      id: 'name',
      header: t.map.name,
      rowHeader: true,
      value: (row) => row.name,
      render: (row) => <SiteLink to={placePath(row.code)}>{row.name}</SiteLink>,
    }
    const municipality: TableColumn<IndexRow> = { id: 'municipality', header: t.map.municipality, value: (row) => row.municipality }
    const decimal = (id: string, header: string, read: (row: IndexRow) => number | undefined, decimals: number): TableColumn<IndexRow> => ({
      id, header, numeric: true, value: read, render: (row) => writeOrDash(read(row), (value) => format.number(value, decimals)),
    })
    const earlier: TableColumn<IndexRow>[] = [
      decimal('earlierRank', t.index.earlierRank, (row) => row.earlierRank, 0),
      { id: 'moved', header: t.index.moved, numeric: true, value: findMoved, render: (row) => writeOrDash(findMoved(row), (value) => format.signed(value)) },
    ]
    return [
      rank,
      name,
      ...(level === 'district' || level === 'neighbourhood' ? [municipality] : []),
      decimal('score', t.index.score, (row) => row.score, 1),
      ...more,
      ...(withEarlier ? earlier : []),
      ...scores.dimensions.map((dimension, at) => decimal(`dimension-${dimension.id}`, nameDimension(dimension), (row) => row.dimensions[at], 0)),
    ]
  }, [t, format, scores, level, withEarlier, more])
  return (
    <DataTable
      key={`${level}-${language}`}
      caption={t.index.tableCaption(pick(nameIndex(document)), t.levels[level].toLocaleLowerCase(), year)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      initialSort={{ column: 'rank', descending: false }}
      pageSize={20}
      searchable
      selectedKey={selected}
    />
  )
}

/** Below zero: further behind than before. */
const findMoved = ({ rank, earlierRank }: IndexRow): number | undefined => (rank === undefined || earlierRank === undefined ? undefined : rank - earlierRank)

const writeOrDash = (value: number | undefined, write: (value: number) => string): string => (value === undefined ? '–' : write(value))
