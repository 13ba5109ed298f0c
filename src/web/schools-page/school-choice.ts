/** What the page about schools shows, as it stands in the URL; and the words for a chance. */
import { MOST_OWN_PUPILS, SCHOOL_NORMS, SMALL_SCHOOL_PUPILS, type SchoolNorm } from '#domain/school-norms.ts'
import type { UrlState } from '#web/app/search-state.ts'

export const NORM_PATHS: Readonly<Record<SchoolNorm, string>> = { national: '23', municipal: 'gemeente', small: 'klein', own: 'eigen' }
/** Percent. */
export const LEAST_CHANCES = [0, 20, 50, 95] as const

export interface SchoolChoice {
  readonly area: string | undefined
  readonly norm: SchoolNorm
  readonly pupils: number
  readonly year: number | undefined
  /** Percent. */
  readonly atLeast: number
  readonly school: string | undefined
}

export function readSchoolChoice(state: UrlState): SchoolChoice {
  const [pupils, year, atLeast] = [Number(state['aantal'] ?? NaN), Number(state['jaar'] ?? NaN), Number(state['kans'] ?? NaN)]
  return {
    area: state['gebied'],
    norm: SCHOOL_NORMS.find((norm) => NORM_PATHS[norm] === state['norm']) ?? 'municipal',
    pupils: Number.isInteger(pupils) && pupils >= 1 && pupils <= MOST_OWN_PUPILS ? pupils : SMALL_SCHOOL_PUPILS,
    year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : undefined,
    atLeast: LEAST_CHANCES.find((own) => own === atLeast) ?? 0,
    school: state['school'],
  }
}

export const BANDS = ['sure', 'likely', 'maybe', 'hardly', 'not', 'unknown'] as const
export type Band = (typeof BANDS)[number]
/** From dark to light, so that they can be told apart in grey too. */
export const BAND_COLOURS: Readonly<Record<Band, string>> = { sure: '#67000d', likely: '#cb2a1f', maybe: '#f28e4b', hardly: '#8ab6c9', not: '#d7e8ef', unknown: '#8c979d' }

export function findBand(chance: number | null): Band {
  if (chance === null) return 'unknown'
  if (chance >= 0.95) return 'sure'
  if (chance >= 0.5) return 'likely'
  if (chance >= 0.2) return 'maybe'
  return chance >= 0.05 ? 'hardly' : 'not'
}
