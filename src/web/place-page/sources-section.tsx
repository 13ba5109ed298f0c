/** The sources of all figures on the page of a place. */
import { useQuery } from '@tanstack/react-query'
import { describeLicence } from '#domain/licence.ts'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { sourcesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'

export function SourcesSection({ place }: { place: PlaceAnswer }) {
  const { t, format, pick } = useLanguage()
  const sources = useQuery(sourcesQuery())
  const used = new Set(place.figures.flatMap((figure) => figure.sources))
  return (
    <Section title={t.place.sourcesTitle} id="bronnen">
      <p className="utrecht-paragraph">{t.place.sourcesText}</p>
      <Answer query={sources}>
        {(answer) => (
          <ul className="utrecht-unordered-list td-list">
            {answer.sources
              .filter(({ resource }) => used.has(resource))
              .map((source) => (
                <li key={source.resource} className="utrecht-unordered-list__item">
                  {source.publisher}, {pick(source.title)}. {pick(describeLicence(source.licence))}, {t.figure.retrieved} {format.date(source.retrievedAt)}.
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <p>
        <SiteLink to="/bronnen">{t.report.sourcesTitle}</SiteLink>
      </p>
    </Section>
  )
}
