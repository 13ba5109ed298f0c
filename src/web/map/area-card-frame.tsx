/** What the card beside every map has in common: the area that is pointed at or chosen, its figure, and where to go from it. */
import { useRef, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { useEscape } from '#web/components/use-escape.ts'

interface AreaCardFrameProps {
  /** What the address has where this area is chosen. */
  code: string
  /** The part of the address that holds the chosen area. */
  parameter?: 'gebied' | 'regio'
  name: string
  /** What kind of area it is and where it lies; left out where that is nothing. */
  about?: ReactNode
  figure?: ReactNode
  links?: ReactNode
  /** What else there is to say, between figure and links. */
  children?: ReactNode
  className?: string
}

/** The card of a chosen area is read out when it changes, and closes by its button or Escape: then the focus goes to the map. */
export function AreaCardFrame({ code, parameter = 'gebied', name, about, figure, links, children, className = '' }: AreaCardFrameProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const chosen = useUrlState()[parameter]
  const card = useRef<HTMLDivElement>(null)
  const close = (): void => {
    const map = document.querySelector<HTMLElement>('main .td-map__canvas canvas')
    if (card.current?.contains(document.activeElement)) map?.focus()
    setState({ [parameter]: undefined })
  }
  useEscape(chosen === undefined ? undefined : close)
  const isChosen = chosen === code
  return (
    <div ref={card} className={`td-area-card${className && ` ${className}`}${isChosen ? ' td-area-card--chosen' : ''}`} {...(isChosen && { role: 'status' })}>
      <p className="td-area-card__name">
        {name}
        {about && <span className="td-area-card__level">{about}</span>}
      </p>
      {figure && <p className="td-area-card__figure">{figure}</p>}
      {children}
      {links && <p className="td-area-card__links">{links}</p>}
      {isChosen && (
        <button type="button" className="td-icon-button td-area-card__close" aria-label={t.map.closeCard(name)} onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  )
}

/** In its place while no area is pointed at. */
export function EmptyAreaCard({ hint, className = '' }: { hint: string; className?: string }) {
  return <p className={`td-area-card${className && ` ${className}`} td-area-card--empty`}>{hint}</p>
}
