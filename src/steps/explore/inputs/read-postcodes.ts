/** Inhabitants by five-year age and sex of postcode areas (CBS 83502NED), added up to municipalities and divided over single ages. */
import { getNameIn, type AreaCode } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'
import { findNumbers, findTexts, type Table } from '#domain/table.ts'
import { interpolateMonotone } from '#engines/numeric/interpolate-monotone.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { BridgeFigures } from '#steps/explore/inputs/bridge-figures.ts'
import { PostcodesLeftOut } from '#steps/explore/inputs/postcodes-left-out.ts'
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'

/** The year of the table; it names none itself. */
export const POSTCODE_YEAR = 2021

/** Five-year groups 0–4 … 90–94, 95 and over. */
const FIVE_YEAR_GROUPS = 20
const CELLS = 2 * FIVE_YEAR_GROUPS

interface PostcodeTables {
  readonly ages: Table
  /** Postcode and name of municipality. */
  readonly municipalities: Table
}

/**
 * A block of sexes and single ages a municipality, by the profile of the country within each five-year group. Figures are rounded to
 * five, so these are proportions to be fitted, not counts. Throws a RangeError where a column is missing.
 */
export function readPostcodeAges(statistics: Statistics, tables: PostcodeTables, nationalAges: Float64Array, bridge: BridgeFigures, findings: Finding[]): Float64Array {
  const byMunicipality = addUpPostcodes(statistics, tables, findings)
  const bridged = Array.from({ length: CELLS }, (_, cell) => bridge(POSTCODE_YEAR, new Map([...byMunicipality].map(([code, block]) => [code, block[cell]!]))))
  const municipalityCount = bridged[0]!.length
  const ages = new Float64Array(municipalityCount * CELL_COUNT)
  const withoutAges: number[] = []
  for (let municipality = 0; municipality < municipalityCount; municipality++) {
    const groups = Float64Array.from(bridged, (counts) => counts[municipality]!)
    if (groups.some(Number.isNaN)) withoutAges.push(municipality)
    ages.set(groups.some(Number.isNaN) ? nationalAges : splitIntoSingleAges(groups, nationalAges), municipality * CELL_COUNT)
  }
  if (withoutAges.length > 0) findings.push(describeWithoutAges(withoutAges.length))
  return ages
}

/** The ages of the country for every municipality, where no postcodes have any: its published age groups and sexes do the rest. */
export function assumeNationalAges(municipalityCount: number, nationalAges: Float64Array, findings: Finding[]): Float64Array {
  findings.push(describeWithoutAges(municipalityCount))
  return Float64Array.from({ length: municipalityCount * CELL_COUNT }, (_, at) => nationalAges[at % CELL_COUNT]!)
}

/**
 * Single ages from five-year groups: the ages of the country, times the ratio between the smooth curves through the cumulative groups of the place
 * and of the country, so that students come at 18 and not all at 20. The groups keep their numbers.
 */
export function splitIntoSingleAges(groups: Float64Array, nationalAges: Float64Array): Float64Array {
  const national = addFiveYearGroups(nationalAges)
  const [own, country] = [smoothGroups(groups), smoothGroups(national)]
  const weights = nationalAges.map((people, cell) => (country[cell]! > 0 ? (people * own[cell]!) / country[cell]! : 0))
  const sums = addFiveYearGroups(weights)
  return weights.map((weight, cell) => (sums[getFiveYearCell(cell)]! > 0 ? (groups[getFiveYearCell(cell)]! * weight) / sums[getFiveYearCell(cell)]! : 0))
}

function smoothGroups(groups: Float64Array): Float64Array {
  const smooth = new Float64Array(CELL_COUNT)
  for (let sex = 0; sex < 2; sex++) {
    const bounds = Array.from({ length: FIVE_YEAR_GROUPS + 1 }, (_, group) => (group === FIVE_YEAR_GROUPS ? AGE_COUNT : 5 * group))
    const cumulative = [0]
    for (let group = 0; group < FIVE_YEAR_GROUPS; group++) cumulative.push(cumulative[group]! + groups[sex * FIVE_YEAR_GROUPS + group]!)
    const reach = interpolateMonotone(bounds, cumulative)
    for (let age = 0; age < AGE_COUNT; age++) smooth[sex * AGE_COUNT + age] = Math.max(0, reach(age + 1) - reach(age))
  }
  return smooth
}

