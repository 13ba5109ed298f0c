/**
 * The population of municipalities by sex and single age: postcode areas by five-year group, fitted to what is published of
 * each municipality and of the country, and carried on year after year. Method: docs/methods/population-inputs.md.
 */
import { fitMargins, type Fit, type Margin } from '#engines/numeric/fit-margins.ts'
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE, addSexes, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

export interface BasePopulation {
  readonly year: number
  /** A block of sexes and ages a municipality. */
  readonly people: Float64Array
  /** What is left between the sums and what is published, as a share of it. */
  readonly largestDifference: number
  /** 'ages': fitted to age groups of the municipality; 'total': the ages of the country in the number and sexes of the municipality. */
  readonly basis: 'ages' | 'total'
}

/**
 * Fits a first estimate (a block a municipality, at least 0) to everything that is known for `year`: inhabitants by sex and by age
 * group of each municipality, and single ages of the country. Throws a RangeError where not even the sexes are known.
 */
export function fitToPublished(data: ProjectionData, year: number, seed: Float64Array): BasePopulation {
  const sexes = data.sexes.get(year)
  if (sexes === undefined) throw new RangeError(`no population of ${year} by municipality and sex`)
  const cellCount = data.codes.length * CELL_COUNT
  const margins: Margin[] = []
  const groups = data.ageGroups.get(year)
  const national = data.nationalPopulation.get(year)
  const assign = (totalOf: (municipality: number, cell: number) => number) =>
    Int32Array.from({ length: cellCount }, (_, at) => totalOf(Math.floor(at / CELL_COUNT), at % CELL_COUNT))
  if (national !== undefined) margins.push({ totalOfCell: assign((_, cell) => cell), totals: national })
  if (groups !== undefined) {
    margins.push({ totalOfCell: assign((municipality, cell) => municipality * GROUP_COUNT + GROUP_OF_AGE[cell % AGE_COUNT]!), totals: scaleToSexes(groups, addSexes(sexes)) })
  }
  margins.push({ totalOfCell: assign((municipality, cell) => 2 * municipality + (cell < AGE_COUNT ? 0 : 1)), totals: sexes })
  const fit: Fit = fitMargins(seed.map((people) => Math.max(people, 1e-6)), margins, { tolerance: 5e-7 })
  return { year, people: fit.cells, largestDifference: fit.largestDifference, basis: groups === undefined ? 'total' : 'ages' }
}

/** Groups that add up to the inhabitants: bridged or rounded ones may differ by a few. */
function scaleToSexes(groups: Float64Array, inhabitants: Float64Array): Float64Array {
  const sums = inhabitants.map((_, at) => sum(groups.subarray(at * GROUP_COUNT, (at + 1) * GROUP_COUNT)))
  return groups.map((people, at) => (people * inhabitants[Math.floor(at / GROUP_COUNT)]!) / sums[Math.floor(at / GROUP_COUNT)]!)
}

/** The ages of the country for each municipality: all that is known before there were figures by age. */
export function spreadNationalAges(data: ProjectionData, year: number): Float64Array {
  const national = data.nationalPopulation.get(year)
  const sexes = data.sexes.get(year)
  if (national === undefined || sexes === undefined) throw new RangeError(`no ages of the country or inhabitants of municipalities for ${year}`)
  const [inhabitants, everybody] = [addSexes(sexes), sum(national)]
  return Float64Array.from({ length: data.codes.length * CELL_COUNT }, (_, at) => (inhabitants[Math.floor(at / CELL_COUNT)]! * national[at % CELL_COUNT]!) / everybody)
}
