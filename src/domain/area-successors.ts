/** What became of a municipality that is no more, and which ones went into one that is there. */
import type { AreaCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'

/** The municipalities that a municipality became, itself where it lives on; several where it was divided. */
export function listSuccessors(changes: readonly BoundaryChange[], code: AreaCode): readonly AreaCode[] {
  return follow(code, (current) => changes.filter(({ kind, from, to }) => kind === 'dissolved' && from === current && to !== current).map(({ to }) => to), true)
}

/** The municipality and all that it was made of, or got land from, however long ago. */
export function listPredecessors(changes: readonly BoundaryChange[], code: AreaCode): readonly AreaCode[] {
  return follow(code, (current) => changes.filter(({ from, to }) => to === current && from !== current).map(({ from }) => from), false)
}

/** Everything that can be reached step by step; with `endsOnly` only where the way ends. */
function follow(start: AreaCode, getNext: (code: AreaCode) => readonly AreaCode[], endsOnly: boolean): AreaCode[] {
  const seen = new Set([start])
  const ends: AreaCode[] = []
  for (const code of seen) {
    const next = getNext(code)
    if (next.length === 0) ends.push(code)
    for (const one of next) seen.add(one)
  }
  return endsOnly ? ends : [...seen]
}
