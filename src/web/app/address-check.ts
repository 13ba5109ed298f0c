/** What in the address of a page could not be used, so that the page can say so. */
import type { UrlState } from '#web/app/search-state.ts'

/** `text` is the part of the address as it was given. */
export type UnusedPart =
  /** Something else stands in its place. */
  | { readonly kind: 'replaced'; readonly text: string; readonly shown: string }
  | { readonly kind: 'leftOut'; readonly text: string }
  /** The page has no such parameter. */
  | { readonly kind: 'noParameter'; readonly text: string }

/** What the page did with a parameter: took it whatever it says, or not, and then what is shown instead. */
export type ParameterCheck = 'any' | { readonly isTaken: boolean; readonly shown?: string }

/** Parameters of every page, and those that links from elsewhere carry and that are not meant for us. */
const NOT_OF_THE_PAGE = /^(lang|utm_.*|mtm_.*|fbclid|gclid)$/
const LONGEST_VALUE = 60

/** The parts of the address that were not used, in the order of the address. */
export function listUnused(state: UrlState, parameters: Readonly<Record<string, ParameterCheck>>): UnusedPart[] {
  return Object.entries(state).flatMap(([name, value]): UnusedPart[] => {
    if (value === undefined || NOT_OF_THE_PAGE.test(name)) return []
    const check = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    const text = writePart(name, value)
    if (check === undefined) return [{ kind: 'noParameter', text }]
    if (check === 'any' || check.isTaken) return []
    return [check.shown === undefined ? { kind: 'leftOut', text } : { kind: 'replaced', text, shown: check.shown }]
  })
}

/** `niveau=zz`; a long value is cut. */
export function writePart(name: string, value: string): string {
  return `${name.slice(0, LONGEST_VALUE)}=${value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value}`
}
