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
    return t.reach.place.forShare(nearest.name, nearest.forPercent < 1 ? '< 1%' : `${format.number(nearest.forPercent, 0)}%`)
  }
  const columns: TableColumn<Row>[] = [
    { id: 'facility', header: t.reach.place.facility, rowHeader: true, value: (row) => pick(row.name) },
    ...(['car', 'bicycle', 'foot'] as const).map((mode): TableColumn<Row> => ({
      id: mode,
      header: t.reach.modes[mode],
      numeric: true,
      value: (row) => find(row, mode)?.minutes,
      render: (row) => {
        const minutes = find(row, mode)?.minutes
        return minutes === undefined ? t.reach.place.unknown : `${format.number(minutes)}\u00A0min`
      },
    })),
    // Last: on a phone the minutes are in the window then.
    { id: 'nearest', header: t.reach.place.nearest, value: (row) => nameNearest(find(row, 'car') ?? row.nearest[0]) },
  ]
  return (
    <Section title={title} id="bereik">
      <p className="utrecht-paragraph">
        {t.reach.place.lead} {t.reach.place.from[answer.from]}
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
