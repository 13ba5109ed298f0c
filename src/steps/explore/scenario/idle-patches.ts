/** Parts of a scenario about people and homes that change no figure of the projection, in words. */
import { changesPeople } from '#domain/changes-people.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { describeChanges, nameChange } from '#steps/explore/scenario/describe-changes.ts'
import { getScenarioRun } from '#steps/explore/scenario/scenario-run.ts'

/** Empty where each changes something. Throws ProjectionError. */
export async function describeIdlePatches(statistics: Statistics, document: ScenarioDocument): Promise<Words[]> {
  if (!changesPeople(document)) return []
  const { changedCounts } = await getScenarioRun(statistics, await getForecast(statistics), document)
  return describeChanges(statistics, document, changedCounts)
    .filter(({ changedFigures }) => changedFigures === 0)
    .map(({ field, text }) => ({ nl: `${nameChange(field).nl} verandert niets aan de prognose: ${text.nl}.`, en: `${nameChange(field).en} changes nothing in the projection: ${text.en}.` }))
}
