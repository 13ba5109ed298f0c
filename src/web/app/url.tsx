/** Reading and changing the state in the URL, and links that keep the language. */
import { useNavigate, useParams, useSearch, Link } from '@tanstack/react-router'
import { useCallback, type AnchorHTMLAttributes, type ReactNode } from 'react'
import type { UrlState } from '#web/app/search-state.ts'

export function useUrlState(): UrlState {
  return useSearch({ strict: false }) as UrlState
}

/** The part of the path behind `$name`. */
export function usePathPart(name: string): string | undefined {
  return (useParams({ strict: false }) as Record<string, string | undefined>)[name]
}

/** Changes parameters of the page that is open; undefined takes one away. `replace` leaves no step in the history. */
export function useSetUrlState(): (change: UrlState, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (change, options) =>
      void navigate({
        to: '.',
        search: ((former: UrlState) => ({ ...former, ...change })) as never,
        replace: options?.replace ?? true,
        resetScroll: false,
      }),
    [navigate],
  )
}

/** Goes to another page. */
export function useGoTo(): (path: string, search?: UrlState) => void {
  const navigate = useNavigate()
  return useCallback((path, search = {}) => void navigate({ to: path, search: search as never }), [navigate])
}

interface SiteLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string
  search?: UrlState
  children: ReactNode
}

/** A link leads to the page that is open when the path is the same: /index is another page than /index/eigen. */
const THIS_PAGE = { exact: true, includeSearch: false } as const

/** A link within the site. */
export function SiteLink({ to, search = {}, className = 'utrecht-link utrecht-link--html-a', children, ...rest }: SiteLinkProps) {
  return (
    <Link to={to} search={search as never} className={className} activeOptions={THIS_PAGE} {...rest}>
      {children}
    </Link>
  )
}

/** The address of the page of a place. */
export function placePath(id: string): string {
  return `/plaats/${encodeURIComponent(id)}`
}
