/** Numbers of pupils that schools are held against. */
import { LEAST_PUPILS } from '#domain/closure-norm.ts'

/** The least that any school must have, the norm of its municipality, a small school, and a number of one's own. */
export const SCHOOL_NORMS = ['national', 'municipal', 'small', 'own'] as const
export type SchoolNorm = (typeof SCHOOL_NORMS)[number]

/** Below this many pupils a school counts as small. */
export const SMALL_SCHOOL_PUPILS = 100
export const MOST_OWN_PUPILS = 2000

/** The number itself; NaN for a municipality whose norm cannot be worked out. */
export function getNormPupils(norm: SchoolNorm, municipalNorm: number, ownPupils: number): number {
  if (norm === 'national') return LEAST_PUPILS
  if (norm === 'small') return SMALL_SCHOOL_PUPILS
  return norm === 'own' ? ownPupils : municipalNorm
}
