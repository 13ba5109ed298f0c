/** What in the address of a siting question was not used, with what is asked instead. */
import { listUnused, writePart, type ParameterCheck, type UnusedPart } from '#web/app/address-check.ts'
import { readYear, type UrlState } from '#web/app/search-state.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { FACILITY_PATHS, MODE_PATHS } from '#web/reach-page/reach-choice.ts'
import { GOAL_PATHS, PEOPLE_PATHS, listUnreadAmounts, readCorners, readNumber, type SitingDraft } from '#web/siting-page/siting-state.ts'

const NUMBERS = ['aantal', 'budget', 'omvang', 'nieuw'] as const

/** `facilityName` is that of the facility that is asked about. */
export function listUnusedOfQuestion(state: UrlState, question: SitingDraft, { facilityName, canProject }: { facilityName: string; canProject: boolean }, t: Messages): UnusedPart[] {
  const { facilityType, people = 'all', mode = 'car', goal = 'median', normMinutes } = question
  const checkNumber = (name: string): ParameterCheck => ({ isTaken: readNumber(state[name]) !== undefined })
  const parts = listUnused(state, {
    naam: 'any',
    voorziening: { isTaken: state['voorziening'] === FACILITY_PATHS[facilityType], shown: facilityName.toLocaleLowerCase() },
    gebied: { isTaken: 'codes' in question.area },
    vlak: { isTaken: readCorners(state['vlak']).length === (state['vlak'] ?? '').split(';').length },
    wie: { isTaken: state['wie'] === PEOPLE_PATHS[people], shown: t.siting.peopleWords[people] },
    manier: { isTaken: state['manier'] === MODE_PATHS[mode], shown: t.reach.modes[mode].toLocaleLowerCase() },
    doel: { isTaken: state['doel'] === GOAL_PATHS[goal], shown: t.siting.goals[goal].toLocaleLowerCase() },
    norm: { isTaken: readNumber(state['norm']) !== undefined, shown: `${normMinutes} ${t.siting.minutesUnit(normMinutes)}` },
    ...Object.fromEntries(NUMBERS.map((name) => [name, checkNumber(name)])),
    jaar: { isTaken: readYear(state['jaar']) !== undefined },
    open: 'any',
    dicht: 'any',
    kosten: 'any',
    rijdend: 'any',
    'geen-halte': { isTaken: question.mobile !== undefined },
    // Which one it is, is for the choice of scenarios to say; one in a document that was opened goes first.
    scenario: { isTaken: canProject && question.scenario === undefined },
    meer: { isTaken: isObject(state['meer']) },
    bereken: { isTaken: state['bereken'] === 'ja' },
    plan: { isTaken: /^[1-9]\d*$/.test(state['plan'] ?? '') },
  })
  const amounts = (['kosten', 'rijdend'] as const).flatMap((name) => listUnreadAmounts(name, state[name]).map((text): UnusedPart => ({ kind: 'leftOut', text: writePart(name, text) })))
  return [...parts, ...amounts]
}

function isObject(text: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
