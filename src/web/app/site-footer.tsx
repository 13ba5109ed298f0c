/** Where the figures come from and the pages about the site itself. */
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'

export function SiteFooter() {
  const { t, format, pick } = useLanguage()
  const status = useQuery(statusQuery()).data
  const links = [
    ['/over', t.nav.about],
    ['/bronnen', t.nav.sources],
    ['/importverslag', t.nav.report],
    ['/begrippen', t.nav.glossary],
    ['/toegankelijkheid', t.nav.accessibility],
    ['/privacy', t.nav.privacy],
  ] as const
  return (
    <footer className="td-footer">
      <div className="td-footer__inner">
        <nav aria-label={t.site.footerNavigation}>
          <ul className="td-footer__links">
            {links.map(([to, text]) => (
              <li key={to}>
                <SiteLink to={to}>{text}</SiteLink>
              </li>
            ))}
            <li>
              <a className="utrecht-link utrecht-link--html-a" href="/v1/openapi.json">
                {t.site.api}
              </a>
            </li>
          </ul>
        </nav>
        <p className="td-footer__text">
          {status && (
            <>
              {t.start.statusLine(pick(status.packageTitle), format.date(status.importedAt))}{' '}
            </>
          )}
          {t.site.footer}
        </p>
        <p className="td-print-only">
          {t.site.print} {location.href}
        </p>
      </div>
    </footer>
  )
}
