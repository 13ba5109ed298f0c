/** All that is kept beside the figures, and what is made of it first. */
import type { Statistics } from '#statistics/statistics.ts'
import { KEPT_FORECAST } from '#steps/explore/forecast.ts'
import type { Kept } from '#steps/explore/kept.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import { KEPT_STREETS } from '#steps/explore/reach/reach-ground.ts'
import { findStreetSources } from '#steps/explore/reach/read-streets.ts'
import { KEPT_SCHOOL_BACK_TEST } from '#steps/explore/schools/school-back-test.ts'
import { KEPT_SCHOOLS } from '#steps/explore/schools/school-forecast.ts'

/** Extracts that are smaller together are prepared in a second or two; those of a country take minutes. */
const SMALL_EXTRACTS_BYTES = 5_000_000

/** What can be made of these figures and was not kept yet: small extracts first, and large ones last, so that nobody waits long for what is quickly there. */
export async function listNotKept(statistics: Statistics): Promise<Kept<unknown>[]> {
  const extracts = findStreetSources(statistics)
  const bytes = extracts.flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes, 0)
  const forecasts: Kept<unknown>[] = canProject(statistics) ? [KEPT_FORECAST, KEPT_SCHOOLS, KEPT_SCHOOL_BACK_TEST] : []
  const streets: Kept<unknown>[] = extracts.length > 0 ? [...KEPT_STREETS.values()] : []
  const all = bytes < SMALL_EXTRACTS_BYTES ? [...streets, ...forecasts] : [...forecasts, ...streets]
  const missing: Kept<unknown>[] = []
  // One at a time: each is looked at whole, and a country's streets are a hundred megabytes.
  for (const kept of all) if (!(await kept.has(statistics))) missing.push(kept)
  return missing
}
