/** How the replay server misbehaves: every way in which a service on the internet has been seen to go wrong, on demand. */

/** Takes the place of the answer. */
type Instead =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** A page for people, with status 200, where data was asked. */
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  | { readonly kind: 'redirect-loop' }
  /** The connection is reset before any answer. */
  | { readonly kind: 'reset' }
  /** The request is taken and never answered. */
  | { readonly kind: 'no-answer' }

/** The right answer, sent wrongly. */
type Delivery =
  /** Content-Length of the whole, then the connection is dropped. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** All of it, chunked, without a length. */
  | { readonly kind: 'chunked' }
  /** Chunked, without a length, and dropped before the last chunk. */
  | { readonly kind: 'cut-chunked'; readonly afterBytes: number }
  /** The first bytes only, with the length that goes with them: all looks well to HTTP. */
  | { readonly kind: 'unfinished'; readonly bytes: number }
  | { readonly kind: 'stall'; readonly afterBytes: number }
  | { readonly kind: 'slow'; readonly bytesPerChunk: number; readonly everyMilliseconds: number }
  /** All bytes, under a Content-Length that is not theirs. */
  | { readonly kind: 'wrong-length'; readonly contentLength: number }

/** A different answer, sent well. These come on top of one another and of the faults above. */
type Change =
  | { readonly kind: 'rename-column'; readonly from: string; readonly to: string }
  | { readonly kind: 'change-type'; readonly column: string; readonly change: (value: unknown) => unknown }
  /** Any other change of the text of an answer. */
  | { readonly kind: 'change-text'; readonly change: (text: string) => string }
  /** The next link leads to the same page, round in a circle, or to ever new pages with the same rows. */
  | { readonly kind: 'endless'; readonly how: 'same-page' | 'circle' | 'new-pages' }
  /** No ETag and no Last-Modified, as a service that makes each answer afresh. */
  | { readonly kind: 'no-validators' }
  /** Range is not understood: always the whole. */
  | { readonly kind: 'no-ranges' }
  /** A range is answered with no more than so many bytes at a time, as some networks for large files do. */
  | { readonly kind: 'short-ranges'; readonly bytes: number }
  /** A new version of the same content: other ETag, later Last-Modified. */
  | { readonly kind: 'new-version' }

export type Fault = Instead | Delivery | Change

const CHANGES = ['rename-column', 'change-type', 'change-text', 'endless', 'no-validators', 'no-ranges', 'short-ranges', 'new-version']

function isChange(fault: Fault): fault is Change {
  return CHANGES.includes(fault.kind)
}

interface ScriptedFault {
  readonly where: string | RegExp
  readonly fault: Fault
  timesLeft: number
}

/** What goes wrong with one request. */
export interface Misbehaviour {
  readonly instead?: Instead
  readonly delivery?: Delivery
  readonly changes: readonly Change[]
}

export interface FaultScript {
  /**
   * Lets requests go wrong: those whose path is `where`, or whose path and decoded query match it.
   * The first `times` of them; always when left out. At most one fault that is not a change hits a request, in the order added.
   */
  add(where: string | RegExp, fault: Fault, times?: number): void
  clear(): void
  /** Takes what must happen to this request off the script. */
  take(url: URL): Misbehaviour
}

export function createFaultScript(): FaultScript {
  let script: ScriptedFault[] = []
  const matches = (where: string | RegExp, url: URL): boolean =>
    typeof where === 'string' ? url.pathname === where : where.test(decodeURIComponent(url.pathname + url.search))
  return {
    add: (where, fault, times = Infinity) => void script.push({ where, fault, timesLeft: times }),
    clear: () => void (script = []),
    take(url) {
      const here = script.filter((scripted) => scripted.timesLeft > 0 && matches(scripted.where, url))
      const changes = here.filter((scripted) => isChange(scripted.fault))
      const other = here.find((scripted) => !isChange(scripted.fault))
      for (const scripted of changes) scripted.timesLeft--
      if (other !== undefined) other.timesLeft--
      return { ...splitFault(other?.fault), changes: changes.map((scripted) => scripted.fault as Change) }
    },
  }
}

function splitFault(fault: Fault | undefined): Pick<Misbehaviour, 'instead' | 'delivery'> {
  if (fault === undefined || isChange(fault)) return {}
  switch (fault.kind) {
    case 'cut':
    case 'chunked':
    case 'cut-chunked':
    case 'unfinished':
    case 'stall':
    case 'slow':
    case 'wrong-length':
      return { delivery: fault }
    default:
      return { instead: fault }
  }
}
