/** How far it is from a place to the nearest facility of every type. */
import { useQuery } from '@tanstack/react-query'
import { placeReachQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { FacilityYears } from '#web/components/facility-years.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import type { PlaceReachAnswer } from '#domain/answers/reach-answers.ts'

type Row = PlaceReachAnswer['facilities'][number]

/** A facility that is the nearest for a smaller share of the people is not named. */
const FEWEST_PERCENT = 10

export function ReachSection({ id }: { id: string }) {
  const { t } = useLanguage()
  const reach = useQuery(placeReachQuery(id))
  return <Answer query={reach}>{(answer) => (answer.facilities.length === 0 ? null : <ReachTable answer={answer} title={t.reach.place.title} />)}</Answer>
}

function ReachTable({ answer, title }: { answer: PlaceReachAnswer; title: string }) {
  const { t, format, pick } = useLanguage()
  const find = (row: Row, mode: keyof typeof t.reach.modes) => row.nearest.find((one) => one.mode === mode)
  const nameNearest = (nearest: Row['nearest'][number] | undefined): string => {
    if (nearest?.forPercent === undefined) return nearest?.name ?? '–'
    return nearest.forPercent < FEWEST_PERCENT ? t.reach.place.differs : t.reach.place.forShare(nearest.name, `${format.number(nearest.forPercent, 0)}%`)
  }
  const findNearest = (row: Row) => find(row, 'car') ?? row.nearest[0]
  // In a large area no name says anything: what is nearest differs from village to village.
  const hasNames = answer.facilities.some((row) => (findNearest(row)?.forPercent ?? 100) >= FEWEST_PERCENT)
  const columns: TableColumn<Row>[] = [
    { id: 'facility', header: t.reach.place.facility, rowHeader: true, value: (row) => pick(row.name) },
    ...(['car', 'bicycle', 'foot'] as const).map((mode): TableColumn<Row> => ({
      id: mode,
      header: t.reach.place.modes[mode],
      numeric: true,
      value: (row) => find(row, mode)?.minutes,
      render: (row) => {
        const minutes = find(row, mode)?.minutes
        return minutes === undefined ? t.reach.place.unknown : format.number(minutes)
      },
    })),
    // Last: on a phone the minutes are in the window then.
    ...(hasNames ? [{ id: 'nearest', header: t.reach.place.nearest, value: (row: Row) => nameNearest(findNearest(row)) }] : []),
  ]
  return (
    <Section title={title} id="bereik" className="td-place-reach">
      <p className="utrecht-paragraph">
        {t.reach.place.lead} {t.reach.place.inMinutes} {t.reach.place.from[answer.from]} {answer.from === 'inhabitants' && hasNames && t.reach.place.named}
      </p>
      <DataTable caption={title} hideCaption columns={columns} rows={answer.facilities} rowKey={(row) => row.facilityType} />
      <FacilityYears of={answer.facilities.map(({ facilityType }) => facilityType)} />
      <p className="td-note">{t.reach.indicative}</p>
      <p className="td-actions">
        <SiteLink to="/bereik">{t.reach.place.more}</SiteLink>
      </p>
    </Section>
  )
}
