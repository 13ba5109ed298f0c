/** The way on: areas one level down, and villages inside. */
import { useState } from 'react'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'

const FIRST = 24

export function PlaceLinks({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const level = place.children[0]?.level
  return (
    <>
      {level !== undefined && (
        <Section title={t.place.children(t.levels[level])} id="gebieden">
          <LinkColumns links={place.children.map(({ code, name }) => ({ id: code, name }))} />
        </Section>
      )}
      {place.villages.length > 0 && (
        <Section title={t.place.villages} id="dorpen">
          <LinkColumns links={place.villages} />
        </Section>
      )}
    </>
  )
}

function LinkColumns({ links }: { links: readonly { id: string; name: string }[] }) {
  const { t } = useLanguage()
  const [all, setAll] = useState(false)
  const shown = all ? links : links.slice(0, FIRST)
  return (
    <>
      <ul className="td-link-columns">
        {shown.map(({ id, name }) => (
          <li key={id}>
            <SiteLink to={placePath(id)}>{name}</SiteLink>
          </li>
        ))}
      </ul>
      {links.length > FIRST && !all && (
        <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => setAll(true)}>
          {t.place.moreChildren(links.length)}
        </button>
      )}
    </>
  )
}
