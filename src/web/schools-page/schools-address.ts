/** What in the address of the page about schools was not used, with what is shown instead. */
import { listUnused, type UnusedPart } from '#web/app/address-check.ts'
import type { UrlState } from '#web/app/search-state.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { NORM_PATHS, type SchoolChoice } from '#web/schools-page/school-choice.ts'

/** `year` is the one that is shown. A place, year or school that is not there is refused by the API, in its own words. */
export function listUnusedOfSchools(state: UrlState, choice: SchoolChoice, year: number, t: Messages): UnusedPart[] {
  const { norm, pupils, atLeast } = choice
  return listUnused(state, {
    gebied: 'any',
    school: 'any',
    scenario: 'any',
    norm: { isTaken: state['norm'] === NORM_PATHS[norm], shown: t.schools.norms[norm].toLocaleLowerCase() },
    aantal: norm === 'own' ? { isTaken: Number(state['aantal']) === pupils, shown: `${pupils} ${t.schools.pupilsUnit}` } : { isTaken: false },
    jaar: { isTaken: Number(state['jaar']) === year, shown: String(year) },
    kans: { isTaken: Number(state['kans']) === atLeast, shown: (atLeast === 0 ? t.schools.likelyAll : t.schools.likelyAbove(atLeast)).toLocaleLowerCase() },
  })
}
