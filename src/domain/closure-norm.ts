/** Below how many pupils Dutch law lets a primary school end: Wet op het primair onderwijs, articles 153 and 154. */

/** In any municipality. */
export const LEAST_PUPILS = 23
/** The highest norm of any municipality. */
const MOST_PUPILS = 200
const LEAST_AREA_KM2 = 10
const MOST_DENSITY = 500

/**
 * The norm of a municipality (opheffingsnorm, article 154): 0.6 × d ÷ (0.15 + 0.0027 × d), rounded, from 23 to 200, with d the inhabitants of 4 to 11 years
 * a square kilometre of land. A municipality smaller than 10 km² counts as 10 km²; d is at most 500.
 */
export function findClosureNorm(children: number, landKm2: number): number {
  const density = Math.min(MOST_DENSITY, children / Math.max(LEAST_AREA_KM2, landKm2))
  const norm = (0.6 * density) / (0.15 + 0.0027 * density)
  return Math.max(LEAST_PUPILS, Math.min(MOST_PUPILS, Math.round(norm)))
}
