/** The expected pupils of a school in a year, within what bounds, and how likely it is to be below a norm. */
import { LEAST_PUPILS } from '#domain/closure-norm.ts'
import { SMALL_SCHOOL_PUPILS } from '#domain/school-norms.ts'
import { findChanceBelow } from '#steps/explore/place-intervals.ts'
import { getPupilDeviation, USUAL_DRIFT } from '#steps/explore/schools/pupil-deviations.ts'
import type { SchoolOutlook } from '#steps/explore/schools/school-forecast.ts'

export interface SchoolYear {
  readonly expected: number
  /** Standard deviation of the logarithm; undefined where errors of past projections are not known. */
  readonly deviation: number | undefined
  readonly municipalNorm: number | null
}

export interface ShareDrift {
  readonly deviation: number
  readonly basis: 'measured' | 'assumed' | 'asked'
}

export function chooseDrift({ measuredDrift }: Pick<SchoolOutlook, 'measuredDrift'>, asked: number | undefined): ShareDrift {
  if (asked !== undefined) return { deviation: asked, basis: 'asked' }
  return measuredDrift === undefined ? { deviation: USUAL_DRIFT, basis: 'assumed' } : { deviation: measuredDrift, basis: 'measured' }
}

export function getSchoolYear(forecast: SchoolOutlook, school: number, ahead: number, drift: number): SchoolYear {
  const expected = forecast.pupils[ahead]![school]!
  const norm = forecast.municipalNorms[ahead]![school]!
  // What was counted is sure, also where errors of past projections are not known.
  const variance = ahead === 0 ? 0 : forecast.childrenVariances?.[ahead]![school]
  return { expected, deviation: variance === undefined ? undefined : getPupilDeviation(variance, expected, ahead, drift), municipalNorm: Number.isNaN(norm) ? null : norm }
}

/** The chance of fewer pupils than a norm: null where it is not known. Pupils are whole, so that fewer than 23 is less than 22.5 on the scale of the forecast. */
export function findChance({ expected, deviation }: SchoolYear, norm: number | null): number | null {
  if (norm === null || Number.isNaN(norm) || deviation === undefined) return null
  return Math.round(findChanceBelow(expected, deviation, norm - 0.5) * 1e4) / 1e4
}

export function listChances(year: SchoolYear) {
  return { national: findChance(year, LEAST_PUPILS), municipal: findChance(year, year.municipalNorm), small: findChance(year, SMALL_SCHOOL_PUPILS) }
}

/** Half the width of an interval in standard deviations. */
const HALF_WIDTHS = { 50: 0.6744897501960817, 80: 1.2815515655446004, 95: 1.959963984540054 } as const

export function findBounds({ expected, deviation }: SchoolYear, percent: keyof typeof HALF_WIDTHS): readonly [lower: number | null, upper: number | null] {
  if (deviation === undefined) return [null, null]
  return [roundPupils(expected * Math.exp(-HALF_WIDTHS[percent] * deviation)), roundPupils(expected * Math.exp(HALF_WIDTHS[percent] * deviation))]
}

export const roundPupils = (pupils: number): number => Math.round(pupils * 10) / 10
