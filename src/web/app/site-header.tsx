/** Name, main menu, search and language. */
import { useLocation } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { MenuGroup } from '#web/app/menu-group.tsx'
import { MENU } from '#web/app/site-menu.ts'
import { SiteLink, useGoTo, useUrlState, placePath } from '#web/app/url.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { useEscape } from '#web/components/use-escape.ts'

export function SiteHeader() {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const path = useLocation({ select: (location) => location.pathname })
  const goTo = useGoTo()
  const menuButton = useRef<HTMLButtonElement>(null)
  const closeMenu = (): void => {
    setOpen(false)
    menuButton.current?.focus()
  }
  useEscape(open ? closeMenu : undefined)
  return (
    <header className="td-header">
      <div className="td-header__bar">
        <SiteLink to="/" className="td-brand" aria-label={`${t.site.name}, ${t.nav.home}`}>
          <BrandMark />
          <span className="td-brand__name">{t.site.name}</span>
        </SiteLink>
        <button ref={menuButton} type="button" className="td-header__menu" aria-expanded={open} aria-controls="hoofdmenu" onClick={() => setOpen(!open)}>
          {t.site.menu}
        </button>
        <nav id="hoofdmenu" aria-label={t.site.mainNavigation} className={open ? 'td-nav td-nav--open' : 'td-nav'}>
          <ul>
            {MENU.map((group) => (
              <MenuGroup key={group.name} group={group} onFollow={() => setOpen(false)} />
            ))}
          </ul>
        </nav>
        {path !== '/' && (
          <div className="td-header__search">
            <PlaceSearch id="kop-zoek" label={t.search.shortLabel} compact onChoose={(result) => goTo(placePath(result.id))} />
          </div>
        )}
        <LanguageSwitch />
      </div>
    </header>
  )
}

function LanguageSwitch() {
  const { t, language } = useLanguage()
  const state = useUrlState()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <SiteLink
      to="."
      search={{ ...state, lang: other }}
      className="td-header__language"
      lang={other}
      hrefLang={other}
      aria-label={t.site.otherLanguageLabel}
    >
      {t.site.otherLanguage}
    </SiteLink>
  )
}

function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M3 27V14l8-7 8 7v13z" fill="currentColor" />
      <path d="M18.500 27V9.500L24 2l5.500 7.500V27z" className="td-brand__tower" />
    </svg>
  )
}
