/** Columns of the table of an index that say how sure each rank is. */
import { useMemo } from 'react'
import type { RankUncertaintyAnswer } from '#domain/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import type { TableColumn } from '#web/components/data-table.tsx'
import { readCertainty, type Certainty } from '#web/index-page/certainty-rows.ts'
import type { IndexRow } from '#web/index-page/index-rows.ts'

const NONE: readonly TableColumn<IndexRow>[] = []

export function useCertaintyColumns(answer: RankUncertaintyAnswer | undefined, rows: readonly IndexRow[] | undefined): readonly TableColumn<IndexRow>[] {
  const { t, format } = useLanguage()
  return useMemo(() => {
    // Of another document or other figures it cannot be said which area is which.
    if (answer === undefined || rows === undefined || rows.length !== answer.ranks.length) return NONE
    const byCode = new Map(rows.map(({ code }, at) => [code, readCertainty(answer, at)]))
    const read = <Value,>(row: IndexRow, of: (own: Certainty) => Value): Value | undefined => {
      const own = byCode.get(row.code)
      return own && of(own)
    }
    return [
      {
        id: 'between',
        header: t.index.sure.between,
        numeric: true,
        // Sorted by how wide it is.
        value: (row) => read(row, ({ low, high }) => high - low),
        render: (row) => read(row, ({ low, high }) => t.index.sure.range(format.number(low), format.number(high))) ?? '–',
      },
      {
        id: 'worstTenth',
        header: t.index.sure.worstTenth,
        numeric: true,
        value: (row) => read(row, ({ worstTenthShare }) => worstTenthShare),
        render: (row) => read(row, ({ worstTenthShare }) => `${format.number(100 * worstTenthShare)}%`) ?? '–',
      },
      {
        id: 'most',
        header: t.index.sure.most,
        value: (row) => read(row, ({ most }) => (most === undefined ? t.index.sure.nothing : t.index.sure.choices[most])),
      },
    ]
  }, [answer, rows, t, format])
}
