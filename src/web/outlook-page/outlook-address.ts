/** What in the address of an outlook was not used, with what is shown instead. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { DRAWS } from '#web/api/projection-draws.ts'
import { listUnused, type ParameterCheck, type UnusedPart } from '#web/app/address-check.ts'
import type { UrlState } from '#web/app/search-state.ts'
import type { Format } from '#web/format/format.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { listMeasures } from '#web/outlook-page/measures.ts'
import { chooseYear } from '#web/outlook-page/outlook-years.ts'
import { canBuildHomes } from '#web/outlook-page/page-scenarios.ts'
import { DIALS, readDials, readHomes, SCENARIO_ADDRESS, type ScenarioId } from '#web/outlook-page/scenarios.ts'

/** `ids` are the scenarios that can be shown. */
export function listUnusedOfOutlook(state: UrlState, projection: ProjectionAnswer, ids: readonly ScenarioId[], t: Messages, format: Format): UnusedPart[] {
  const year = String(chooseYear(state, projection.years))
  const dials = readDials(state)
  const homes = readHomes(state)
  const checkDial = (dial: (typeof DIALS)[number]): ParameterCheck => ({ isTaken: state[dial] === undefined || Number(state[dial]) === dials[dial], shown: `${format.signed(dials[dial])}%` })
  return listUnused(state, {
    plaats: 'any',
    buurten: 'any',
    naam: 'any',
    eigen: 'any',
    scenario: { isTaken: ids.some((id) => SCENARIO_ADDRESS[id] === state['scenario']), shown: t.outlook.scenarioNames.base.toLocaleLowerCase() },
    trekkingen: { isTaken: state['trekkingen'] === String(DRAWS) && projection.level !== 'smallArea' },
    jaar: { isTaken: state['jaar'] === year, shown: year },
    onderwerp: { isTaken: listMeasures(projection).some(({ id }) => id === state['onderwerp']), shown: t.outlook.measure.population.toLocaleLowerCase() },
    ...Object.fromEntries(DIALS.map((dial) => [dial, checkDial(dial)])),
    woningen: canBuildHomes(projection) ? { isTaken: Number(state['woningen']) === homes, shown: t.outlook.compare.homesShown(format.number(homes)) } : { isTaken: false },
  })
}
