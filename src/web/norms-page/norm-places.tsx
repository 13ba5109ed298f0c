/** Villages, areas and facilities behind the counts. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { useNormName } from '#web/norms-page/norm-lines.tsx'

type Village = NonNullable<NormRunAnswer['villages']>[number]
type Place = NormRunAnswer['areas'][number]
type Small = NormRunAnswer['tooSmall'][number]

interface NormPlacesProps {
  run: NormRunAnswer
  types: FacilityTypeListAnswer['facilityTypes']
}

export function NormPlaces({ run, types }: NormPlacesProps) {
  const { t } = useLanguage()
  // Villages and areas are held against times only.
  const hasTimes = listTimed(run).length > 0
  return (
    <>
      {hasTimes && run.villages && (
        <Section title={t.norms.villages} id="dorpen">
          <Villages run={run} types={types} villages={run.villages} />
        </Section>
      )}
      {run.tooSmall.length > 0 && (
        <Section title={t.norms.smallTitle} id="te-klein">
          <TooSmall run={run} types={types} />
        </Section>
      )}
      {hasTimes && run.areas.length > 1 && (
        <Section title={t.norms.areas} id="gebieden">
          <Areas run={run} types={types} />
        </Section>
      )}
    </>
  )
}

/** Positions of the norms that have a time. */
const listTimed = ({ lines }: NormRunAnswer): number[] => lines.flatMap(({ mostMinutes, missing }, at) => (mostMinutes !== undefined && missing === undefined ? [at] : []))

function Villages({ run, types, villages }: NormPlacesProps & { villages: readonly Village[] }) {
  const { t, format } = useLanguage()
  const nameNorm = useNormName({ types })
  const timed = listTimed(run)
  const findBeyond = (village: Village, at: number) => Math.max(0, ...[village, village.base, village.now].map((side) => side?.people?.beyond[at]?.all ?? 0))
  const count = (id: string, header: string, read: (village: Village) => number | null | undefined): TableColumn<Village> => ({ id, header, numeric: true, value: (village) => read(village) ?? undefined, render: (village) => ((read(village) ?? undefined) === undefined ? '–' : format.number(read(village)!)) })
  const failed = ({ meets }: Village) => meets.filter((own) => own === false).length
  const columns: TableColumn<Village>[] = [
    { id: 'name', header: t.norms.village, rowHeader: true, value: ({ name }) => name, render: ({ id, name }) => <SiteLink to={placePath(id)}>{name}</SiteLink> },
    { id: 'failed', header: t.norms.notMet, numeric: true, value: failed, render: (village) => format.number(failed(village)) },
    ...timed.map((at): TableColumn<Village> => ({
      id: `norm-${at}`,
      header: nameNorm(run.lines[at]!),
      numeric: true,
      value: ({ minutes }) => minutes[at] ?? undefined,
      render: ({ minutes, meets }) => (minutes[at] === null || minutes[at] === undefined ? t.norms.unknown : `${t.norms.minutes(format.number(minutes[at], 1))}, ${meets[at] === true ? t.norms.meets : t.norms.fails}`),
    })),
    ...timed.filter((at) => villages.some((village) => findBeyond(village, at) > 0)).flatMap((at) => [
      count(`people-${at}`, `${t.norms.beyond}: ${nameNorm(run.lines[at]!)}`, ({ people }) => people?.beyond[at]?.all),
      count(`children-${at}`, t.norms.children, ({ people }) => people?.beyond[at]?.age0to14),
      ...(run.lines[at]!.base ? [count(`base-${at}`, `${t.norms.beyond}, ${t.norms.beyondBase.toLocaleLowerCase()}`, ({ base }) => base?.people?.beyond[at]?.all)] : []),
      ...(run.lines[at]!.now ? [count(`now-${at}`, `${t.norms.beyond}, ${t.norms.now.toLocaleLowerCase()}`, ({ now }) => now?.people?.beyond[at]?.all)] : []),
    ]),
  ]
  const lost = villages.filter(({ meets, base, now }) => timed.some((at) => meets[at] === false && (base ?? now)?.meets[at] === true))
  const isKnown = ({ minutes }: Village) => timed.every((at) => minutes[at] !== null)
  const good = villages.filter((village) => failed(village) === 0 && isKnown(village)).length
  return (
    <>
      <p className="utrecht-paragraph">{t.norms.villagesResult(format.number(good), format.number(villages.length))}</p>
      {lost.length > 0 && <p className="utrecht-paragraph"><strong>{t.norms.villagesLost(lost.map(({ name }) => name).join(', '), run.lines.some(({ base }) => base !== undefined))}</strong></p>}
      {villages.some(({ sharesArea }) => sharesArea) && <p className="td-note">{t.norms.sharesArea}</p>}
      <DataTable caption={t.norms.villagesCaption} columns={columns} rows={villages} rowKey={({ id }) => id} initialSort={{ column: 'failed', descending: true }} pageSize={20} wholeOnPaper searchable />
    </>
  )
}

