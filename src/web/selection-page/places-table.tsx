/** The places of a selection with their figures, how far they are from each threshold, and how close to turning. */
import { useMemo, useState } from 'react'
import type { SelectionCriterionAnswer, SelectionResult } from '#domain/answers/selection-answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { VERDICTS, type Verdict } from '#web/selection-page/verdict-colours.ts'

interface PlacesTableProps {
  result: SelectionResult
  isRegions: boolean
  selected: string | undefined
  onPoint: (code: string | undefined) => void
}

const SHOWS = [...VERDICTS, 'all'] as const

export function PlacesTable({ result, isRegions, selected, onPoint }: PlacesTableProps) {
  const { t, language } = useLanguage()
  const [asked, setShow] = useState<Verdict | 'all'>()
  // Where nothing meets the criteria, what came closest says more than an empty table.
  const show = asked ?? (result.counts.yes === 0 && result.counts.no > 0 ? 'no' : 'yes')
  const columns = useColumns(result, isRegions, show)
  const rows = useMemo(() => result.places.codes.flatMap((_, at) => (show === 'all' || result.places.verdicts[at] === show ? [at] : [])), [result, show])
  return (
    <>
      <SelectField label={t.selection.show} value={show} options={SHOWS.map((one) => ({ value: one, text: t.selection.shows[one] }))} onChange={(one) => setShow(one as typeof show)} />
      <DataTable
        key={`${show}-${language}`}
        caption={`${t.selection.list}: ${t.selection.shows[show]}`}
        columns={columns}
        rows={rows}
        rowKey={(at) => result.places.codes[at]!}
        {...(show !== 'unknown' && { initialSort: { column: 'distance', descending: false } })}
        pageSize={15}
        searchable
        selectedKey={selected}
        onRowFocus={(at) => onPoint(at === undefined || isRegions ? undefined : result.places.codes[at])}
      />
      <p className="td-note">{t.selection.distanceHint}</p>
    </>
  )
}

function useColumns({ places, criteria }: SelectionResult, isRegions: boolean, show: Verdict | 'all'): TableColumn<number>[] {
  const { t, format, pick } = useLanguage()
  return useMemo(() => {
    const name: TableColumn<number> = {
      id: 'name',
      header: t.selection.place,
      rowHeader: true,
      value: (at) => places.names[at],
      render: (at) => (isRegions ? places.names[at] : <SiteLink to={placePath(places.codes[at]!)}>{places.names[at]}</SiteLink>),
    }
    const municipality: TableColumn<number> = { id: 'municipality', header: t.map.municipality, value: (at) => places.municipalities[at] }
    const verdict: TableColumn<number> = { id: 'verdict', header: t.selection.verdict, value: (at) => t.selection.verdicts[places.verdicts[at]!] }
    const distance: TableColumn<number> = {
      id: 'distance',
      header: t.selection.distance,
      numeric: true,
      value: (at) => places.distances[at] ?? undefined,
      render: (at) => (places.distances[at] === null || places.distances[at] === undefined ? '–' : format.number(places.distances[at], 2)),
    }
    const hasMunicipality = places.municipalities.some((one) => one !== '')
    return [name, ...(hasMunicipality ? [municipality] : []), ...(show === 'all' ? [verdict] : []), ...criteria.map((criterion, at) => makeFigureColumn(criterion, at)), distance]

    function makeFigureColumn(criterion: SelectionCriterionAnswer, number: number): TableColumn<number> {
      const reasons = new Map(Object.entries(criterion.missing).flatMap(([reason, own]) => own.map((place) => [place, reason as MissingReason] as const)))
      return {
        id: `criterion-${number}`,
        header: pick(criterion.name),
        numeric: true,
        value: (at) => criterion.values[at] ?? undefined,
        render: (at) => {
          const value = criterion.values[at]
          const reason = reasons.get(at)
          if (value === null || value === undefined) return <span className="td-missing">{t.missing[reason ?? 'notInTable']}</span>
          return `${format.value(value, criterion)} (${format.signed(getMargin(criterion, value), criterion.decimals)})`
        },
      }
    }
  }, [places, criteria, isRegions, show, t, format, pick])
}

/** Above 0 inside the threshold, in the unit of the figure. */
function getMargin({ compare, threshold }: SelectionCriterionAnswer, value: number): number {
  return compare === 'below' || compare === 'atMost' ? threshold - value : value - threshold
}

/** The places of which it is not known, with what is missing and why. */
export function UnknownTable({ result: { places, criteria, unknown, texts } }: { result: SelectionResult }) {
  const { t, pick, language } = useLanguage()
  const columns = useMemo((): TableColumn<SelectionResult['unknown'][number]>[] => {
    const why = (row: SelectionResult['unknown'][number]) => row.missing.map(({ reason, text }) => (text === undefined ? t.missingExplanation[reason] : pick(texts[text]!))).join(' ')
    return [
      { id: 'name', header: t.selection.place, rowHeader: true, value: ({ place }) => places.names[place] },
      { id: 'missing', header: t.selection.unknownMissing, value: ({ missing }) => missing.map(({ criterion, reason }) => `${pick(criteria[criterion]!.name)}: ${t.missing[reason].toLocaleLowerCase()}`).join('; ') },
      { id: 'why', header: t.selection.unknownWhy, value: why },
    ]
  }, [places, criteria, texts, t, pick])
  return <DataTable key={language} caption={t.selection.unknownTitle} hideCaption columns={columns} rows={unknown} rowKey={({ place }) => String(place)} pageSize={10} searchable={unknown.length > 10} />
}
