/** The places of a selection with their figures, on which side of each threshold and how far, and how close to turning. */
import { useMemo, useState } from 'react'
import type { SelectionCriterionAnswer, SelectionResult } from '#domain/answers/selection-answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import { numberCriterion, rateCloseness } from '#domain/threshold.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { ThresholdCell, writeThreshold } from '#web/selection-page/threshold-cell.tsx'
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
      <p className="utrecht-paragraph">{t.selection.listText}</p>
      <div className="td-table-choice">
        <SelectField label={t.selection.show} value={show} options={SHOWS.map((one) => ({ value: one, text: t.selection.shows[one] }))} onChange={(one) => setShow(one as typeof show)} />
      </div>
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
      <p className="td-note">{t.selection.closenessHint}</p>
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
    const closeness: TableColumn<number> = {
      id: 'distance',
      header: t.selection.closeness,
      value: (at) => places.distances[at] ?? undefined,
      render: (at) => <ClosenessCell distance={places.distances[at] ?? undefined} changing={places.changing[at]!} criteria={criteria} />,
    }
    const hasMunicipality = places.municipalities.some((one) => one !== '')
    return [name, ...(hasMunicipality ? [municipality] : []), ...(show === 'all' ? [verdict] : []), ...criteria.map((criterion, at) => makeFigureColumn(criterion, at)), closeness]

    function makeFigureColumn(criterion: SelectionCriterionAnswer, at: number): TableColumn<number> {
      const reasons = new Map(Object.entries(criterion.missing).flatMap(([reason, own]) => own.map((place) => [place, reason as MissingReason] as const)))
      return {
        id: `criterion-${at}`,
        header: pick(criterion.name),
        note: `${t.selection.criterion(criteria.length > 1 ? numberCriterion(criterion.field) : '').trim()}: ${t.selection.compares[criterion.compare]} ${writeThreshold(criterion.threshold, criterion, format)}`,
        numeric: true,
        value: (place) => criterion.values[place] ?? undefined,
        render: (place) => {
          const value = criterion.values[place]
          if (value === null || value === undefined) return <span className="td-missing">{t.missing[reasons.get(place) ?? 'notInTable']}</span>
          return <ThresholdCell criterion={criterion} value={value} />
        },
      }
    }
  }, [places, criteria, isRegions, show, t, format, pick])
}

/** "Op het randje", and by which criteria where there are more. */
function ClosenessCell({ distance, changing, criteria }: { distance: number | undefined; changing: readonly number[]; criteria: readonly SelectionCriterionAnswer[] }) {
  const { t } = useLanguage()
  if (distance === undefined) return <>–</>
  const closeness = rateCloseness(distance)
  return (
    <>
      <strong className={`td-closeness td-closeness--${closeness}`}>{t.selection.closenesses[closeness]}</strong>
      {criteria.length > 1 && <span className="td-side">{t.selection.turnsBy(changing.map((at) => numberCriterion(criteria[at]!.field)))}</span>}
    </>
  )
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
