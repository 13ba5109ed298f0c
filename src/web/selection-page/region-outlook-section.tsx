/** The regions of 2016: what happened since, what is expected and how sure that is, and why it differs from what was expected then. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RegionOutlookAnswer, RegionProjection } from '#domain/answers/projection-answers.ts'
import { apiUrl } from '#web/api/client.ts'
import { regionOutlookQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Answer } from '#web/components/page-states.tsx'

type Region = RegionOutlookAnswer['regions'][number]

export function RegionOutlookSection() {
  return <Answer query={useQuery(regionOutlookQuery())}>{(answer) => <Outlook answer={answer} />}</Answer>
}

function Outlook({ answer }: { answer: RegionOutlookAnswer }) {
  const { t, pick, language } = useLanguage()
  const columns = useColumns(answer)
  return (
    <>
      {answer.remarks.map((remark) => (
        <p key={remark.nl} className="utrecht-paragraph">
          {pick(remark)} {remark.url !== undefined && <a className="utrecht-link utrecht-link--html-a" href={remark.url}>{t.regionOutlook.source}</a>}
        </p>
      ))}
      <DataTable key={language} caption={t.regionOutlook.caption(answer.from, answer.to)} columns={columns} rows={answer.regions} rowKey={({ id }) => id} initialSort={{ column: 'population', descending: false }} />
      <p className="td-note">{t.regionOutlook.note}</p>
      <div className="td-downloads">
        <span className="td-downloads__title">{t.download.title}</span>
        <a className="utrecht-button utrecht-button--secondary-action utrecht-button-link td-download" href={apiUrl('region-outlooks')} download="topdorp-krimpregios.json">
          {t.download.json}
        </a>
      </div>
    </>
  )
}

function useColumns({ from, to, regions }: RegionOutlookAnswer): TableColumn<Region>[] {
  const { t, format } = useLanguage()
  return useMemo(() => {
    const text = t.regionOutlook
    const percent = (value: number): string => `${format.signed(value, 1)}%`
    const write = ({ changePercent, interval80 }: RegionProjection): string =>
      interval80 === null ? percent(changePercent) : text.withInterval(percent(changePercent), percent(interval80.lower), percent(interval80.upper))
    const change = (id: string, header: string, read: (region: Region) => number | undefined): TableColumn<Region> => ({
      id, header, numeric: true, value: read, render: (region) => (read(region) === undefined ? '–' : percent(read(region)!)),
    })
    const chance = (id: string, header: string, read: (region: Region) => number | undefined): TableColumn<Region> => ({
      id, header, numeric: true, value: read,
      render: (region) => {
        const own = read(region)
        return own === undefined ? '–' : own < 0.01 ? text.tiny : `${format.number(100 * own)}%`
      },
    })
    const since = (region: Region) => region.past.at(-1)
    const began = regions[0]?.past.at(-1)?.from ?? from
    const lines = regions[0]?.population.chances.map(({ changePercent }) => changePercent) ?? []
    const householdLine = regions[0]?.households?.chances.at(-1)?.changePercent
    return [
      { id: 'name', header: t.selection.region, rowHeader: true, value: ({ name }) => name },
      { id: 'kind', header: t.selection.kindOfRegion, value: ({ kind }) => t.selection.kindsOfRegion[kind] },
      change('since', text.since(began, from), (region) => since(region)?.changePercent),
      change('natural', text.natural, (region) => since(region)?.naturalPercent),
      change('moves', text.moves, (region) => since(region)?.movesPercent),
      { id: 'population', header: text.projected(from, to), numeric: true, value: ({ population }) => population.changePercent, render: ({ population }) => write(population) },
      ...lines.map((line, at) => chance(`chance-${at}`, text.chance(format.number(-line, 1)), ({ population }) => population.chances[at]?.chance)),
      { id: 'households', header: text.projectedHouseholds(from, to), numeric: true, value: ({ households }) => households?.changePercent, render: ({ households }) => (households ? write(households) : '–') },
      ...(householdLine === undefined ? [] : [chance('households-chance', text.chanceHouseholds(format.number(-householdLine, 1)), ({ households }) => households?.chances.at(-1)?.chance)]),
      change('without', text.without, ({ population }) => population.withoutForeignGrowth),
    ]
  }, [from, to, regions, t, format])
}
