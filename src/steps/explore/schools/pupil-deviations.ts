/** How wrong the pupils of a school may be: the children around it, chance in who starts, and how its share of them drifts. Method: docs/methods/school-forecast.md. */
import { listOrigins, type Catchment } from '#engines/catchment/catchment.ts'
import { getDeviation } from '#steps/explore/error-sizes.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import { LEAST_INHABITANTS } from '#steps/explore/small-area-errors.ts'
import { addToOrigins, type SchoolChoice } from '#steps/explore/schools/school-choice.ts'
import type { ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** Years of primary school: after so many no pupil of the base year is left. */
const SCHOOL_YEARS = 8
/**
 * How the share of a school drifts in a year, as a standard deviation of its logarithm. An assumption: the pupils of two moments would tell, and are
 * estimated from where a package has them.
 */
export const USUAL_DRIFT = 0.05

/** Variance of the logarithm of the children around each school, by year; undefined where errors of past projections are not known. Others are answered between the years. */
export async function measureChildrenVariances(forecast: Forecast, children: ChildrenOfBuurten, choice: SchoolChoice, catchment: Catchment, municipalityOfSchool: ArrayLike<number>): Promise<readonly Float64Array[] | undefined> {
  const sizes = forecast.seriesSizes.age0to14
  if (sizes === undefined) return undefined
  const small = forecast.smallAreaSizes
  const [base, inhabitants] = [addToOrigins(choice, children.ofBuurten[0]!), addToOrigins(choice, children.inhabitants)]
  const origins = listOrigins(catchment.pairs)
  const parts = findParts(catchment, origins, base)
  const byYear: Float64Array[] = []
  for (const ahead of children.years.keys()) {
    await nextTurn()
    const ofOrigin = base.map((own, origin) => {
      const ofInhabitants = small ? getDeviation(small, Math.max(LEAST_INHABITANTS, inhabitants[origin]!), ahead) : 0
      return Math.max(getDeviation(sizes, own, ahead), ofInhabitants) ** 2
    })
    const shared = Float64Array.from(municipalityOfSchool, (at) => getDeviation(sizes, children.ofMunicipalities[0]![at] ?? Infinity, ahead) ** 2)
    const variances = shared.slice()
    parts.forEach((part, pair) => {
      const site = catchment.pairs.sites[pair]!
      variances[site]! += part * part * Math.max(0, ofOrigin[origins[pair]!]! - shared[site]!)
    })
    byYear.push(variances)
  }
  return byYear
}

/** What part of the pupils of its school comes from the origin of each pair. */
function findParts({ pairs, usePerPerson }: Catchment, origins: Int32Array, base: Float64Array): Float64Array {
  const flows = usePerPerson.map((own, pair) => own * base[origins[pair]!]!)
  const sums = new Float64Array(pairs.siteCount)
  flows.forEach((flow, pair) => (sums[pairs.sites[pair]!]! += flow))
  return flows.map((flow, pair) => (sums[pairs.sites[pair]!]! > 0 ? flow / sums[pairs.sites[pair]!]! : 0))
}

/**
 * The standard deviation of the logarithm of the pupils of a school, `ahead` years on. Who starts is chance (Poisson): after h years h ÷ 8 of the pupils
 * are new. The drift of the share adds up like a random walk. Nothing is uncertain in the year that was counted.
 */
export function getPupilDeviation(childrenVariance: number, pupils: number, ahead: number, drift: number): number {
  if (ahead === 0) return 0
  const chance = Math.min(1, ahead / SCHOOL_YEARS) / Math.max(1, pupils)
  return Math.sqrt(childrenVariance + chance + drift * drift * ahead)
}
