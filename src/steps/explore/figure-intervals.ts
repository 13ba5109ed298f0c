/** Intervals of demand and households of a place, from what past projections missed of the age group or kind they belong to. */
import { DEMANDS, type ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { DEMAND_AGES } from '#steps/explore/demand-ages.ts'
import type { ErrorSeriesId } from '#steps/explore/error-series.ts'
import { Z80 } from '#steps/explore/error-sizes.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import { HOUSEHOLD_KINDS } from '#steps/explore/inputs/household-positions.ts'
import { AGE_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { getPlaceDeviation } from '#steps/explore/place-intervals.ts'
import type { PartHouseholds } from '#steps/explore/place-households.ts'
import type { ProjectedPlace } from '#steps/explore/projected-place.ts'

/** Errors of a part of a group are taken to be those of a group of its size. */
export const SERIES_OF: Readonly<Record<(typeof DEMANDS)[number], ErrorSeriesId>> = {
  children0to3: 'age0to14',
  pupils4to11: 'age0to14',
  pupils12to17: 'age15to24',
  young18to24: 'age15to24',
  people65Plus: 'age65Plus',
  people75Plus: 'age65Plus',
  people85Plus: 'age65Plus',
  alone75Plus: 'onePerson',
}

/** Of a part of the place, by its position, so many years after the jump-off. */
type CountPart = (part: number, year: number) => number

interface Figure {
  readonly id: string
  readonly series: ErrorSeriesId
  /** Undefined where it cannot be counted. */
  readonly count: CountPart | undefined
}

/** A figure by year, and the standard deviations of its logarithm. */
export interface MeasuredFigure {
  readonly id: string
  readonly projected: readonly number[]
  readonly deviations: readonly number[]
}

/** Those of which errors are known. Deviations of a small area are at least those of its inhabitants, `placeDeviations`. */
export function measureFigures(forecast: Forecast, place: ProjectedPlace, households: readonly PartHouseholds[] | undefined, placeDeviations: readonly number[]): MeasuredFigure[] {
  const figures = [...DEMANDS.map((id): Figure => ({ id, series: SERIES_OF[id], count: makeDemandCounter(id, place, households) })), ...listHouseholdFigures(households)]
  return figures.flatMap(({ id, series, count }) => {
    const sizes = forecast.seriesSizes[series]
    if (sizes === undefined || count === undefined) return []
    const parts = [...place.parts.keys()]
    const base = parts.map((part) => count(part, 0)).filter((own) => own > 0)
    const own = placeDeviations.map((_, year) => (base.length === 0 ? 0 : getPlaceDeviation(sizes, base, year)))
    return [{
      id,
      projected: placeDeviations.map((_, year) => sum(parts.map((part) => count(part, year)))),
      deviations: place.level === 'smallArea' ? own.map((deviation, year) => Math.max(deviation, placeDeviations[year]!)) : own,
    }]
  })
}

export function listFigureIntervals(figures: readonly MeasuredFigure[]): ProjectionAnswer['intervals'] {
  return figures.map(({ id, projected, deviations }) => ({
    id,
    percent: 80,
    lower: projected.map((own, year) => round(own * Math.exp(-Z80 * deviations[year]!))),
    upper: projected.map((own, year) => round(own * Math.exp(Z80 * deviations[year]!))),
  }))
}

function listHouseholdFigures(households: readonly PartHouseholds[] | undefined): Figure[] {
  if (households === undefined) return []
  return [
    ...HOUSEHOLD_KINDS.map((id, kind): Figure => ({ id, series: id, count: (part, year) => households[part]!.kinds[year]![kind]! })),
    { id: 'households', series: 'households', count: (part, year) => sum(households[part]!.kinds[year]!) },
  ]
}

function makeDemandCounter(id: (typeof DEMANDS)[number], { parts }: ProjectedPlace, households: readonly PartHouseholds[] | undefined): CountPart | undefined {
  if (id === 'alone75Plus') return households && ((part, year) => households[part]!.alone75Plus[year]!)
  const [from, to] = DEMAND_AGES[id]
  return (part, year) => {
    const people = parts[part]!.years[year]!
    let total = 0
    for (let age = from; age <= to; age++) total += people[age]! + people[AGE_COUNT + age]!
    return total
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
