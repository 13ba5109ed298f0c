/** The scenarios of a page: the two that come along, and the reader's own from dials, homes or a file. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { UrlState } from '#web/app/search-state.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { areTurned, GROWTH, listScenarioAreas, makeScenario, planHomes, readDials, readHomes, SHRINK, type Dials, type ScenarioId } from '#web/outlook-page/scenarios.ts'

export interface PageScenarios {
  /** Beside the base. */
  readonly list: readonly (readonly [ScenarioId, ScenarioDocument])[]
  readonly own: ScenarioDocument | undefined
  readonly dials: Dials
  /** Homes a year; undefined where there is not one municipality to build in. */
  readonly homes: number | undefined
  readonly peoplePerHome: number
  readonly opened: ScenarioDocument | undefined
  /** Whether the own scenario is about the place itself, and not about its whole municipality. */
  readonly isOwnLocal: boolean
}

/** `opened`: what the address brings along, in place of the dials. */
export function readScenarios(projection: ProjectionAnswer, state: UrlState, opened: ScenarioDocument | undefined, t: Messages): PageScenarios {
  const codes = projection.areas.map(({ code }) => code)
  const areas = listScenarioAreas(codes)
  const [municipality = ''] = areas
  const isOwnLocal = projection.level === 'smallArea' && areas.length === 1
  const dials = readDials(state)
  const homes = canBuildHomes(projection) ? readHomes(state) : undefined
  const peoplePerHome = countPeoplePerHome(projection)
  const make = (name: string, turned: Dials, within: readonly string[]) => makeScenario(name, turned, projection.jumpOff, within)
  const [onlyCode] = codes
  const made = { ...make(t.outlook.scenarioNames.own, dials, isOwnLocal ? codes : areas), ...planHomes(homes ?? 0, projection.jumpOff, municipality, peoplePerHome, isOwnLocal && codes.length === 1 ? onlyCode : undefined) }
  const own = opened ?? (areTurned(dials) || (homes ?? 0) !== 0 ? made : undefined)
  return {
    list: [['growth', make(t.outlook.scenarioNames.growth, GROWTH, areas)], ['shrink', make(t.outlook.scenarioNames.shrink, SHRINK, areas)], ...(own ? [['own', own] as const] : [])],
    own,
    dials,
    homes,
    peoplePerHome,
    opened,
    isOwnLocal,
  }
}

/** Only in one municipality, or a part of one. */
export function canBuildHomes(projection: ProjectionAnswer): boolean {
  const [municipality, ...others] = listScenarioAreas(projection.areas.map(({ code }) => code))
  return others.length === 0 && municipality?.startsWith('GM') === true
}

/** Where households are not counted, about as many as in the country. */
const USUAL_PEOPLE_PER_HOME = 2.1

function countPeoplePerHome({ population, households }: ProjectionAnswer): number {
  const [people = 0, homes = 0] = [population.projected[0], households?.total[0]]
  return homes > 0 ? Math.round((10 * people) / homes) / 10 : USUAL_PEOPLE_PER_HOME
}
