/** The tables of a plan: what happens to every site and why, and how far everybody travels. */
import type { SiteOutcome, SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { SITING_TRAITS } from '#domain/siting-traits.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

const PLACES_A_PAGE = 25

/** Sites that do not simply stay go first, then by village. */
const ORDER: readonly SiteOutcome['fate'][] = ['new', 'mobile', 'moves', 'merges', 'closes', 'keeps']

export function SiteList({ run, outcome, onDemand }: { run: SitingRunAnswer; outcome: SitingOutcome; onDemand: (id: string, demand: 'open' | 'closed' | 'free') => void }) {
  const { t, pick } = useLanguage()
  const { forced, forbidden } = run.document
  const collator = new Intl.Collator('nl')
  const sorted = outcome.sites.toSorted((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate) || collator.compare(run.sites[a.site]!.village, run.sites[b.site]!.village))
  return (
    <ul className="td-siting__sites">
      {sorted.map(({ site, fate, sentence }) => {
        const { id, name, village, facilities } = run.sites[site]!
        const ids = [id, ...facilities.map((own) => own.id)]
        const demand = forced.some((own) => ids.includes(own)) ? 'open' : forbidden.some((own) => ids.includes(own)) ? 'closed' : 'free'
        return (
          <li key={id} className={`td-siting__site td-siting__site--${fate}`}>
            <h3 className="utrecht-heading-4">
              {village} <span className="td-siting__fate">{t.siting.fates[fateShown(fate, run)]}</span>
            </h3>
            <p className="utrecht-paragraph">{pick(sentence)}</p>
            {facilities.length > 1 && <p className="td-note">{facilities.map((own) => own.name).join(', ')}</p>}
            <label className="td-siting__demand">
              <span className="td-visually-hidden">{t.siting.demandFor(name)}</span>
              <select className="utrecht-select utrecht-select--html-select" value={demand} onChange={(event) => onDemand(id, event.target.value as 'open' | 'closed' | 'free')}>
                <option value="free">{t.siting.free}</option>
                <option value="open">{t.siting.demandOpen}</option>
                <option value="closed">{t.siting.demandClosed}</option>
              </select>
            </label>
          </li>
        )
      })}
    </ul>
  )
}

/** Stations do not go on as one. */
const fateShown = (fate: SiteOutcome['fate'], { document }: SitingRunAnswer): SiteOutcome['fate'] => (fate === 'merges' && !SITING_TRAITS[document.facilityType].canMerge ? 'closes' : fate)

export function SiteTable({ run, outcome, title }: { run: SitingRunAnswer; outcome: SitingOutcome; title: string }) {
  const { t, format } = useLanguage()
  const names = t.siting.columns
  const { size } = SITING_TRAITS[run.document.facilityType]
  const sizeOf = ({ site }: SiteOutcome): number | undefined => {
    const sizes = run.sites[site]!.facilities.flatMap((own) => own.size ?? [])
    return sizes.length === 0 ? undefined : sizes.reduce((sum, own) => sum + own, 0)
  }
  const number = (id: string, header: string, value: (own: SiteOutcome) => number | undefined, decimals: number): TableColumn<SiteOutcome> => ({
    id, header, value, numeric: true, render: (own) => (value(own) === undefined ? '–' : format.number(value(own)!, decimals)),
  })
  const columns: readonly TableColumn<SiteOutcome>[] = [
    { id: 'site', header: names.site, value: ({ site }) => run.sites[site]!.name, rowHeader: true },
    { id: 'village', header: names.village, value: ({ site }) => run.sites[site]!.village },
    { id: 'fate', header: names.fate, value: ({ fate }) => t.siting.fates[fateShown(fate, run)], render: ({ fate, stop }) => (stop === undefined ? t.siting.fates[fateShown(fate, run)] : `${t.siting.fates[fate]} (${t.siting.days(format.number(stop.daysPerWeek, Number.isInteger(stop.daysPerWeek) ? 0 : 1))})`) },
    ...(size === undefined ? [] : [number('size', names[size], sizeOf, 0)]),
    number('peopleToday', names.peopleToday, ({ peopleToday }) => peopleToday, 0),
    number('people', names.people, ({ people }) => people, 0),
    number('minutesToday', names.minutesToday, ({ minutesToday }) => minutesToday ?? undefined, 1),
    number('minutes', names.minutes, ({ minutes }) => minutes ?? undefined, 1),
  ]
  return <DataTable caption={t.siting.sitesTable(title)} columns={columns} rows={outcome.sites} rowKey={({ site }) => String(site)} initialSort={{ column: 'village', descending: false }} />
}

interface PlaceRow {
  readonly code: string
  readonly name: string
  readonly municipality: string
  readonly isInside: boolean
  readonly people: number
  readonly before: number | undefined
  readonly after: number | undefined
  readonly goesTo: string
}

function listPlaceRows({ places, sites, today }: SitingRunAnswer, outcome: SitingOutcome, sayStop: (village: string, days: number) => string): PlaceRow[] {
  const daysAt = new Map(outcome.sites.map(({ site, stop }) => [site, stop?.daysPerWeek]))
  const nameSite = (site: number): string => {
    const [{ name, village }, days] = [sites[site]!, daysAt.get(site)]
    return days === undefined ? `${name} (${village})` : sayStop(village, days)
  }
  const [before, after] = [today, outcome].map(({ trips }) => Map.groupBy(trips, ({ place }) => place))
  return places.map((place, at) => {
    const ways = after!.get(at) ?? []
    const mean = (own: SitingOutcome['trips'] | undefined) => (own === undefined ? undefined : own.reduce((sum, { people, minutes }) => sum + people * minutes, 0) / own.reduce((sum, { people }) => sum + people, 0))
    return { ...place, before: mean(before!.get(at)), after: mean(after!.get(at)), goesTo: ways.map(({ site }) => nameSite(site)).join(', ') }
  })
}

export function PlaceTable({ run, outcome, title }: { run: SitingRunAnswer; outcome: SitingOutcome; title: string }) {
  const { t, format } = useLanguage()
  const names = t.siting.columns
  const minutes = (value: number | undefined) => (value === undefined ? '–' : format.number(value, 1))
  const change = ({ before, after }: PlaceRow) => (before === undefined || after === undefined ? undefined : Math.round(10 * (after - before)) / 10)
  const columns: readonly TableColumn<PlaceRow>[] = [
    { id: 'place', header: names.place, value: ({ name }) => name, rowHeader: true, render: ({ code, name, isInside }) => <><SiteLink to={placePath(code)}>{name}</SiteLink>{!isInside && ` (${t.siting.outsideArea})`}</> },
    { id: 'municipality', header: names.municipality, value: ({ municipality }) => municipality },
    { id: 'people', header: capitalise(t.siting.peopleWords[run.document.people]), value: ({ people }) => people, numeric: true, render: ({ people }) => format.number(people) },
    { id: 'before', header: names.minutesToday, value: ({ before }) => before, numeric: true, render: ({ before }) => minutes(before) },
    { id: 'after', header: names.minutes, value: ({ after }) => after, numeric: true, render: ({ after }) => minutes(after) },
    { id: 'change', header: names.change, value: change, numeric: true, render: (row) => (change(row) === undefined ? '–' : format.signed(change(row)!, 1)) },
    { id: 'goesTo', header: names.goesTo, value: ({ goesTo }) => goesTo },
  ]
  return <DataTable caption={t.siting.placesTable(title)} columns={columns} rows={listPlaceRows(run, outcome, (village, days) => t.siting.stopIn(village, format.number(days, Number.isInteger(days) ? 0 : 1)))} rowKey={({ code }) => code} initialSort={{ column: 'change', descending: true }} pageSize={PLACES_A_PAGE} wholeOnPaper searchable />
}

const capitalise = (text: string): string => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`
