/** Today and the plans side by side, in one table. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { getSpreadYears, listKnownCosts } from '#domain/siting-cost-parts.ts'
import { useLanguage } from '#web/app/language.tsx'

export interface FigureColumn {
  readonly name: string
  readonly outcome: SitingOutcome
}

type Row = readonly [name: string, write: (outcome: SitingOutcome) => string]

export function PlanFigures({ caption, run, columns, extra = [] }: { caption: string; run: SitingRunAnswer; columns: readonly FigureColumn[]; extra?: readonly (readonly [string, readonly string[]])[] }) {
  const { t, format } = useLanguage()
  const minutes = (value: number | null) => (value === null ? '–' : format.number(value, 1))
  const names = t.siting.measures
  const norm = format.number(run.document.normMinutes, Number.isInteger(run.document.normMinutes) ? 0 : 1)
  // A part of the costs that is not known has no row; that the whole is not known is said.
  const costParts = listKnownCosts(columns.map(({ outcome }) => outcome), run.document.mobile !== undefined)
  const years = format.number(getSpreadYears(run.document))
  const rows: Row[] = [
    [names.openSites, ({ openSites }) => format.number(openSites)],
    ...(run.sites.some(({ kind, facilities }) => kind === 'existing' && facilities.length > 1) ? ([[names.openFacilities, ({ openFacilities }) => format.number(openFacilities)]] satisfies Row[]) : []),
    ...(run.document.mobile === undefined ? [] : ([[names.stops, ({ stops }) => format.number(stops)], [names.atStops, ({ atStops }) => format.number(atStops)]] satisfies Row[])),
    [names.meanMinutes, ({ meanMinutes }) => minutes(meanMinutes)],
    [names.worstTenth, ({ worstTenthMinutes }) => minutes(worstTenthMinutes)],
    [names.longest, ({ longestMinutes }) => minutes(longestMinutes)],
    [names.longestFrom, ({ longestFrom }) => longestFrom ?? '–'],
    [names.beyondNorm(norm), ({ beyondNorm }) => format.number(beyondNorm)],
    [names.unserved, ({ unserved }) => format.number(unserved)],
    [names.arriving, ({ arriving }) => format.number(arriving)],
    [names.leaving, ({ leaving }) => format.number(leaving)],
    ...costParts.map((part): Row => [names.costParts[part](years), ({ costs }) => format.number(costs[part] ?? 0)]),
    [names.cost, ({ costs }) => (costs.perYear === null ? names.costUnknown : format.number(costs.perYear))],
  ]
  const without = run.today.withoutCar
  if (without !== undefined) {
    rows.push(
      [names.withoutCarMinutes, ({ withoutCar }) => minutes(withoutCar?.meanMinutes ?? null)],
      [names.withoutCarBeyond(norm), ({ withoutCar }) => (withoutCar === undefined ? '–' : format.number(withoutCar.beyondNorm))],
    )
  }
  return <FigureTable caption={caption} columns={columns.map(({ name }) => name)} rows={[...extra, ...rows.map(([name, write]) => [name, columns.map(({ outcome }) => write(outcome))] as const)]} />
}

interface FigureTableProps {
  caption: string
  /** Names of the plans. */
  columns: readonly string[]
  rows: readonly (readonly [name: string, cells: readonly string[]])[]
  /** Cells are words, not numbers. */
  isText?: boolean
}

/** A row a measure, a column a plan. */
export function FigureTable({ caption, columns, rows, isText = false }: FigureTableProps) {
  const { t } = useLanguage()
  const cellClass = isText ? undefined : 'td-number'
  return (
    <div className="td-table">
      <div className="utrecht-table-container utrecht-table-container--overflow-inline td-scroll" role="region" aria-label={t.table.scroll(caption)} tabIndex={0}>
        <table className="utrecht-table utrecht-table--html-table td-siting__figures">
          <caption className="utrecht-table__caption">{caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((name) => (
                <th key={name} scope="col" className={cellClass}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  // Columns keep their places.
                  <td key={at} className={cellClass}>
                    {cell}
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
