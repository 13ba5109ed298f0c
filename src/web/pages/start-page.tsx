/** The way in: one big search, three other ways, and what data there are. */
import { useQuery } from '@tanstack/react-query'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import { statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useGoTo } from '#web/app/url.tsx'
import { usePageTitle } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'

export function StartPage() {
  const { t } = useLanguage()
  const goTo = useGoTo()
  usePageTitle(t.site.name)
  const status = useQuery(statusQuery())
  return (
    <>
      <div className="td-hero">
        <div className="td-hero__inner">
          <h1 className="utrecht-heading-1 td-hero__title">{t.start.title}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead td-hero__lead">{t.start.lead}</p>
          <PlaceSearch id="zoek" label={t.search.label} onChoose={(result) => goTo(placePath(result.id))} />
        </div>
        <HeroSkyline />
      </div>
      <div className="td-page">
        <h2 className="td-visually-hidden">{t.start.entries}</h2>
        <ul className="td-cards">
          <EntryCard to="/kaart" title={t.start.mapTitle} text={t.start.mapText} link={t.start.mapLink} />
          <EntryCard to="/vergelijk" title={t.start.compareTitle} text={t.start.compareText} link={t.start.compareLink} />
          <EntryCard to="/eigen-dorp" title={t.start.ownTitle} text={t.start.ownText} link={t.start.ownLink} />
        </ul>
        <section className="td-section" aria-labelledby="inhoud-cijfers">
          <h2 className="utrecht-heading-2" id="inhoud-cijfers">
            {t.start.trustTitle}
          </h2>
          <Answer query={status}>{(data) => <StatusLine status={data} />}</Answer>
        </section>
      </div>
    </>
  )
}

function EntryCard({ to, title, text, link }: { to: string; title: string; text: string; link: string }) {
  return (
    <li className="td-card">
      <h3 className="utrecht-heading-3 td-card__title">{title}</h3>
      <p>{text}</p>
      <SiteLink to={to} className="utrecht-link utrecht-link--html-a td-card__link">
        {link}
      </SiteLink>
    </li>
  )
}

function StatusLine({ status }: { status: StatusAnswer }) {
  const { t, format, pick } = useLanguage()
  const areas = status.levels.reduce((sum, level) => sum + level.areas, 0)
  const facts = [
    [format.number(areas), t.start.statusAreas],
    [format.number(status.places), t.start.statusPlaces],
    [format.number(status.indicators), t.start.statusIndicators],
    [status.years.length > 1 ? `${status.years[0]}–${status.years.at(-1)}` : String(status.years[0] ?? ''), t.start.statusYears],
  ] as const
  return (
    <>
      <dl className="td-facts">
        {facts.map(([value, name]) => (
          <div key={name} className="td-facts__item">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="utrecht-paragraph">
        {t.start.statusLine(pick(status.packageTitle), format.date(status.importedAt))}{' '}
        <SiteLink to="/importverslag">{t.start.reportLink}</SiteLink>.
      </p>
    </>
  )
}

/** A line of roofs along the bottom of the hero; decoration. */
function HeroSkyline() {
  return (
    <svg className="td-hero__skyline" viewBox="0 0 1200 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
      <path
        className="td-hero__far"
        d="M0 120V92h70l26-22 26 22h60V80l24-18 24 18v12h90V74l20-14 20 14v18h130l30-24 30 24h70V66l12-34 12 34v26h120l26-20 26 20h84V78l22-16 22 16v14h96l28-22 28 22h134v28z"
      />
      <path
        className="td-hero__near"
        d="M0 120v-10h140V92l30-22 30 22v18h60V84l26-20 26 20v26h190V90l34-26 34 26v20h46V50l16-44 16 44v60h60V88l30-22 30 22v22h180V92l26-20 26 20v18h66V86l28-20 28 20v24h108v10z"
      />
    </svg>
  )
}
