/** What a projection for the Netherlands is made of, read and put on one set of municipalities; and what of it was known at a moment. */
import type { AreaCode } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'

/** Single ages 0 to 99, and 100 and over. */
export const AGE_COUNT = 101
/** Women by age, then men by age: the order of the engine. */
export const CELL_COUNT = 2 * AGE_COUNT

/** First ages of the groups in 'Kerncijfers wijken en buurten': 0–14, 15–24, 25–44, 45–64, 65 and over. */
export const GROUP_STARTS = [0, 15, 25, 45, 65] as const
export const GROUP_COUNT = GROUP_STARTS.length
/** The group of each single age. */
export const GROUP_OF_AGE: Uint8Array = Uint8Array.from({ length: AGE_COUNT }, (_, age) => GROUP_STARTS.filter((start) => start <= age).length - 1)

/** What changed the population of the municipalities in a year; one figure a municipality. */
export interface YearOfChange {
  readonly births: Float64Array
  readonly deaths: Float64Array
  readonly immigration: Float64Array
  /** Net administrative corrections included, which are mostly departures abroad that nobody reported. */
  readonly emigration: Float64Array
  /** From and to other municipalities. Moves between municipalities that were merged later are in both. */
  readonly arrivals: Float64Array
  readonly departures: Float64Array
}

/** Every figure is on the municipalities of one year, in the order of `codes`. Populations are of 1 January. */
export interface ProjectionData {
  readonly codes: readonly AreaCode[]
  readonly names: readonly string[]
  /** The COROP area, or province, that a municipality lies in: its position in a list of regions. */
  readonly regions: Int32Array
  /** Women and men of each municipality, two figures a municipality. */
  readonly sexes: ReadonlyMap<number, Float64Array>
  readonly changes: ReadonlyMap<number, YearOfChange>
  /** Five age groups a municipality. */
  readonly ageGroups: ReadonlyMap<number, Float64Array>
  /** Private households of each municipality: one person, more without children, with children. */
  readonly households: ReadonlyMap<number, Float64Array>
  /** Five age groups a municipality of those who live in institutions; estimated. */
  readonly groupQuarters: ReadonlyMap<number, Float64Array>
  /** By sex and single age, of the country. */
  readonly nationalPopulation: ReadonlyMap<number, Float64Array>
  readonly nationalDeaths: ReadonlyMap<number, Float64Array>
  /** Share of births by single age of the mother, adding up to 1. */
  readonly maternalAges: ReadonlyMap<number, Float64Array>
  readonly boysPerGirl: ReadonlyMap<number, number>
  /** Inhabitants by sex and single age within five-year groups of the postcode areas, a block a municipality; not yet fitted to anything. */
  readonly postcodeAges: ReadonlyMap<number, Float64Array>
  readonly findings: readonly Finding[]
}

/** The same, without anything that describes what happened from 1 January of `year` on. A back-test sees nothing else. */
export function takeKnownAt(data: ProjectionData, year: number): ProjectionData {
  const upTo = <T>(figures: ReadonlyMap<number, T>, last: number) => new Map([...figures].filter(([own]) => own <= last))
  return {
    ...data,
    sexes: upTo(data.sexes, year),
    changes: upTo(data.changes, year - 1),
    ageGroups: upTo(data.ageGroups, year),
    households: upTo(data.households, year),
    groupQuarters: upTo(data.groupQuarters, year),
    nationalPopulation: upTo(data.nationalPopulation, year),
    nationalDeaths: upTo(data.nationalDeaths, year - 1),
    maternalAges: upTo(data.maternalAges, year - 1),
    boysPerGirl: upTo(data.boysPerGirl, year - 1),
    postcodeAges: upTo(data.postcodeAges, year),
  }
}

export const sum = (figures: Iterable<number>): number => {
  let total = 0
  for (const figure of figures) total += figure
  return total
}

/** Women and men together of each municipality. */
export function addSexes(sexes: Float64Array): Float64Array {
  return Float64Array.from({ length: sexes.length / 2 }, (_, at) => sexes[2 * at]! + sexes[2 * at + 1]!)
}
