/** Intervals of a municipality or region from trajectories; drawn for all municipalities, and kept for whoever asks next. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { DRAWN, drawMunicipalities, type DrawControl, type DrawRequest, type Drawn, type MunicipalDraws } from '#steps/explore/draws/draw-municipalities.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import type { ProjectedPlace } from '#steps/explore/projected-place.ts'

/** By these shrinking and anticipating regions are told: inhabitants and households, in percent from the jump-off to a year. */
const LINES = [
  { drawn: 'population', changePercent: -2.5 },
  { drawn: 'population', changePercent: -12.5 },
  { drawn: 'households', changePercent: -2.5 },
  { drawn: 'households', changePercent: -5 },
] as const
const LINE_YEAR = 2040
const PERCENTS = [50, 80, 95] as const
/** Runs that are kept for a forecast, some megabytes each. */
const MOST_KEPT = 4

const kept = new WeakMap<Forecast, Map<string, Promise<MunicipalDraws>>>()

/** Undefined for small areas, without draws, and where the size of errors is not known. */
export async function drawPlace(forecast: Forecast, place: ProjectedPlace, request: Omit<DrawRequest, 'thresholds'>, control?: DrawControl): Promise<Pick<ProjectionAnswer, 'thresholds'> & Required<Pick<ProjectionAnswer, 'draws'>> | undefined> {
  if (place.level === 'smallArea' || request.draws === 0 || forecast.sizes === undefined) return undefined
  const lines = LINES.filter(({ drawn }) => drawn === 'population' || forecast.households !== undefined)
  const isFarEnough = forecast.prepared.jumpOff + request.years >= LINE_YEAR
  const thresholds = isFarEnough ? lines.map(({ drawn, changePercent }) => ({ drawn, year: LINE_YEAR, shareOfBase: 1 + changePercent / 100 })) : []
  const isRegion = place.level === 'region'
  const draws = await findDraws(forecast, { ...request, thresholds, ...(isRegion && { group: place.parts.map(({ municipality }) => municipality) }) }, control)
  const at = isRegion ? draws.groupPlace : place.parts[0]!.municipality
  const chances = draws.getChances(at)
  return {
    draws: { count: request.draws, seed: request.seed, intervals: DRAWN.flatMap((id) => listIntervals(draws, at, id)) },
    thresholds: thresholds.map(({ drawn, year }, line) => ({ measure: drawn, year, changePercent: lines[line]!.changePercent, chance: chances[line]! })),
  }
}

/** A run that can be stopped is kept once it is done: others must not be stopped with it. */
async function findDraws(forecast: Forecast, request: DrawRequest, control: DrawControl | undefined): Promise<MunicipalDraws> {
  const runs = kept.get(forecast) ?? new Map<string, Promise<MunicipalDraws>>()
  kept.set(forecast, runs)
  const key = JSON.stringify(request)
  const found = runs.get(key)
  if (found !== undefined) return found
  const started = drawMunicipalities(forecast.prepared, { sizes: forecast.sizes!, seriesSizes: forecast.seriesSizes }, forecast.households, request, control)
  if (control !== undefined) await started
  runs.set(key, started)
  const [oldest] = runs.keys()
  if (runs.size > MOST_KEPT) runs.delete(oldest!)
  return started
}

function listIntervals(draws: MunicipalDraws, place: number, id: Drawn) {
  return PERCENTS.flatMap((percent) => {
    const interval = draws.getInterval(place, id, percent)
    return interval ? [{ id, percent, lower: interval.lower.map(roundCount), upper: interval.upper.map(roundCount) }] : []
  })
}

/** Bounds are read from counts in classes, and the lowest class may begin below nobody. */
const roundCount = (value: number): number => Math.round(Math.max(0, value) * 100) / 100
