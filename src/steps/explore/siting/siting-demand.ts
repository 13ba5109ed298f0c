/** How many people who count live in each buurt, in the year and under the scenario that is asked. */
import type { Area, AreaCode } from '#domain/area.ts'
import { changesPeople } from '#domain/changes-people.ts'
import type { COUNTED_PEOPLE, SitingDocument } from '#domain/siting-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { MOST_YEARS } from '#steps/explore/municipal-run.ts'
import { readHouseholds, type BuurtHouseholds } from '#steps/explore/reach/buurt-households.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findReachPeople } from '#steps/explore/reach/reach-people.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import { gatherBuurten, type GatheredBuurten } from '#steps/explore/projected-place.ts'
import { getScenarioRun } from '#steps/explore/scenario/scenario-run.ts'
import type { CountBuurten } from '#steps/explore/siting/siting-task.ts'
import { SeeError } from '#steps/see/problems.ts'
import { nextTurn } from '#steps/shared/turns.ts'

type CountedPeople = (typeof COUNTED_PEOPLE)[number]

export interface SitingDemand {
  readonly year: number
  readonly from: 'counted' | 'projected'
  readonly jumpOff?: number
  /** People of a buurt, 0 and up; undefined where it is not known. */
  readonly find: (buurt: Area) => number | undefined
  /** In the same year and under the same scenario; undefined where the figures have no households or no cars of buurten. */
  readonly households: BuurtHouseholds | undefined
  readonly remarks: readonly Words[]
}

type Asked = Pick<SitingDocument, 'year' | 'scenario' | 'people'>

/**
 * Of all buurten of these municipalities. Projected where the package has what that takes; otherwise counted, and then for the reference year only.
 * @param countBuurten does the work that takes long, on other threads
 * Throws SeeError `noSuchYear`, ProjectionError.
 */
export async function getSitingDemand(statistics: Statistics, municipalities: readonly AreaCode[], asked: Asked, countBuurten: CountBuurten): Promise<SitingDemand> {
  if (canProject(statistics)) return projectDemand(statistics, municipalities, asked, countBuurten)
  if ((asked.scenario !== undefined && changesPeople(asked.scenario)) || (asked.year ?? statistics.referenceYear) !== statistics.referenceYear) await getForecast(statistics)
  return countDemand(statistics, asked.people)
}

async function projectDemand(statistics: Statistics, municipalities: readonly AreaCode[], { year: asked, scenario, people }: Asked, countBuurten: CountBuurten): Promise<SitingDemand> {
  const forecast = await getForecast(statistics)
  const year = asked ?? forecast.prepared.jumpOff
  const yearCount = year - forecast.prepared.jumpOff + 1
  if (yearCount < 1 || yearCount > MOST_YEARS + 1) throw new SeeError('noSuchYear', String(year))
  const run = await getScenarioRun(statistics, forecast, scenario)
  const gathered: GatheredBuurten[] = []
  for (const code of municipalities) {
    const own = gatherBuurten(statistics, forecast, run, code, yearCount)
    if (own !== undefined) gathered.push(own)
    await nextTurn()
  }
  const counts = people === 'householdsWithoutCar' ? [] : await countBuurten(gathered.map(({ task }) => task), people)
  const byCode = new Map(counts.flatMap((own, at) => gathered[at]!.base.buurten.map((buurt, row) => [buurt.code, gathered[at]!.base.lived[row] === true ? own[row]! : 0] as const)))
  const households = await findHouseholds(statistics, municipalities, asked === undefined && scenario === undefined ? undefined : year, scenario)
  return {
    year,
    from: 'projected',
    jumpOff: forecast.prepared.jumpOff,
    find: people === 'householdsWithoutCar' ? countWithoutCar(households) : ({ code }) => byCode.get(code),
    households,
    remarks: [
      ...(people === 'householdsWithoutCar' ? [ABOUT_HOUSEHOLDS] : []),
      ...(scenario && run.changedCounts.length > 0 && run.changedCounts.every((count) => count === 0) ? [{ nl: `Het scenario "${scenario.name}" verandert niets aan de prognose.`, en: `The scenario "${scenario.name}" changes nothing in the projection.` }] : []),
    ],
  }
}

/** Children of 4 to 11 are eight of the fifteen years of the youngest group that is counted. */
const CHILDREN_SHARE = 8 / 15
const COLUMNS = { all: 'population', people65Plus: 'age65Plus', children4to11: 'age0to14', householdsWithoutCar: 'population' } as const satisfies Readonly<Record<CountedPeople, string>>

const ABOUT_HOUSEHOLDS: Words = {
  nl: 'Huishoudens zonder auto zijn geschat uit het aantal auto’s per huishouden van nu. Later houdt elke buurt per inwoner van 15 jaar of ouder evenveel huishoudens als nu.',
  en: 'Households without a car are estimated from the cars per household of today. Later every neighbourhood keeps as many households for each inhabitant of 15 or over as now.',
}

/** As norms and travel times have them: of the people of that year, as counted where none is asked. */
async function findHouseholds(statistics: Statistics, municipalities: readonly AreaCode[], year: number | undefined, scenario: Asked['scenario']): Promise<BuurtHouseholds | undefined> {
  const asked = new Set(municipalities)
  const buurten = getHomePoints(statistics).areas.filter(({ parents }) => asked.has(parents.municipality ?? ''))
  return readHouseholds(statistics, statistics.referenceYear, await findReachPeople(statistics, year, buurten, scenario))
}

const countWithoutCar = (households: BuurtHouseholds | undefined): SitingDemand['find'] => (buurt) => households?.find(buurt)[1]

function countDemand(statistics: Statistics, people: CountedPeople): SitingDemand {
  const year = statistics.referenceYear
  const column = statistics.findColumn(COLUMNS[people], 'neighbourhood', year)
  const factor = people === 'children4to11' ? CHILDREN_SHARE : 1
  const findCounted = (buurt: Area): number | undefined => {
    const own = column?.values[statistics.getPosition(buurt.code)]
    return own === undefined || Number.isNaN(own) ? undefined : own * factor
  }
  const households = readHouseholds(statistics, year)
  return {
    year,
    from: 'counted',
    find: people === 'householdsWithoutCar' ? countWithoutCar(households) : findCounted,
    households,
    remarks: people === 'householdsWithoutCar' ? [ABOUT_HOUSEHOLDS] : people === 'children4to11' ? [{ nl: 'Kinderen van 4 tot en met 11 jaar zijn geschat: acht vijftiende van de kinderen tot 15 jaar.', en: 'Children of 4 to 11 are estimated: eight fifteenths of the children under 15.' }] : [],
  }
}
