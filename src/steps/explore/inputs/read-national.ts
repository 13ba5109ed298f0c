/** Tables about the whole country: people and deaths by single age, ages of mothers, sex ratio at birth. */
import type { Finding } from '#domain/finding.ts'
import { findNumbers, findTexts, type Column, type Table } from '#domain/table.ts'
import { writeNumber } from '#domain/write-number.ts'
import { interpolateMonotone } from '#engines/numeric/interpolate-monotone.ts'
import { readFeedAges } from '#steps/explore/inputs/feed-ages.ts'
import { AGE_COUNT, CELL_COUNT, addSexes, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** A year counts when it differs less than this share from the published number of inhabitants: else it is a forecast or a rounded figure. */
const LARGEST_DIFFERENCE = 0.0001

/** Throws a RangeError where a column is missing. Years whose sum is not the published population are left out, with a finding. */
export function readNationalPopulation(table: Table, sexes: ProjectionData['sexes'], findings: Finding[]): Map<number, Float64Array> {
  const byYear = readFeedAges(table) ?? readListedAges(table)
  for (const [year, cells] of byYear) {
    const published = sexes.get(year)
    const total = published && sum(addSexes(published))
    if (total !== undefined && Math.abs(sum(cells) - total) > LARGEST_DIFFERENCE * total) {
      byYear.delete(year)
      findings.push(describeUnlikeYear(year, sum(cells), total))
    }
  }
  return byYear
}

function readListedAges(table: Table): Map<number, Float64Array> {
  const byYear = new Map<number, Float64Array>()
  const [ages, years, people] = [take(table, 'leeftijd'), take(table, 'jaar'), take(table, 'aantal')]
  const sexOfRow = findTexts(table, 'geslacht')
  if (sexOfRow === undefined) throw new RangeError('population by single age: column geslacht is missing')
  for (let row = 0; row < table.rowCount; row++) {
    if (sexOfRow[row] === 'T') continue
    const cells = getBlock(byYear, years[row]!)
    cells[(sexOfRow[row] === 'M' ? AGE_COUNT : 0) + Math.min(ages[row]!, AGE_COUNT - 1)]! += people[row]!
  }
  return byYear
}

export function readNationalDeaths(table: Table): Map<number, Float64Array> {
  const fromFeed = readFeedAges(table)
  if (fromFeed !== undefined) return fromFeed
  const byYear = new Map<number, Float64Array>()
  const [ages, years, men, women] = [take(table, 'Leeftijd'), take(table, 'Jaar'), take(table, 'Mannen'), take(table, 'Vrouwen')]
  for (let row = 0; row < table.rowCount; row++) {
    const cells = getBlock(byYear, years[row]!)
    const age = Math.min(ages[row]!, AGE_COUNT - 1)
    cells[age]! += zeroIfEmpty(women[row]!)
    cells[AGE_COUNT + age]! += zeroIfEmpty(men[row]!)
  }
  return byYear
}

/** Shares of total fertility by single age, from those of five-year groups: their cumulative curve is drawn smoothly through the published points. */
export function readMaternalAges(table: Table): Map<number, Float64Array> {
  const [years, percents] = [take(table, 'year'), take(table, 'pasfr')]
  const groups = findTexts(table, 'age')
  if (groups === undefined) throw new RangeError('fertility by age: column age is missing')
  const points = new Map<number, [number, number][]>()
  for (let row = 0; row < table.rowCount; row++) {
    const list = points.get(years[row]!) ?? []
    list.push([Number.parseInt(groups[row] ?? '', 10), percents[row]! / 100])
    points.set(years[row]!, list)
  }
  return new Map([...points].map(([year, list]) => [year, spreadOverAges(list.sort(([a], [b]) => a - b))]))
}

function spreadOverAges(groups: readonly (readonly [number, number])[]): Float64Array {
  const bounds = [...groups.map(([first]) => first), (groups.at(-1)?.[0] ?? 0) + 5]
  const cumulative = [0]
  for (const [, share] of groups) cumulative.push(cumulative.at(-1)! + share)
  const reach = interpolateMonotone(bounds, cumulative)
  const shares = Float64Array.from({ length: AGE_COUNT }, (_, age) => Math.max(0, reach(age + 1) - reach(age)))
  const total = sum(shares)
  return shares.map((share) => share / total)
}

export function readBoysPerGirl(table: Table): Map<number, number> {
  const [years, ratios] = [take(table, 'year'), take(table, 'srb')]
  return new Map(Array.from(years, (year, row) => [year, ratios[row]!]))
}

function take(table: Table, name: string): Float64Array {
  const numbers = findNumbers(table, name) ?? readNumbers(table.columns.find((column) => column.name === name))
  if (numbers === undefined) throw new RangeError(`column ${name} is missing`)
  return numbers
}

const readNumbers = (column: Column | undefined): Float64Array | undefined =>
  column?.kind === 'text' ? Float64Array.from(column.values, (text) => (text === null || text.trim() === '' ? NaN : Number(text))) : undefined

function getBlock(byYear: Map<number, Float64Array>, year: number): Float64Array {
  const block = byYear.get(year) ?? new Float64Array(CELL_COUNT)
  byYear.set(year, block)
  return block
}

const zeroIfEmpty = (value: number): number => (Number.isNaN(value) ? 0 : value)

function describeUnlikeYear(year: number, total: number, published: number): Finding {
  return {
    severity: 'warning',
    code: 'projection-age-profile-unlike-population',
    resource: 'population-single-age',
    field: 'aantal',
    row: String(year),
    message: {
      nl: `De leeftijden van ${year} tellen op tot ${writeNumber(Math.round(total), 'nl')} inwoners, gepubliceerd zijn er ${writeNumber(Math.round(published), 'nl')}. Het lijkt een prognose of een afgeronde opgave. De prognose gebruikt dit jaar niet.`,
      en: `The ages of ${year} add up to ${writeNumber(Math.round(total), 'en')} inhabitants, published are ${writeNumber(Math.round(published), 'en')}. It looks like a forecast or rounded figures. The projection does not use this year.`,
    },
  }
}
