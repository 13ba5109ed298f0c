/** Scenarios as columns beside the base, with the difference. */
import { useLanguage } from '#web/app/language.tsx'
import type { CompareRow } from '#web/scenarios-page/compare-rows.ts'

interface CompareTableProps {
  caption: string
  /** Names of the scenarios, without the base. */
  scenarios: readonly string[]
  rows: readonly CompareRow[]
  name: (row: CompareRow) => string
}

export function CompareTable({ caption, scenarios, rows, name }: CompareTableProps) {
  const { t, format } = useLanguage()
  const write = ({ decimals, values: [base = null] }: CompareRow, value: number | null): string => {
    if (value === null) return '–'
    // The difference is that of the figures as they stand beside each other.
    const round = (own: number): number => Number(own.toFixed(decimals))
    const difference = base === null ? 0 : round(value) - round(base)
    return `${format.number(value, decimals)}${difference === 0 ? '' : ` (${format.signed(difference, decimals)})`}`
  }
  return (
    <div className="td-table">
      <div className="utrecht-table-container utrecht-table-container--overflow-inline td-scroll" role="region" aria-label={t.table.scroll(caption)} tabIndex={0}>
        <table className="utrecht-table utrecht-table--html-table">
          <caption className="utrecht-table__caption">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.scenarios.figure}</th>
              <th scope="col" className="td-number">
                {t.scenarios.base}
              </th>
              {scenarios.map((scenario, at) => (
                <th key={at} scope="col" className="td-number">
                  {scenario}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.id}-${row.year ?? ''}`}>
                <th scope="row">{name(row)}</th>
                {row.values.map((value, at) => (
                  <td key={at} className="td-number">
                    {write(row, value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
