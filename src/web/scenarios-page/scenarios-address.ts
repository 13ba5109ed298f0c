/** What the page about scenarios takes from its address, and what of it cannot be used. */
import type { StatusAnswer } from '#domain/answers/answers.ts'
import { listUnused, writePart, type UnusedPart } from '#web/app/address-check.ts'
import { readList, readYear, type UrlState } from '#web/app/search-state.ts'
import { getJumpOff } from '#web/chosen-scenario/jump-off.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { FACILITY_PATHS, MODE_PATHS, type ReachChoice } from '#web/reach-page/reach-choice.ts'

export const MOST_COMPARED = 4
/** Years ahead of which people are known, when an outlook is asked without a number of years. */
const YEARS_AHEAD = 30

/** References of the scenarios that are open. */
export const readCompared = (state: UrlState): string[] => readList(state['bekijk']).slice(0, MOST_COMPARED)

/** The year of the comparison; undefined where none is asked, or one that cannot be projected. */
export function readCompareYear(state: UrlState, status: StatusAnswer): number | undefined {
  const year = readYear(state['jaar'])
  const ahead = (year ?? 0) - getJumpOff(status)
  return status.missingForProjection.length === 0 && ahead >= 0 && ahead <= YEARS_AHEAD ? year : undefined
}

/** `choice` is undefined where there are no facilities at all. */
export function listUnusedOfScenarios(state: UrlState, choice: ReachChoice | undefined, status: StatusAnswer, t: Messages): UnusedPart[] {
  const parts = listUnused(state, {
    bekijk: 'any',
    // Whether there is such a place is for its own question to say.
    plaats: 'any',
    jaar: { isTaken: readCompareYear(state, status) !== undefined },
    voorziening: { isTaken: choice !== undefined && state['voorziening'] === FACILITY_PATHS[choice.facilityType] },
    manier: choice === undefined ? { isTaken: false } : { isTaken: state['manier'] === MODE_PATHS[choice.mode], shown: t.reach.modes[choice.mode].toLocaleLowerCase() },
    norm: choice === undefined ? { isTaken: false } : { isTaken: Number(state['norm']) === choice.normMinutes, shown: String(choice.normMinutes) },
  })
  const tooMany = readList(state['bekijk']).slice(MOST_COMPARED)
  return [...parts, ...tooMany.map((reference): UnusedPart => ({ kind: 'leftOut', text: writePart('bekijk', reference) }))]
}
