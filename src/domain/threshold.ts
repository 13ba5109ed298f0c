/** A figure beside the threshold of a criterion, for people: on which side it is, how far, and how close the whole place came to turning. */
import type { COMPARISONS } from '#domain/selection-document.ts'

interface Threshold {
  readonly compare: (typeof COMPARISONS)[number]
  readonly threshold: number
}

/** Above 0 on the side that is asked for, in the unit of the figure; 0 on the line. */
export function measureMargin(value: number, { compare, threshold }: Threshold): number {
  return compare === 'below' || compare === 'atMost' ? threshold - value : value - threshold
}

/** On the line meets `atMost` and `atLeast`. */
export function meetsThreshold(value: number, own: Threshold): boolean {
  const margin = measureMargin(value, own)
  return margin > 0 || (margin === 0 && (own.compare === 'atMost' || own.compare === 'atLeast'))
}

/** How close a place came to turning, in steps that mean something to people. */
export const CLOSENESSES = ['verge', 'near', 'far'] as const
export type Closeness = (typeof CLOSENESSES)[number]

/** At most these shares of what lies between the lowest and the highest quarter of places. */
export const VERGE = 0.1
export const NEAR = 0.5

/** `distance` as a selection gives it: a sum of shares of the spread. */
export function rateCloseness(distance: number): Closeness {
  return distance <= VERGE ? 'verge' : distance <= NEAR ? 'near' : 'far'
}

/** The number that a criterion has on the page: where.of.0.of.2 is 1.3. */
export function numberCriterion(field: string): string {
  return [...field.matchAll(/\.of\.(\d+)/g)].map(([, at]) => Number(at) + 1).join('.')
}