function TooSmall({ run, types }: NormPlacesProps) {
  const { t, format } = useLanguage()
  const nameNorm = useNormName({ types })
  const columns: TableColumn<Small>[] = [
    { id: 'name', header: t.reach.facility, rowHeader: true, value: ({ name }) => name },
    { id: 'municipality', header: t.map.municipality, value: ({ municipality }) => municipality?.name, render: ({ municipality }) => (municipality ? <SiteLink to={placePath(municipality.code)}>{municipality.name}</SiteLink> : '–') },
    { id: 'size', header: t.norms.size, numeric: true, value: ({ size }) => size, render: ({ size }) => format.number(size) },
    ...(run.tooSmall.some(({ sizeNow }) => sizeNow !== undefined) ? [{ id: 'sizeNow', header: t.norms.sizeNow, numeric: true, value: ({ sizeNow }: Small) => sizeNow, render: ({ sizeNow }: Small) => (sizeNow === undefined ? '–' : format.number(sizeNow)) }] : []),
    { id: 'norm', header: t.norms.norm, value: ({ line }) => nameNorm(run.lines[line]!) },
  ]
  return <DataTable caption={t.norms.smallCaption} columns={columns} rows={run.tooSmall} rowKey={({ line, id, name }) => `${line}-${id}-${name}`} initialSort={{ column: 'size', descending: false }} pageSize={20} wholeOnPaper searchable />
}

function Areas({ run, types }: NormPlacesProps) {
  const { t, format } = useLanguage()
  const nameNorm = useNormName({ types })
  const columns: TableColumn<Place>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: ({ name }) => name, render: ({ code, name }) => <SiteLink to={placePath(code)}>{name}</SiteLink> },
    { id: 'inhabitants', header: t.norms.inhabitants, numeric: true, value: ({ inhabitants }) => inhabitants, render: ({ inhabitants }) => format.number(inhabitants) },
    ...listTimed(run).flatMap((at): TableColumn<Place>[] => [
      { id: `norm-${at}`, header: nameNorm(run.lines[at]!), numeric: true, value: ({ beyond }) => beyond[at] ?? undefined, render: ({ beyond }) => format.number(beyond[at] ?? 0) },
      ...(run.lines[at]!.base ? [{ id: `base-${at}`, header: t.norms.beyondBase, numeric: true, value: ({ base }: Place) => base?.beyond[at] ?? undefined, render: ({ base }: Place) => format.number(base?.beyond[at] ?? 0) }] : []),
      ...(run.lines[at]!.now ? [{ id: `now-${at}`, header: t.norms.now, numeric: true, value: ({ now }: Place) => now?.beyond[at] ?? undefined, render: ({ now }: Place) => format.number(now?.beyond[at] ?? 0) }] : []),
    ]),
  ]
  const [first] = listTimed(run)
  return <DataTable caption={t.norms.areasCaption} columns={columns} rows={run.areas} rowKey={({ code }) => code} {...(first !== undefined && { initialSort: { column: `norm-${first}`, descending: true } })} pageSize={20} wholeOnPaper searchable />
}
