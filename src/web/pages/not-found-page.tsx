import type { ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useGoTo } from '#web/app/url.tsx'
import { Page } from '#web/components/page.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'

/** Says that there is nothing here, and offers the search. */
export function NotFoundPage() {
  const { t } = useLanguage()
  return <NotFound title={t.notFound.title} text={t.notFound.text} />
}

/** `children` are ways out that fit what was not found. */
export function NotFound({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const { t } = useLanguage()
  const goTo = useGoTo()
  return (
    <Page title={title} lead={text}>
      <PlaceSearch id="zoek" label={t.search.label} onChoose={(result) => goTo(placePath(result.id))} />
      <p className="td-actions">
        {children}
        <SiteLink to="/">{t.state.toStart}</SiteLink>
      </p>
    </Page>
  )
}
