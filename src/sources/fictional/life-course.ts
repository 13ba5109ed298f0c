/** When people of the made-up province have children, move and die. Round numbers chosen by hand, not fitted to anything. */
import type { VillageSize } from '#sources/fictional/world.ts'

/** Single ages 0 to 99, and 100 and over. */
export const AGES = 101
/** Women by age, then men by age. */
export const CELLS = 2 * AGES
/** Boys a girl. */
export const BOYS_PER_GIRL = 1.05

/** Gompertz: women reach five per cent a year at 82, men at 79, and rates double every six and a half years of age. They fall by 1.2 per cent a year. */
export function getDeathProbability(cell: number, year: number): number {
  const age = cell % AGES
  const from = cell < AGES ? 82 : 79
  const level = (1 - 0.012) ** (year - 2012)
  return Math.min(0.6, level * (age === 0 ? 0.003 : 0.0001 + 0.05 * Math.exp(0.106 * (age - from))))
}

/** Children a year for each woman of that age; about 1.7 children a woman in all. */
export function getBirthRate(age: number): number {
  return age < 16 || age > 46 ? 0 : 0.137 * Math.exp(-((age - 31) ** 2) / (2 * 5 ** 2))
}

/** Chance to leave the neighbourhood in a year, alive: the young most, then families with small children, old people least. */
export function getLeavingProbability(age: number, size: VillageSize): number {
  if (age < 6) return 0.05
  if (age < 17) return 0.025
  if (age < 25) return size === 'town' ? 0.11 : 0.16
  if (age < 35) return size === 'town' ? 0.13 : 0.09
  if (age < 50) return 0.04
  return age < 80 ? 0.018 : 0.03
}

/** Of those who leave, the share that goes abroad. */
export const SHARE_ABROAD = 0.12

/** What somebody of that age looks for: above 0 a town, below 0 a village. */
export function getTasteForTown(age: number): number {
  if (age < 10) return -0.9
  if (age < 17) return -0.3
  if (age < 25) return 1.6
  if (age < 29) return 0.4
  return age < 42 ? -0.8 : 0
}

/** How much a place is a town. */
export const TOWNNESS: Readonly<Record<VillageSize, number>> = { town: 1, large: 0, village: -0.6, hamlet: -0.8 }

/** Ages of people who come from abroad: relative numbers. */
export function getWeightOfImmigrant(age: number): number {
  if (age < 17) return 0.45
  if (age < 40) return Math.exp(-(((age - 26) / 9) ** 2)) + 0.15
  return age < 65 ? 0.2 : 0.03
}
