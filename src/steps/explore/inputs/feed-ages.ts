/** People or deaths by sex and single age as the OData v4 service of CBS gives them: one observation a row. */
import { findNumbers, findTexts, type Table } from '#domain/table.ts'
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'

/** Where a person of a sex stands in a block of the country. */
const FIRST_CELLS: Readonly<Record<string, number>> = { '4000': 0, '3000': AGE_COUNT }
/** Both sexes, all marital statuses: other rows are parts of these. */
const ALL_STATUSES = 'T001019'

/** Undefined for a table in another form. A block of sexes and ages by year; rows of totals and of groups of ages are left out. */
export function readFeedAges(table: Table): Map<number, Float64Array> | undefined {
  const [ages, sexes, periods, values] = [findTexts(table, 'Leeftijd'), findTexts(table, 'Geslacht'), findTexts(table, 'Perioden'), findNumbers(table, 'Value')]
  if (ages === undefined || sexes === undefined || periods === undefined || values === undefined) return undefined
  const statuses = findTexts(table, 'BurgerlijkeStaat')
  const byYear = new Map<number, Float64Array>()
  for (let row = 0; row < table.rowCount; row++) {
    const [age, first, year] = [findAge(ages[row] ?? ''), FIRST_CELLS[sexes[row]?.trim() ?? ''], Number(/^(\d{4})JJ/.exec(periods[row] ?? '')?.[1])]
    if (age === undefined || first === undefined || Number.isNaN(year) || Number.isNaN(values[row]!)) continue
    if (statuses !== undefined && statuses[row]?.trim() !== ALL_STATUSES) continue
    const block = byYear.get(year) ?? new Float64Array(CELL_COUNT)
    block[first + Math.min(age, AGE_COUNT - 1)]! += values[row]!
    byYear.set(year, block)
  }
  return byYear
}

/** CBS codes of single ages: 10010 for 0, 10100 to 19900 for 1 to 99, 19901 to 19905 for 100 to 104, 22300 for 105 and over. Undefined for others. */
export function findAge(text: string): number | undefined {
  const code = Number(text.trim())
  if (code === 10010) return 0
  if (code >= 10100 && code <= 19900 && code % 100 === 0) return (code - 10000) / 100
  if (code > 19900 && code <= 19905) return code - 19900 + 99
  return code === 22300 ? 105 : undefined
}
