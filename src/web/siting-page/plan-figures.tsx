/** Today and the plans side by side, in one table. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { useLanguage } from '#web/app/language.tsx'

export interface FigureColumn {
  readonly name: string
  readonly outcome: SitingOutcome
}

export function PlanFigures({ caption, run, columns, extra = [] }: { caption: string; run: SitingRunAnswer; columns: readonly FigureColumn[]; extra?: readonly (readonly [string, readonly string[]])[] }) {
  const { t, format } = useLanguage()
  const minutes = (value: number | null) => (value === null ? '–' : format.number(value, 1))
  const names = t.siting.measures
  const norm = format.number(run.document.normMinutes, Number.isInteger(run.document.normMinutes) ? 0 : 1)
  const rows: (readonly [string, (outcome: SitingOutcome) => string])[] = [
    [names.openSites, ({ openSites }) => format.number(openSites)],
    ...(run.document.mobile === undefined ? [] : ([[names.stops, ({ stops }) => format.number(stops)], [names.atStops, ({ atStops }) => format.number(atStops)]] satisfies (readonly [string, (outcome: SitingOutcome) => string])[])),
    [names.meanMinutes, ({ meanMinutes }) => minutes(meanMinutes)],
    [names.worstTenth, ({ worstTenthMinutes }) => minutes(worstTenthMinutes)],
    [names.longest, ({ longestMinutes }) => minutes(longestMinutes)],
    [names.longestFrom, ({ longestFrom }) => longestFrom ?? '–'],
    [names.beyondNorm(norm), ({ beyondNorm }) => format.number(beyondNorm)],
    [names.unserved, ({ unserved }) => format.number(unserved)],
    [names.arriving, ({ arriving }) => format.number(arriving)],
    [names.leaving, ({ leaving }) => format.number(leaving)],
    [names.sitesCost, ({ costs }) => format.number(costs.sites)],
    ...(run.document.mobile === undefined ? [] : ([[names.mobileCost, ({ costs }) => format.number(costs.mobile)]] satisfies (readonly [string, (outcome: SitingOutcome) => string])[])),
    [names.travelCost, ({ costs }) => format.number(costs.travel)],
    [names.onceCost, ({ costs }) => format.number(costs.once)],
    [names.cost, ({ costs }) => format.number(costs.perYear)],
  ]
  return (
    <div className="td-table">
      <div className="utrecht-table-container utrecht-table-container--overflow-inline td-scroll" role="region" aria-label={t.table.scroll(caption)} tabIndex={0}>
        <table className="utrecht-table utrecht-table--html-table td-siting__figures">
          <caption className="utrecht-table__caption">{caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="td-number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {extra.map(([name, cells]) => (
              <Row key={name} name={name} cells={cells} />
            ))}
            {rows.map(([name, write]) => (
              <Row key={name} name={name} cells={columns.map(({ outcome }) => write(outcome))} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Row({ name, cells }: { name: string; cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, at) => (
        // Columns keep their places.
        <td key={at} className="td-number">
          {cell}
        </td>
      ))}
    </tr>
  )
}
