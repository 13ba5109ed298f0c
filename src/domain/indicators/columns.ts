/** Where the columns of an indicator stand, by publisher's table. */
import type { SourceColumn } from '#domain/indicator.ts'

/** Tables 'Kerncijfers wijken en buurten' (KWB) of CBS, by year. */
export const KWB_TABLES = { 2020: '84799NED', 2021: '85039NED', 2022: '85318NED', 2023: '85618NED', 2024: '85984NED' } as const
type KwbYear = keyof typeof KWB_TABLES

/**
 * Columns of KWB that are called `name` plus the number of the column, which differs from year to year.
 * One number stands for the table of 2020 alone.
 */
export function kwb(name: string, numbers: number | Partial<Record<KwbYear, number>>): SourceColumn[] {
  const byYear = typeof numbers === 'number' ? { 2020: numbers } : numbers
  return Object.entries(byYear).map(([year, number]) => ({
    year: Number(year),
    table: KWB_TABLES[Number(year) as KwbYear],
    column: `${name}_${number}`,
  }))
}

/** A column of the municipalities of the 'Wijk- en Buurtkaart 2020', second version: fuller than the early KWB of 2020. */
export function map2020(title: string): SourceColumn[] {
  return [{ year: 2020, table: 'kwb-gemeenten-2020-full', column: title }]
}

/** A measure of a table of the v4 service, the same in every year. */
export function measure(table: string, column: string, firstYear: number, lastYear: number): SourceColumn[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => ({ year: firstYear + index, table, column }))
}