const getFiveYearCell = (cell: number): number =>
  Math.floor(cell / AGE_COUNT) * FIVE_YEAR_GROUPS + Math.min(FIVE_YEAR_GROUPS - 1, Math.floor((cell % AGE_COUNT) / 5))

function addFiveYearGroups(ages: Float64Array): Float64Array {
  const sums = new Float64Array(CELLS)
  ages.forEach((people, cell) => (sums[getFiveYearCell(cell)]! += people))
  return sums
}

/** The municipality of each postcode by its name in the table; empty where none is named. */
function readMunicipalityNames(table: Table): Map<number, string> {
  const [postcodes, names] = [findNumbers(table, 'postcode'), findTexts(table, 'gemeente')]
  if (postcodes === undefined || names === undefined) throw new RangeError('postcodes: column postcode or gemeente is missing')
  return new Map(names.map((name, row) => [postcodes[row]!, name?.trim() ?? '']))
}

function listCodesByName(statistics: Statistics): Map<string, AreaCode> {
  const areas = statistics.listAreas('municipality').filter(({ years }) => years.includes(POSTCODE_YEAR))
  return new Map(areas.map((area) => [getNameIn(area, POSTCODE_YEAR), area.code]))
}

function addUpPostcodes(statistics: Statistics, tables: PostcodeTables, findings: Finding[]): Map<AreaCode, Float64Array> {
  const [postcodes, groups] = [findNumbers(tables.ages, 'postcode'), findTexts(tables.ages, 'leeftijd')]
  const people = [takeCounts(tables.ages, 'inwoners_vrouw'), takeCounts(tables.ages, 'inwoners_man')] as const
  if (postcodes === undefined || groups === undefined) throw new RangeError('population of postcode areas: column postcode or leeftijd is missing')
  const [nameOfPostcode, codeOfName] = [readMunicipalityNames(tables.municipalities), listCodesByName(statistics)]
  const sums = new Map<AreaCode, Float64Array>()
  const leftOut = new PostcodesLeftOut()
  for (let row = 0; row < tables.ages.rowCount; row++) {
    const [postcode, counts] = [postcodes[row]!, people.map((ofSex) => ofSex[row]!)]
    const name = nameOfPostcode.get(postcode) ?? ''
    const code = codeOfName.get(name)
    const all = counts.reduce((sum, count) => sum + count, 0)
    if (Number.isNaN(all)) leftOut.add('agesAbsent', postcode, all)
    else if (name === '') leftOut.add('municipalityNotNamed', postcode, all)
    else if (code === undefined) leftOut.add('municipalityUnknown', postcode, all, name)
    else addToBlock(sums, code, Math.min(FIVE_YEAR_GROUPS - 1, Math.floor(Number.parseInt(groups[row] ?? '', 10) / 5)), counts)
  }
  findings.push(...leftOut.describe(POSTCODE_YEAR))
  return sums
}

function addToBlock(sums: Map<AreaCode, Float64Array>, code: AreaCode, group: number, counts: readonly number[]): void {
  const block = sums.get(code) ?? new Float64Array(CELLS)
  counts.forEach((count, sex) => (block[sex * FIVE_YEAR_GROUPS + group]! += count))
  sums.set(code, block)
}

function takeCounts(table: Table, name: string): Float64Array {
  const numbers = findNumbers(table, name)
  if (numbers !== undefined) return numbers
  const texts = findTexts(table, name)
  if (texts === undefined) throw new RangeError(`population of postcode areas: column ${name} is missing`)
  return Float64Array.from(texts, (text) => (text === null || text.trim() === '' ? NaN : Number(text)))
}

const describeWithoutAges = (count: number): Finding => ({
  severity: 'warning',
  code: 'projection-municipality-without-ages',
  resource: 'population-pc4',
  count,
  message: {
    nl: `Voor ${count} gemeenten zijn er geen postcodes met leeftijden. Zij krijgen binnen hun gepubliceerde aantallen de leeftijdsopbouw van het land.`,
    en: `${count} municipalities have no postcodes with ages. Within their published numbers they get the age structure of the country.`,
  },
})
