/** How regions were made, and the wijken that went where the model did not put them. */
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'

export function RegionNotes({ answer }: { answer: DailyRegionsAnswer }) {
  const { t } = useLanguage()
  const { units, flows, without, merge, notAsked } = t.regions.steps
  return (
    <Section title={t.regions.how} id="uitleg">
      <ul className="utrecht-unordered-list td-list">
        {[units, answer.destinations.length === 3 ? flows : without, merge, notAsked].map((text) => (
          <li key={text} className="utrecht-unordered-list__item">
            {text}
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph"><SiteLink to="/methode/leefregios">{t.methods.toRegions}</SiteLink></p>
      <Named title={t.regions.moved(answer.moved.length)} areas={answer.moved} />
      <Named title={t.regions.joined(answer.joined.length)} areas={answer.joined} />
      <Named title={t.regions.followed(answer.followed.length)} areas={answer.followed.map(({ area }) => area)} />
    </Section>
  )
}

function Named({ title, areas }: { title: string; areas: readonly { readonly code: string; readonly name: string }[] }) {
  if (areas.length === 0) return null
  return (
    <details className="td-details">
      <summary>{title}</summary>
      <ul className="utrecht-unordered-list td-list">
        {areas.map(({ code, name }) => (
          <li key={code} className="utrecht-unordered-list__item">
            <SiteLink to={placePath(code)}>{name}</SiteLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
