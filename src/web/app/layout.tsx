/** What every page has around it: skip link, header with search, fictional banner, footer. */
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { LanguageProvider, useLanguage } from '#web/app/language.tsx'
import { SiteFooter } from '#web/app/site-footer.tsx'
import { SiteHeader } from '#web/app/site-header.tsx'
import { useUrlState } from '#web/app/url.tsx'
import { FictionalBanner } from '#web/components/fictional-banner.tsx'
import { NewVersion } from '#web/components/new-version.tsx'

export function Layout() {
  const { lang } = useUrlState()
  return (
    <LanguageProvider language={lang === 'en' ? 'en' : 'nl'}>
      <Frame />
    </LanguageProvider>
  )
}

function Frame() {
  const { t } = useLanguage()
  const main = useRef<HTMLElement>(null)
  useFocusOnNewPage(main)
  return (
    <div className="utrecht-page-layout td-frame">
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        {t.site.skip}
      </a>
      <SiteHeader />
      <FictionalBanner />
      <NewVersion />
      <main id="inhoud" ref={main} tabIndex={-1} className="td-main">
        <Outlet />
      </main>
      <SiteFooter />
    </div>
  )
}

/** A screen reader must notice that another page came: focus goes to the content, but not at the first load or at a change of state. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: (location) => location.pathname })
  const former = useRef(path)
  useEffect(() => {
    if (former.current === path) return
    former.current = path
    main.current?.focus({ preventScroll: true })
  }, [path, main])
}
