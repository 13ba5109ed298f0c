/** All that is kept beside the figures, in the order to make it in. */
import type { Statistics } from '#statistics/statistics.ts'
import { KEPT_FORECAST } from '#steps/explore/forecast.ts'
import type { Kept } from '#steps/explore/kept.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import { KEPT_STREETS } from '#steps/explore/reach/reach-ground.ts'
import { findStreetSources } from '#steps/explore/reach/read-streets.ts'
import { KEPT_SCHOOLS } from '#steps/explore/schools/school-forecast.ts'

/** What can be made of these figures and was not kept yet. Streets come last: those of a country take minutes. */
export async function listNotKept(statistics: Statistics): Promise<Kept<unknown>[]> {
  const all: Kept<unknown>[] = [...(canProject(statistics) ? [KEPT_FORECAST, KEPT_SCHOOLS] : []), ...(findStreetSources(statistics).length > 0 ? KEPT_STREETS.values() : [])]
  const missing: Kept<unknown>[] = []
  // One at a time: each is looked at whole, and a country's streets are a hundred megabytes.
  for (const kept of all) if (!(await kept.has(statistics))) missing.push(kept)
  return missing
}
