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
  return (
    <>
      {run.villages && (
        <Section title={t.norms.villages} id="dorpen">
          <Villages run={run} types={types} villages={run.villages} />
        </Section>
      )}
      {run.tooSmall.length > 0 && (
        <Section title={t.norms.smallTitle} id="te-klein">
          <TooSmall run={run} types={types} />
        </Section>
      )}
      {run.areas.length > 1 && (
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
  const failed = ({ meets }: Village) => meets.filter((own) => own === false).length
  const columns: TableColumn<Village>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: ({ name }) => name, render: ({ id, name }) => <SiteLink to={placePath(id)}>{name}</SiteLink> },
    { id: 'failed', header: t.norms.notMet, numeric: true, value: failed, render: (village) => format.number(failed(village)) },
    ...timed.map((at): TableColumn<Village> => ({
      id: `norm-${at}`,
      header: nameNorm(run.lines[at]!),
      numeric: true,
      value: ({ minutes }) => minutes[at] ?? undefined,
      render: ({ minutes, meets }) => (minutes[at] === null || minutes[at] === undefined ? t.norms.unknown : `${t.norms.minutes(format.number(minutes[at], 1))}, ${meets[at] === true ? t.norms.meets : t.norms.fails}`),
    })),
  ]
  const isKnown = ({ minutes }: Village) => timed.every((at) => minutes[at] !== null)
  const good = villages.filter((village) => failed(village) === 0 && isKnown(village)).length
  return (
    <>
      <p className="utrecht-paragraph">{t.norms.villagesResult(format.number(good), format.number(villages.length))}</p>
      <DataTable caption={t.norms.villagesCaption} columns={columns} rows={villages} rowKey={({ id }) => id} initialSort={{ column: 'failed', descending: true }} pageSize={20} searchable />
    </>
  )
}

function TooSmall({ run, types }: NormPlacesProps) {
  const { t, format } = useLanguage()
  const nameNorm = useNormName({ types })
  const columns: TableColumn<Small>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: ({ name }) => name },
    { id: 'municipality', header: t.map.municipality, value: ({ municipality }) => municipality?.name, render: ({ municipality }) => (municipality ? <SiteLink to={placePath(municipality.code)}>{municipality.name}</SiteLink> : '–') },
    { id: 'size', header: t.norms.size, numeric: true, value: ({ size }) => size, render: ({ size }) => format.number(size) },
    { id: 'norm', header: t.norms.norm, value: ({ line }) => nameNorm(run.lines[line]!) },
  ]
  return <DataTable caption={t.norms.smallCaption} columns={columns} rows={run.tooSmall} rowKey={({ line, id, name }) => `${line}-${id}-${name}`} initialSort={{ column: 'size', descending: false }} pageSize={20} searchable />
}

function Areas({ run, types }: NormPlacesProps) {
  const { t, format } = useLanguage()
  const nameNorm = useNormName({ types })
  const columns: TableColumn<Place>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: ({ name }) => name, render: ({ code, name }) => <SiteLink to={placePath(code)}>{name}</SiteLink> },
    { id: 'inhabitants', header: t.norms.inhabitants, numeric: true, value: ({ inhabitants }) => inhabitants, render: ({ inhabitants }) => format.number(inhabitants) },
    ...listTimed(run).map((at): TableColumn<Place> => ({ id: `norm-${at}`, header: nameNorm(run.lines[at]!), numeric: true, value: ({ beyond }) => beyond[at] ?? undefined, render: ({ beyond }) => format.number(beyond[at] ?? 0) })),
  ]
  const [first] = listTimed(run)
  return <DataTable caption={t.norms.areasCaption} columns={columns} rows={run.areas} rowKey={({ code }) => code} {...(first !== undefined && { initialSort: { column: `norm-${first}`, descending: true } })} pageSize={20} searchable />
}
