/** The projection of all municipalities from the newest figures, with how wrong it may be: found or made at first use, and held as long as those figures are. */
import type { Scenario } from '#engines/projection/scenario.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getBaseContents, makeForecastContents, type BaseContents, type ForecastContents } from '#steps/explore/forecast-contents.ts'
import { followFigures, type PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { createKept } from '#steps/explore/kept.ts'
import { followHeadshipRates, runMunicipalities, type MunicipalRun } from '#steps/explore/municipal-run.ts'
import { memoize } from '#steps/see/memo.ts'

/** What is projected, without how wrong that was before. */
export interface BaseProjection extends BaseContents {
  readonly prepared: PreparedMunicipalities
  readonly base: MunicipalRun
}

export interface Forecast extends ForecastContents, BaseProjection {
  readonly prepared: PreparedMunicipalities
  /** Answers others between the years. Rejects with a RangeError for a scenario that cannot be followed. */
  run(scenario: Scenario): Promise<MunicipalRun>
}

/** What takes seconds of it. */
export const KEPT_FORECAST = createKept('projection', new URL('./forecast-contents.ts', import.meta.url), makeForecastContents)

/** A fraction of the work of a forecast. Throws ProjectionError `projectionTablesMissing`. */
export const getBaseProjection: (statistics: Statistics) => Promise<BaseProjection> = memoize(async (statistics) => followBase((await KEPT_FORECAST.find(statistics)) ?? (await getBaseContents(statistics))))

/** Throws ProjectionError `projectionTablesMissing`. */
export const getForecast: (statistics: Statistics) => Promise<Forecast> = memoize(async (statistics) => follow(await KEPT_FORECAST.get(statistics)))

function followBase(contents: BaseContents): BaseProjection {
  const prepared = followFigures(contents.prepared)
  return { ...contents, prepared, base: { years: contents.years, changedCounts: [], getHeadshipRates: followHeadshipRates(prepared, contents.households) } }
}

function follow(contents: ForecastContents): Forecast {
  const own = followBase(contents)
  const { prepared, households, base } = own
  return { ...contents, ...own, run: async (scenario) => (scenario.length === 0 ? base : runMunicipalities(prepared, households, scenario)) }
}
