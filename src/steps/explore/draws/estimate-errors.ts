/** Errors of the components of a projection, such that inhabitants get the errors that past projections had. Method: docs/methods/back-test.md. */
import type { ErrorSeries, ProjectionErrors } from '#engines/projection/projection-errors.ts'
import { getGrowthDeviations, type ErrorSizes } from '#steps/explore/error-sizes.ts'
import { AGE_COUNT, CELL_COUNT, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'

/** The engine takes no larger deviation of a logarithm. */
const LARGEST = 1
/** Years of which the yearly noise in births and deaths is taken. */
const NOISE_YEARS = 20

/**
 * Lasting errors of growth: immigration for the country, arrivals for a municipality, each from the first step on. Shocks of a year: departures.
 * Births and deaths: what the country's level differed from that of the year before, and chance in each municipality. A share of the population in growth is that share
 * over the flow as a share of the population.
 */
export function estimateErrors({ data, base, inHouseholds, flows, shape, level, jumpOff }: PreparedMunicipalities, sizes: ErrorSizes): ProjectionErrors {
  const inhabitants = addByMunicipality(base.people)
  const departures = addByMunicipality(inHouseholds.map((people, at) => people * flows.internalOutRates[at]!))
  const emigration = addByMunicipality(inHouseholds.map((people, at) => people * flows.emigrationRates[at]!))
  const arrivals = addByMunicipality(flows.arrivalWeights)
  const immigration = sum(flows.getImmigration(level.getNational(jumpOff)))
  const own = [...inhabitants].map((people) => getGrowthDeviations(sizes, people))
  const leaving = (at: number) => (departures[at]! + emigration[at]!) / inhabitants[at]!
  const perFlow = (deviation: number, people: number, flow: number) => Math.min(LARGEST, flow > 0 ? (deviation * people) / flow : 0)
  const national = getGrowthDeviations(sizes, Infinity)
  const changes = data.changes.get(jumpOff - 1)!
  const none = { national: still(), regional: still(), own: still() }
  return {
    regions: Uint32Array.from(data.regions),
    components: {
      fertility: { ...none, national: walk(measureNoise(data, 'births')), own: chance(changes.births) },
      mortality: { ...none, national: noise(measureNoise(data, 'deaths')), own: chance(changes.deaths) },
      internalDepartures: { ...none, own: { persistence: 0, deviation: Float64Array.from(own, ({ shocks }, at) => perFlow(shocks, inhabitants[at]!, departures[at]!)), startDeviation: new Float64Array(shape.areaCount) } },
      internalArrivals: { ...none, own: { persistence: 1, deviation: new Float64Array(shape.areaCount), startDeviation: Float64Array.from(own, ({ lasting }, at) => perFlow(lasting * makeUpForLeavers(leaving(at), sizes.windows.furthest / 2), inhabitants[at]!, arrivals[at]!)) } },
      emigration: none,
      immigration: { ...none, national: { persistence: 1, deviation: Float64Array.of(perFlow(national.shocks, sum(inhabitants), immigration)), startDeviation: Float64Array.of(perFlow(national.lasting, sum(inhabitants), immigration)) } },
    },
  }
}

/**
 * Of people who came more than projected, some leave again: a lasting error of arrivals grows as (1 − e^(−kh)) ÷ k and not as h, with k the share that
 * leaves a year. This makes it up, at a horizon of `years`.
 */
export const makeUpForLeavers = (leaving: number, years: number): number => (leaving > 0 ? (leaving * years) / (1 - Math.exp(-leaving * years)) : 1)

const still = (): ErrorSeries => ({ persistence: 0, deviation: Float64Array.of(0), startDeviation: Float64Array.of(0) })
/** Of a count that comes out by chance (Poisson), new every year. */
const chance = (counts: Float64Array): ErrorSeries => ({ persistence: 0, deviation: counts.map((count) => Math.min(LARGEST, 1 / Math.sqrt(Math.max(1, count)))), startDeviation: new Float64Array(counts.length) })
const noise = (deviation: number): ErrorSeries => ({ persistence: 0, deviation: Float64Array.of(deviation), startDeviation: Float64Array.of(0) })
const walk = (deviation: number): ErrorSeries => ({ persistence: 1, deviation: Float64Array.of(deviation), startDeviation: Float64Array.of(0) })

/** Standard deviation of the change, from one year to the next, of births a woman of 25 to 39 or of deaths a person of 65 and over, beyond their mean change. */
function measureNoise({ nationalPopulation, nationalDeaths, changes, sexes }: ProjectionData, what: 'births' | 'deaths'): number {
  const [from, to] = what === 'births' ? [25, 39] : [65, AGE_COUNT - 1]
  const years = [...changes.keys()].sort((a, b) => a - b).filter((year) => nationalPopulation.has(year) && sexes.has(year)).slice(-NOISE_YEARS)
  const levels = years.map((year) => {
    const people = nationalPopulation.get(year)!
    let exposed = 0
    for (let cell = 0; cell < CELL_COUNT; cell++) if (cell % AGE_COUNT >= from && cell % AGE_COUNT <= to && (what === 'deaths' || cell < AGE_COUNT)) exposed += people[cell]!
    const counted = what === 'births' ? sum(changes.get(year)!.births) : sum(nationalDeaths.get(year) ?? changes.get(year)!.deaths)
    return Math.log(counted / exposed)
  })
  const steps = levels.slice(1).map((own, at) => own - levels[at]!)
  if (steps.length < 2) return 0
  const mean = sum(steps) / steps.length
  return Math.sqrt(sum(steps.map((step) => (step - mean) ** 2)) / (steps.length - 1))
}

