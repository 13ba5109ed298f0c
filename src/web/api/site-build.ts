/** Whether the server runs another build than this page is of: then the page may ask what is no longer there. */
const BUILD_HEADER = 'topdorp-build'

let isOld = false
let checking: Promise<void> | undefined
const listeners = new Set<() => void>()

const readOwnBuild = (): string | undefined => document.querySelector<HTMLMetaElement>(`meta[name="${BUILD_HEADER}"]`)?.content

/** Looks at an answer of the API. What a browser kept may carry the name of a former build, so the server itself is asked before anything is said. */
export function compareBuild({ headers }: Response): void {
  const theirs = headers.get(BUILD_HEADER)
  if (theirs === null || isOld || checking !== undefined) return
  const own = readOwnBuild()
  if (own !== undefined && theirs !== own) checking = askServer(own).finally(() => (checking = undefined))
}

async function askServer(own: string): Promise<void> {
  const answer = await fetch('/v1/status', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  const theirs = answer?.headers.get(BUILD_HEADER)
  if (!theirs || theirs === own) return
  isOld = true
  for (const listener of listeners) listener()
}

/** For `useSyncExternalStore`. */
export const pageAge = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  isOld: (): boolean => isOld,
}
