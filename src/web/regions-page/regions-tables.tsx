/** All regions, how they lie beside the official divisions, and the parts that one region lies in. */
import type { DailyRegion, DailyRegionsAnswer, DivisionId } from '#domain/answers/region-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'

const findCrossing = (region: DailyRegion, division: DivisionId) => region.crossings.find((own) => own.division === division)

export function RegionTable({ answer, selected, search, onFocus }: { answer: DailyRegionsAnswer; selected: string | undefined; search: Readonly<Record<string, string | undefined>>; onFocus: (region: DailyRegion | undefined) => void }) {
  const { t, format } = useLanguage()
  const count = (id: DivisionId, header: string): TableColumn<DailyRegion> => ({ id, header, numeric: true, value: (region) => findCrossing(region, id)?.partCount })
  const columns: TableColumn<DailyRegion>[] = [
    {
      id: 'name',
      header: t.regions.columns.name,
      rowHeader: true,
      value: ({ name }) => name,
      render: ({ id, name }) => (
        <SiteLink to="/leefregios" search={{ ...search, regio: id }}>
          {name}
        </SiteLink>
      ),
    },
    { id: 'people', header: t.regions.columns.people, numeric: true, value: ({ people }) => people, render: ({ people }) => format.number(people) },
    { id: 'stays', header: t.regions.columns.stays, numeric: true, value: ({ stays }) => stays, render: ({ stays }) => `${format.number(100 * stays)}%` },
    count('province', t.regions.columns.province),
    count('corop', t.regions.columns.corop),
    count('municipality', t.regions.columns.municipalities),
  ]
  return <DataTable key={answer.count} caption={t.regions.table} columns={columns} rows={answer.regions} rowKey={({ id }) => id} initialSort={{ column: 'people', descending: true }} pageSize={15} searchable selectedKey={selected} onRowFocus={onFocus} />
}

type Division = DailyRegionsAnswer['divisions'][number]

export function DivisionTable({ answer }: { answer: DailyRegionsAnswer }) {
  const { t, format, pick } = useLanguage()
  const texts = t.regions.divisions
  const columns: TableColumn<Division>[] = [
    { id: 'name', header: texts.name, rowHeader: true, value: ({ name }) => pick(name) },
    { id: 'parts', header: texts.parts, numeric: true, value: ({ parts }) => parts },
    { id: 'likeness', header: texts.likeness, numeric: true, value: ({ adjustedRand }) => adjustedRand, render: ({ adjustedRand }) => format.number(adjustedRand, 2) },
    { id: 'information', header: texts.information, numeric: true, value: ({ variationOfInformation }) => variationOfInformation, render: ({ variationOfInformation }) => format.number(variationOfInformation, 2) },
    { id: 'across', header: texts.across, numeric: true, value: ({ regionsAcross }) => regionsAcross },
    { id: 'people', header: texts.people, numeric: true, value: ({ peopleAcross }) => peopleAcross, render: ({ peopleAcross }) => format.number(peopleAcross) },
  ]
  return (
    <Section title={texts.title} id="indelingen">
      <p className="utrecht-paragraph">{texts.lead}</p>
      <DataTable caption={texts.caption} hideCaption columns={columns} rows={answer.divisions} rowKey={({ id }) => id} />
      <p className="td-note">{texts.explain}</p>
    </Section>
  )
}

interface PartRow {
  readonly key: string
  readonly division: string
  readonly part: string
  readonly people: number
}

export function PartTable({ region, answer }: { region: DailyRegion; answer: DailyRegionsAnswer }) {
  const { t, format, pick } = useLanguage()
  const texts = t.regions.region
  const nameOf = (id: DivisionId) => pick(answer.divisions.find((own) => own.id === id)?.name ?? { nl: id, en: id })
  const rows = region.crossings.flatMap(({ division, parts }) => parts.map(({ code, name, people }): PartRow => ({ key: `${division} ${code}`, division: nameOf(division), part: name, people })))
  const columns: TableColumn<PartRow>[] = [
    { id: 'division', header: texts.division, value: ({ division }) => division },
    { id: 'part', header: texts.part, rowHeader: true, value: ({ part }) => part },
    { id: 'people', header: texts.people, numeric: true, value: ({ people }) => people, render: ({ people }) => format.number(people) },
    { id: 'share', header: texts.share, numeric: true, value: ({ people }) => people, render: ({ people }) => `${format.number((100 * people) / Math.max(1, region.people), 1)}%` },
  ]
  const longer = region.crossings.filter(({ parts, partCount }) => partCount > parts.length)
  return (
    <Section title={texts.title(region.name)} id="grenzen">
      <DataTable caption={texts.caption(region.name)} hideCaption columns={columns} rows={rows} rowKey={({ key }) => key} />
      {longer.map(({ division, parts, partCount }) => (
        <p key={division} className="td-note">
          {texts.more(partCount - parts.length, nameOf(division).toLocaleLowerCase())}
        </p>
      ))}
    </Section>
  )
}
