/** What of a projection can be drawn over the years. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { FanBand } from '#web/charts/fan-chart.ts'
import type { Messages } from '#web/messages/nl/index.ts'

export type MeasureId = keyof Messages['outlook']['measure']

export interface Measure {
  readonly id: MeasureId
  /** One figure a year. */
  readonly values: readonly number[]
  readonly bands: readonly FanBand[]
  readonly decimals: number
}

/** Only those that the projection gives: places where households are not counted have none. Intervals are those of trajectories where these were drawn. */
export function listMeasures({ population, households, indicators, demand, intervals, draws }: ProjectionAnswer): Measure[] {
  const findDrawn = (id: MeasureId) => draws?.intervals.filter((own) => own.id === id) ?? []
  const chooseBands = (id: MeasureId, otherwise: readonly FanBand[]) => (findDrawn(id).length > 0 ? findDrawn(id) : otherwise)
  const make = (id: MeasureId, values: readonly number[] | undefined): Measure[] =>
    values === undefined ? [] : [{ id, values, bands: chooseBands(id, intervals.filter((own) => own.id === id)), decimals: 0 }]
  return [
    { id: 'population', values: population.projected, bands: chooseBands('population', population.intervals), decimals: 0 },
    ...make('households', households?.total),
    ...make('onePerson', households?.onePerson),
    ...make('withoutChildren', households?.withoutChildren),
    ...make('withChildren', households?.withChildren),
    ...demand.flatMap(({ id, values }) => make(id, values)),
    { id: 'greyPressure', values: indicators.greyPressure, bands: [], decimals: 0 },
    { id: 'greenPressure', values: indicators.greenPressure, bands: [], decimals: 0 },
  ]
}

/** The interval of a measure that is said in words. */
export const findLikely = ({ bands }: Measure): FanBand | undefined => bands.find(({ percent }) => percent === 80)
