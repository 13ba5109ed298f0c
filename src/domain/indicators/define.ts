/** Short ways to write the entries of the catalogue. */
import type { Aggregation, Formula, Indicator, SourceColumn, Theme } from '#domain/indicator.ts'

/** Tables 'Kerncijfers wijken en buurten' of CBS, by year. */
const KWB_TABLES = { 2020: '84799NED', 2021: '85039NED', 2022: '85318NED', 2023: '85618NED', 2024: '85984NED' } as const
type KwbYear = keyof typeof KWB_TABLES

interface Entry {
  readonly id: string
  readonly theme: Theme
  /** Name and explanation. */
  readonly nl: readonly [name: string, explanation: string]
  readonly en: readonly [name: string, explanation: string]
  readonly columns?: readonly SourceColumn[]
  readonly formula?: Formula
  readonly direction?: Indicator['direction']
  readonly base?: string
  readonly protectedCharacteristic?: boolean
  readonly licence?: string
}

type Unit = Indicator['unit']

export const PERCENT: Unit = { nl: '%', en: '%' }
export const PEOPLE: Unit = { nl: 'inwoners', en: 'inhabitants' }
export const HOUSEHOLDS: Unit = { nl: 'huishoudens', en: 'households' }
export const KILOMETRES: Unit = { nl: 'km', en: 'km' }
export const NO_UNIT: Unit = { nl: '', en: '' }

/** A number of people or things: whole, never negative, adds up. */
export function defineCount(entry: Entry & { readonly unit: Unit }): Indicator {
  return describe(entry, { unit: entry.unit, decimals: 0, kind: 'count', aggregation: { kind: 'sum' } })
}

/** A mean, share, density, distance or balance. */
export function defineRate(entry: Entry & { readonly unit: Unit; readonly decimals: number; readonly aggregation: Aggregation }): Indicator {
  return describe(entry, { unit: entry.unit, decimals: entry.decimals, kind: 'rate', aggregation: entry.aggregation })
}

export function meanBy(weight: string): Aggregation {
  return { kind: 'weightedMean', weight }
}

/** Columns of the KWB tables; the same figure has another number in other years. */
export function kwb(columns: Readonly<Partial<Record<KwbYear, string>>>): SourceColumn[] {
  const years = Object.keys(KWB_TABLES).map(Number) as KwbYear[]
  return years.flatMap((year) => {
    const column = columns[year]
    return column === undefined ? [] : [{ year, table: KWB_TABLES[year], column }]
  })
}

/** One column or measure of a table that spans years, first and last included. */
export function series(table: string, column: string, first: number, last: number): SourceColumn[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ year: first + index, table, column }))
}

/** A column of the second, fuller release of KWB 2020, which has municipalities only. */
export function municipalities2020(column: string): SourceColumn[] {
  return [{ year: 2020, table: 'kwb-gemeenten-2020-full', column }]
}

function describe(entry: Entry, rest: Pick<Indicator, 'unit' | 'decimals' | 'kind' | 'aggregation'>): Indicator {
  const { id, theme, nl, en, columns = [], formula, direction = 'neutral', base, protectedCharacteristic, licence = 'CC-BY-4.0' } = entry
  return {
    id,
    name: { nl: nl[0], en: en[0] },
    explanation: { nl: nl[1], en: en[1] },
    theme,
    direction,
    columns,
    ...rest,
    ...(formula ? { formula } : {}),
    ...(base === undefined ? {} : { base }),
    ...(protectedCharacteristic ? { protectedCharacteristic } : {}),
    licence,
  }
}
