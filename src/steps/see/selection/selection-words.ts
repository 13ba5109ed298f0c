/** Verdicts and comparisons in words. */
import type { COMPARISONS } from '#domain/selection-document.ts'
import type { Closeness } from '#domain/threshold.ts'
import type { Words } from '#domain/words.ts'

type Comparison = (typeof COMPARISONS)[number]
interface Phrases {
  readonly nl: (amount: string) => string
  readonly en: (amount: string) => string
}

export const VERDICT_WORDS: Readonly<Record<'yes' | 'no' | 'unknown', Words>> = {
  yes: { nl: 'wel', en: 'yes' },
  no: { nl: 'niet', en: 'no' },
  unknown: { nl: 'onbekend', en: 'unknown' },
}

export const COMPARISON_WORDS: Readonly<Record<Comparison, Phrases>> = {
  below: { nl: (amount) => `minder dan ${amount}`, en: (amount) => `less than ${amount}` },
  atMost: { nl: (amount) => `hooguit ${amount}`, en: (amount) => `at most ${amount}` },
  atLeast: { nl: (amount) => `minstens ${amount}`, en: (amount) => `at least ${amount}` },
  above: { nl: (amount) => `meer dan ${amount}`, en: (amount) => `more than ${amount}` },
}

/** Of one criterion. */
export const SIDE_WORDS: Readonly<Record<'met' | 'notMet' | 'unknown', Words>> = {
  met: { nl: 'voldoet', en: 'met' },
  notMet: { nl: 'voldoet niet', en: 'not met' },
  unknown: { nl: 'onbekend', en: 'unknown' },
}

export const CLOSENESS_WORDS: Readonly<Record<Closeness, Words>> = {
  verge: { nl: 'op het randje', en: 'on the edge' },
  near: { nl: 'dichtbij', en: 'close' },
  far: { nl: 'ver weg', en: 'far away' },
}
