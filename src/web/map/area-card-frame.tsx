/** What the card beside every map has in common: the area that is pointed at or chosen, its figure, and where to go from it. */
import type { ReactNode } from 'react'

interface AreaCardFrameProps {
  name: string
  /** What kind of area it is and where it lies; left out where that is nothing. */
  about?: ReactNode
  figure?: ReactNode
  links?: ReactNode
  /** What else there is to say, between figure and links. */
  children?: ReactNode
  /** The area was clicked on: the card is read out when it changes. */
  isChosen?: boolean
  className?: string
}

export function AreaCardFrame({ name, about, figure, links, children, isChosen = false, className = '' }: AreaCardFrameProps) {
  return (
    <div className={`td-area-card${className && ` ${className}`}`} {...(isChosen && { role: 'status' })}>
      <p className="td-area-card__name">
        {name}
        {about && <span className="td-area-card__level">{about}</span>}
      </p>
      {figure && <p className="td-area-card__figure">{figure}</p>}
      {children}
      {links && <p className="td-area-card__links">{links}</p>}
    </div>
  )
}

/** In its place while no area is pointed at. */
export function EmptyAreaCard({ hint, className = '' }: { hint: string; className?: string }) {
  return <p className={`td-area-card${className && ` ${className}`} td-area-card--empty`}>{hint}</p>
}
