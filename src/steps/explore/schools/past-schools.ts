/** The pupils that each school would have been expected to have, from an earlier moment and with what was known then. */
import { countUsers, spreadByWeight, type Catchment } from '#engines/catchment/catchment.ts'
import { projectPopulation } from '#engines/projection/project-population.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { Z80 } from '#steps/explore/error-sizes.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { prepareMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { readProjectionData } from '#steps/explore/inputs/read-projection-data.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { countChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import { fitBeside } from '#steps/explore/schools/fit-beside.ts'
import { locateSchools } from '#steps/explore/schools/locate-schools.ts'
import { findMunicipalNorms } from '#steps/explore/schools/municipal-norms.ts'
import { measureChildrenVariances } from '#steps/explore/schools/pupil-deviations.ts'
import type { School, SchoolTable } from '#steps/explore/schools/read-schools.ts'
import { addToOrigins, listSchoolChoices } from '#steps/explore/schools/school-choice.ts'
import type { SchoolForecast } from '#steps/explore/schools/school-forecast.ts'

/** Years ahead that "shrinking" looks at. */
export const SHRINK_YEARS = 10

export interface PastSchools {
  readonly schools: readonly School[]
  readonly jumpOff: number
  /** By year from the jump-off on, SHRINK_YEARS of them. */
  readonly pupils: readonly Float64Array[]
  readonly municipalNorms: readonly Float64Array[]
  readonly childrenVariances: readonly Float64Array[] | undefined
  /** Whether the pupils of that moment were counted, or estimated from where children live. */
  readonly sizes: 'counted' | 'estimated'
  /** Standard deviation of the logarithm of sizes that were estimated; 0 where they were counted. */
  readonly sizeDeviation: number
}

export async function projectPastSchools(statistics: Statistics, now: SchoolForecast, { moment, schools: all }: SchoolTable): Promise<PastSchools> {
  const data = await readProjectionData(statistics)
  if ('missingTables' in data) throw new ProjectionError('projectionTablesMissing', data.missingTables.join(', '))
  const jumpOff = Number(moment.slice(0, 4))
  const prepared = prepareMunicipalities(data, jumpOff)
  const { years } = projectPopulation({ shape: prepared.shape, baseYear: jumpOff, population: prepared.base.people, stepCount: SHRINK_YEARS, getInputs: prepared.getInputs })
  const children = await countChildrenOfBuurten(statistics, prepared, { years: years.map(({ year, population }) => ({ year, people: population })) })
  const sizes = all.some(({ pupils }) => (pupils ?? 0) > 0) ? 'counted' : 'estimated'
  const schools = sizes === 'counted' ? all.filter(({ pupils }) => (pupils ?? 0) > 0) : all
  const municipalityOfSchool = Int32Array.from(await locateSchools(statistics, schools), (place) => prepared.data.codes.indexOf(place?.municipality ?? ''))
  const choice = await listSchoolChoices(statistics, children, schools, municipalityOfSchool)
  const base = addToOrigins(choice, children.ofBuurten[0]!)
  const catchment: Catchment = sizes === 'counted' ? await fitBeside(choice.pairs, base, Float64Array.from(schools, ({ pupils }) => pupils!)) : spreadByWeight(choice.pairs, now.pupilsPerChild)
  return {
    schools, jumpOff, sizes,
    sizeDeviation: sizes === 'counted' ? 0 : measureSizeDeviation(now),
    pupils: children.ofBuurten.map((year) => countUsers(catchment, addToOrigins(choice, year))),
    municipalNorms: findMunicipalNorms(statistics, prepared.data.codes, children, municipalityOfSchool),
    childrenVariances: await measureChildrenVariances(await getForecast(statistics), children, choice, catchment, municipalityOfSchool),
  }
}

/** How far sizes are from what location alone would give, measured where they were counted: at the 0.8 quantile, since the tails are heavier than normal. */
function measureSizeDeviation({ schools, choice, children, pupilsPerChild }: SchoolForecast): number {
  const byLocation = countUsers(spreadByWeight(choice.pairs, pupilsPerChild), addToOrigins(choice, children.ofBuurten[0]!))
  const sizes = schools.map(({ pupils }, at) => Math.abs(Math.log(pupils! / Math.max(1, byLocation[at]!)))).sort((a, b) => a - b)
  return sizes[Math.floor(0.8 * sizes.length)]! / Z80
}
