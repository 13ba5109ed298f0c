/** The state of a page as it stands in the URL: plain text parameters, readable and easy to share. */

export type UrlState = Record<string, string | undefined>

/** Reads `?a=b&c=d`; empty parameters are left out. */
export function parseUrlState(text: string): UrlState {
  const state: UrlState = {}
  for (const [name, value] of new URLSearchParams(text)) if (value !== '') state[name] = value
  return state
}

/** Writes `?a=b&c=d`, with commas and colons as they are; undefined and empty are left out. */
export function writeUrlState(state: UrlState): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(state)) if (value !== undefined && value !== '') parameters.set(name, String(value))
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

/** The values of a comma-separated parameter, each once. */
export function readList(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== ''))]
}

/** A whole year from a parameter, undefined for anything else. */
export function readYear(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{4}$/.test(text) ? Number(text) : undefined
}
