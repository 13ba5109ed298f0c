/**
 * How wrong births, deaths and moves may be. Beside one another they are sized by how they vary from year to year; together by how wrong the
 * same program was in the past, so that the inhabitants of trajectories are spread as the errors of past projections. Method: docs/methods/cohort-component.md.
 */
import { findMedian } from '#engines/numeric/robust-line.ts'
import { COMPONENTS, createNoErrors } from '#engines/projection/projection-errors.ts'
import type { Component, ErrorSeries, ProjectionErrors } from '#engines/projection/projection-errors.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'
import { REFERENCE_INHABITANTS, type ErrorSizes } from '#steps/explore/error-sizes.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { sum, type ProjectionData, type YearOfChange } from '#steps/explore/inputs/projection-data.ts'

const COUNTS: Readonly<Record<Component, keyof YearOfChange>> = {
  fertility: 'births',
  mortality: 'deaths',
  internalDepartures: 'departures',
  internalArrivals: 'arrivals',
  emigration: 'emigration',
  immigration: 'immigration',
}
/** A move within the country changes no total of it. */
const NATIONAL_COMPONENTS: readonly Component[] = ['fertility', 'mortality', 'emigration', 'immigration']
/** Half of a normal distribution lies within so many deviations. */
const Z50 = 0.6744897501960817
/** The engine takes no more; only places of some dozens of people come near. */
const LARGEST_DEVIATION = 1
const NEVER: ErrorSeries = { persistence: 0, deviation: Float64Array.of(0), startDeviation: Float64Array.of(0) }

/** By component: the deviation of the logarithm of its count from one year to the next. */
type Variation = Readonly<Record<Component, number>>

export function estimateComponentErrors(prepared: PreparedMunicipalities, sizes: ErrorSizes): ProjectionErrors {
  const { shape, data } = prepared
  const inhabitants = addByMunicipality(prepared.base.people)
  const rates = measureCrudeRates(prepared, inhabitants)
  const { national, own } = measureVariation(data)
  const horizon = sizes.windows.furthest
  const all = sum(inhabitants)
  const ofCountry = (component: Component) => sum(rates[component].map((rate, at) => rate * inhabitants[at]!)) / all
  const fit = ({ shocks, lasting }: ErrorSizes['own'], loss: number) => fitPath(shocks + lasting, shocks * horizon + lasting * horizon ** 2, horizon, Math.max(0, loss))
  // Who came by error leaves or dies in part, and bears.
  const nationalLoss = ofCountry('emigration') + ofCountry('mortality') - ofCountry('fertility')
  const [nationalPath, ownPath] = [fit(sizes.national, nationalLoss), fit(sizes.own, nationalLoss + ofCountry('internalDepartures'))]
  const nationalScale = scaleTo(nationalPath.deviation, NATIONAL_COMPONENTS.map((component) => ofCountry(component) * national[component]))
  const ownScales = inhabitants.map((people, at) =>
    scaleTo(ownPath.deviation * (Math.max(1, people) / REFERENCE_INHABITANTS) ** sizes.sizePower, COMPONENTS.map((component) => rates[component][at]! * own[component])))
  const seriesOf = ({ persistence }: ErrorPath, deviation: Float64Array): ErrorSeries => ({ persistence, deviation: deviation.map((one) => Math.min(LARGEST_DEVIATION, one)), startDeviation: Float64Array.of(0) })
  const components = COMPONENTS.map((component) => [component, {
    national: NATIONAL_COMPONENTS.includes(component) ? seriesOf(nationalPath, Float64Array.of(nationalScale * national[component])) : NEVER,
    // Errors that the municipalities of a region share were not measured apart: they are in those of each.
    regional: NEVER,
    own: seriesOf(ownPath, ownScales.map((scale) => scale * own[component])),
  }] as const)
  return { ...createNoErrors(shape), components: Object.fromEntries(components) as ProjectionErrors['components'] }
}

