/** Which scenarios are one's own, with the secrets to change them: in this browser only. */
import { useSyncExternalStore } from 'react'
import { parseOwn, type OwnScenario } from '#web/scenarios-page/parse-own.ts'

const KEY = 'topdorp.scenarios'
const MOST_OWN = 100
const listeners = new Set<() => void>()
let known: { readonly text: string; readonly list: readonly OwnScenario[] } = { text: '', list: [] }

/** A scenario with its version, as it stands in an address. */
export const referTo = ({ id, version }: Pick<OwnScenario, 'id' | 'version'>): string => `${id}.${version}`

/** What cannot be read is no scenario; a browser without storage has none. */
function readOwn(): readonly OwnScenario[] {
  let text = ''
  try {
    text = localStorage.getItem(KEY) ?? ''
  } catch {
    return known.list
  }
  if (text !== known.text) known = { text, list: parseOwn(text) }
  return known.list
}

/** False where the browser keeps nothing: then the secret is only on the screen. */
export function putOwn(scenario: OwnScenario): boolean {
  return write([scenario, ...readOwn().filter(({ id }) => id !== scenario.id)].slice(0, MOST_OWN))
}

export function dropOwn(id: string): boolean {
  return write(readOwn().filter((own) => own.id !== id))
}

function write(list: readonly OwnScenario[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    return false
  }
  for (const listener of listeners) listener()
  return true
}

export function useOwnScenarios(): readonly OwnScenario[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  }, readOwn)
}
