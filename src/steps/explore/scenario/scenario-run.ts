/** The projection under a scenario, kept for whoever asks for the same one: plans, travel times, norms and schools. */
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import type { MunicipalRun } from '#steps/explore/municipal-run.ts'
import { runScenario } from '#steps/explore/scenario/run-scenario.ts'
import { planScenario } from '#steps/explore/scenario/scenario-plan.ts'
import { memoize } from '#steps/see/memo.ts'

const MOST_KEPT = 4
const getKept = memoize(() => new Map<string, Promise<MunicipalRun>>())

/** The base without a scenario. Rejects with ProjectionError `scenarioInvalid`. */
export function getScenarioRun(statistics: Statistics, forecast: Forecast, scenario: ScenarioDocument | undefined): Promise<MunicipalRun> {
  const kept = getKept(statistics)
  const key = JSON.stringify([scenario?.patches, scenario?.newHomes])
  const known = kept.get(key)
  if (known !== undefined) return known
  const run = followScenario(statistics, forecast, scenario)
  kept.set(key, run)
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
  run.catch(() => kept.delete(key))
  return run
}

async function followScenario(statistics: Statistics, forecast: Forecast, scenario: ScenarioDocument | undefined): Promise<MunicipalRun> {
  return scenario === undefined ? forecast.base : runScenario(forecast, planScenario(statistics, forecast, scenario))
}