/** Births, deaths and moves an inhabitant in the first year of the projection; one figure a municipality. */
function measureCrudeRates({ shape, base, getInputs, jumpOff }: PreparedMunicipalities, inhabitants: Float64Array): Readonly<Record<Component, Float64Array>> {
  const flows = createFlows(shape)
  new StepProjector(shape).project(getInputs(jumpOff), base.people, new Float64Array(base.people.length), flows)
  const births = new Float64Array(shape.areaCount)
  flows.birthsByAge.forEach((own, at) => (births[Math.floor(at / shape.ageCount)]! += own))
  const each = (counts: Float64Array) => counts.map((count, at) => count / Math.max(1, inhabitants[at]!))
  // What a large place draws more, it draws from itself in part, and of those who leave some come back the same day: its share of all arrivals.
  const arrivals = Math.max(1, sum(flows.internalArrivals))
  const withOthers = (counts: Float64Array) => each(counts).map((rate, at) => rate * (1 - flows.internalArrivals[at]! / arrivals))
  return {
    fertility: each(births),
    mortality: each(flows.deaths),
    internalDepartures: withOthers(flows.internalDepartures),
    internalArrivals: withOthers(flows.internalArrivals),
    emigration: each(flows.emigration),
    immigration: each(flows.immigration),
  }
}

/** Of the country, and of a municipality beside it (the middle of all, so that a merger or an asylum centre does not count for many). */
function measureVariation({ changes }: ProjectionData): { readonly national: Variation; readonly own: Variation } {
  const years = [...changes.keys()].toSorted((a, b) => a - b)
  const [national, own] = [new Map<Component, number>(), new Map<Component, number>()]
  for (const component of COMPONENTS) {
    const steps = years.slice(1).map((year) => {
      const [before, after] = [changes.get(year - 1)?.[COUNTS[component]] ?? new Float64Array(0), changes.get(year)![COUNTS[component]]]
      const country = Math.log(sum(after) / sum(before))
      return { country, beside: [...after].flatMap((count, at) => (count > 0 && before[at]! > 0 ? [Math.abs(Math.log(count / before[at]!) - country)] : [])) }
    })
    const known = steps.filter(({ country }) => Number.isFinite(country))
    national.set(component, Math.sqrt(sum(known.map(({ country }) => country ** 2)) / Math.max(1, known.length)))
    const beside = known.flatMap((step) => step.beside)
    own.set(component, beside.length === 0 ? 0 : findMedian(Float64Array.from(beside)) / Z50)
  }
  return { national: Object.fromEntries(national) as Variation, own: Object.fromEntries(own) as Variation }
}

/** Factor with which parts that err apart from one another are together as wrong as `deviation`. */
function scaleTo(deviation: number, parts: readonly number[]): number {
  const together = Math.hypot(...parts)
  return together === 0 ? 0 : deviation / together
}

interface ErrorPath {
  readonly persistence: number
  /** Of the growth of a year. */
  readonly deviation: number
}

/**
 * Growth errs by x(t) = persistence × x(t − 1) + shock; inhabitants by what is left of it all, as a share `loss` of the error goes again every year.
 * Found so that the variance of inhabitants is right after one year and after `horizon` years, as near as a persistence from 0 to 1 comes; then at the horizon.
 */
export function fitPath(variance1: number, varianceAtHorizon: number, horizon: number, loss = 0): ErrorPath {
  if (variance1 <= 0 || horizon <= 1) return { persistence: 0, deviation: Math.sqrt(Math.max(0, variance1, varianceAtHorizon) / Math.max(1, horizon)) }
  let [low, high] = [0, 1]
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2
    if (sumVariance(middle, horizon, loss) * variance1 < varianceAtHorizon) low = middle
    else high = middle
  }
  return { persistence: low, deviation: Math.sqrt(varianceAtHorizon / sumVariance(low, horizon, loss)) }
}

/** Variance of inhabitants after so many years, for shocks of variance 1: each shock works on through all later years. */
function sumVariance(persistence: number, years: number, loss: number): number {
  let [variance, reach, power] = [0, 0, 1]
  for (let year = 0; year < years; year++) {
    reach = reach * (1 - loss) + power
    power *= persistence
    variance += reach ** 2
  }
  return variance
}
