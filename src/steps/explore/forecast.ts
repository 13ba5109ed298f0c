/** The projection of all municipalities from the newest figures, with how wrong it may be: found or made at first use, and held as long as those figures are. */
import { deserialize, serialize } from 'node:v8'
import type { Scenario } from '#engines/projection/scenario.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getBaseContents, makeForecastContents, type BaseContents, type ForecastContents } from '#steps/explore/forecast-contents.ts'
import { followFigures, type PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { followHeadshipRates, runMunicipalities, type MunicipalRun } from '#steps/explore/municipal-run.ts'
import { memoize } from '#steps/see/memo.ts'
import { digestModule } from '#steps/workers/digest-module.ts'

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

/** A fraction of the work of a forecast. Throws ProjectionError `projectionTablesMissing`. */
export const getBaseProjection: (statistics: Statistics) => Promise<BaseProjection> = memoize(async (statistics) => followBase((await findContents(statistics)) ?? (await getBaseContents(statistics))))

/** Throws ProjectionError `projectionTablesMissing`. */
export const getForecast: (statistics: Statistics) => Promise<Forecast> = memoize(async (statistics) => follow((await findContents(statistics)) ?? (await makeForecastContents(statistics))))

function followBase(contents: BaseContents): BaseProjection {
  const prepared = followFigures(contents.prepared)
  return { ...contents, prepared, base: { years: contents.years, changedCounts: [], getHeadshipRates: followHeadshipRates(prepared, contents.households) } }
}

function follow(contents: ForecastContents): Forecast {
  const own = followBase(contents)
  const { prepared, households, base } = own
  return { ...contents, ...own, run: async (scenario) => (scenario.length === 0 ? base : runMunicipalities(prepared, households, scenario)) }
}

/** What is kept of it beside the figures, by the program that made it: another program makes its own. */
const KIND = 'projection'
const getKey = async (): Promise<string> => digestModule(new URL('./forecast-contents.ts', import.meta.url))

/** Who is making the contents of these statistics, elsewhere. */
const makers = new WeakMap<Statistics, Promise<unknown>>()

/** Whoever asks waits for `maker` first, which keeps the contents or gives up. */
export function awaitMaker(statistics: Statistics, maker: Promise<unknown>): void {
  makers.set(statistics, maker)
}

/** Undefined where this program has kept none, or what it kept cannot be read any more. */
const findContents = memoize(async (statistics): Promise<ForecastContents | undefined> => {
  await makers.get(statistics)?.catch(() => undefined)
  const bytes = await statistics.derived?.find(KIND, await getKey())
  try {
    return bytes && (deserialize(bytes) as ForecastContents)
  } catch {
    return undefined
  }
})

export const hasContents = async ({ derived }: Statistics): Promise<boolean> => (await derived?.find(KIND, await getKey())) !== undefined

/** Makes the contents and keeps them for whoever asks later. Rejects where they cannot be kept. */
export async function keepContents(statistics: Statistics): Promise<void> {
  const [contents, key] = [await makeForecastContents(statistics), await getKey()]
  await statistics.derived?.keep(KIND, key, serialize(contents))
}
