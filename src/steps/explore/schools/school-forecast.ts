/** Pupils of every primary school in later years: children around it, at the share that it has now. Found or made at first use, and held as long as the figures are. */
import type { Statistics } from '#statistics/statistics.ts'
import { createKept } from '#steps/explore/kept.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import type { ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import { makeSchoolContents, type SchoolContents } from '#steps/explore/schools/school-contents.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

export interface SchoolForecast extends Omit<SchoolContents, 'children'> {
  readonly children: ChildrenOfBuurten
}

/** What a list of schools needs: a scenario may leave out schools, while the catchment still has all sites. */
export type SchoolOutlook = Omit<SchoolForecast, 'catchment'>

/** What takes seconds of it. */
export const KEPT_SCHOOLS = createKept('schools', new URL('./school-contents.ts', import.meta.url), makeSchoolContents)

/** Throws SeeError `noFacilities` without schools with pupils, ProjectionError `projectionTablesMissing`. */
export const getSchoolForecast: (statistics: Statistics) => Promise<SchoolForecast> = memoize(async (statistics) => {
  const contents = await KEPT_SCHOOLS.get(statistics)
  if (contents === null) throw new SeeError('noFacilities', 'primarySchool')
  const { codes, ...children } = contents.children
  return { ...contents, children: { ...children, areas: codes.map((code) => statistics.findArea(code)!) } }
})

/** Looks it up where it can be made, so that the first who asks need not wait. */
export async function prepareSchools(statistics: Statistics): Promise<void> {
  if (!canProject(statistics)) return
  await getSchoolForecast(statistics).catch((error: unknown) => {
    if (!(error instanceof SeeError)) throw error
  })
}
