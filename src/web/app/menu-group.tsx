/** One group of the main menu: a button that opens its links. Escape and going elsewhere close it. */
import { useLocation } from '@tanstack/react-router'
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import type { MenuGroup as Group } from '#web/app/site-menu.ts'
import { SiteLink } from '#web/app/url.tsx'

export function MenuGroup({ group, onFollow }: { group: Group; onFollow: () => void }) {
  const { t } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const path = useLocation({ select: (location) => location.pathname })
  const holdsPage = group.links.some(([to]) => to === path)
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    event.preventDefault()
    setOpen(false)
    button.current?.focus()
  }
  const closeOnLeave = (event: FocusEvent<HTMLLIElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  const follow = () => {
    setOpen(false)
    onFollow()
  }
  return (
    <li className="td-nav__group" onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <button
        ref={button}
        type="button"
        className={holdsPage ? 'td-nav__link td-nav__link--holds-page' : 'td-nav__link'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t.menu[group.name]}
        <svg viewBox="0 0 12 8" width="12" height="8" aria-hidden="true" focusable="false" className="td-nav__mark">
          <path d="M1 1.500 6 6.500 11 1.500" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
      <ul id={id} className={open ? 'td-nav__list td-nav__list--open' : 'td-nav__list'}>
        {group.links.map(([to, text]) => (
          <li key={to}>
            <SiteLink to={to} className="td-nav__item" onClick={follow} {...(path === to && { 'aria-current': 'page' as const })}>
              {t.nav[text]}
            </SiteLink>
          </li>
        ))}
      </ul>
    </li>
  )
}
