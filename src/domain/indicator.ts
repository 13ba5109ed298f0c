/** What a figure means: the catalogue entry behind every number on the screen. */

/** The six basics of the mission, plus population and community. */
export const THEMES = ['population', 'school', 'work', 'income', 'health', 'housing', 'safety', 'community'] as const
export type Theme = (typeof THEMES)[number]

/** Where a column of figures comes from: a column of a publisher's table, for the year the figure is of. */
export interface SourceColumn {
  readonly year: number
  /** Table identifier as the data package names it, such as 85984NED. */
  readonly table: string
  /** Column key (v3, csv) or measure (v4). */
  readonly column: string
}

/** How the figure of a larger area follows from the figures of its parts. */
export type Aggregation =
  | { readonly kind: 'sum' }
  /** Mean weighted by another indicator, which must be a count. */
  | { readonly kind: 'weightedMean'; readonly weight: string }
  /** Harmonic mean weighted by a count, for densities: the count per unit of something that adds up. */
  | { readonly kind: 'harmonicMean'; readonly weight: string }
  /** Codes and classes: no figure for a larger area. */
  | { readonly kind: 'none' }

/** A figure computed from other figures, by the names of those. */
export type Formula =
  /** factor × Σ numerator ÷ Σ denominator. What lies outside `range` cannot be, and comes from counts that were rounded apart. */
  | {
      readonly kind: 'ratio'
      readonly numerator: readonly string[]
      readonly denominator: readonly string[]
      readonly factor: number
      /** Lowest and highest value that can be: 0 to 100 for a share, 0 to Infinity for a pressure. */
      readonly range: readonly [lowest: number, highest: number]
    }
  | { readonly kind: 'sum'; readonly terms: readonly string[] }
  /** Change of a count since an earlier year: percentage of that earlier year. */
  | { readonly kind: 'change'; readonly of: string; readonly years: number }

export interface Indicator {
  /** camelCase, stable for ever. */
  readonly id: string
  readonly name: { readonly nl: string; readonly en: string }
  /** One or two plain sentences (Dutch at B1 level) saying what it is. */
  readonly explanation: { readonly nl: string; readonly en: string }
  readonly theme: Theme
  /** Unit as shown after the number: '%', 'inwoners', 'km', 'duizend euro'; empty for a bare number. */
  readonly unit: { readonly nl: string; readonly en: string }
  /** Decimals to show, and (for published columns) decimals the publisher gives. */
  readonly decimals: number
  /** Whether more is better for the people who live there; neutral where that cannot be said. */
  readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'neutral'
  /** A count adds up and is never negative; a rate does not add up; a code is a class. */
  readonly kind: 'count' | 'rate' | 'code'
  /** Where the published figures stand; empty for a derived indicator. */
  readonly columns: readonly SourceColumn[]
  readonly formula?: Formula
  readonly aggregation: Aggregation
  /** The count that must be above zero for the figure to exist; decides between `impossible` and `suppressed`. */
  readonly base?: string
  /** About origin or nationality: never part of an index. */
  readonly protectedCharacteristic?: boolean
  readonly licence: string
}
