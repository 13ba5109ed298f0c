/** The heading of a page, and the title in the tab of the browser. */
import { useEffect, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'

interface PageProps {
  title: string
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Stands above the title: where the page is about. */
  above?: ReactNode
  /** The page uses the whole width of the window. */
  wide?: boolean
  children: ReactNode
}

export function Page({ title, lead, above, wide = false, children }: PageProps) {
  usePageTitle(title)
  return (
    <div className={wide ? 'td-page td-page--wide' : 'td-page'}>
      <div className="td-page__head">
        {above}
        <h1 className="utrecht-heading-1">{title}</h1>
        {lead !== undefined && <p className="utrecht-paragraph utrecht-paragraph--lead td-lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}

export function usePageTitle(title: string): void {
  const { t } = useLanguage()
  useEffect(() => {
    document.title = title === t.site.name ? title : `${title} – ${t.site.name}`
  }, [title, t])
}

/** A part of a page with its heading. */
export function Section({ title, id, children, className = '' }: { title: string; id?: string; children: ReactNode; className?: string }) {
  return (
    <section className={`td-section ${className}`} {...(id !== undefined && { id, 'aria-labelledby': `${id}-titel` })}>
      <h2 className="utrecht-heading-2" {...(id !== undefined && { id: `${id}-titel` })}>
        {title}
      </h2>
      {children}
    </section>
  )
}
