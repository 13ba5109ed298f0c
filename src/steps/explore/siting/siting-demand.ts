/** How many people who count live in each buurt, in the year and under the scenario that is asked. */
import { setImmediate as pause } from 'node:timers/promises'
import type { Area, AreaCode } from '#domain/area.ts'
import type { COUNTED_PEOPLE, SitingDocument } from '#domain/siting-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast, type Forecast } from '#steps/explore/forecast.ts'
import { MOST_YEARS, type MunicipalRun } from '#steps/explore/municipal-run.ts'
import { readHouseholds } from '#steps/explore/reach/buurt-households.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import { gatherBuurten, type GatheredBuurten } from '#steps/explore/projected-place.ts'
import { runScenario as followPlan } from '#steps/explore/scenario/run-scenario.ts'
import { planScenario } from '#steps/explore/scenario/scenario-plan.ts'
import { describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'
import type { CountBuurten } from '#steps/explore/siting/siting-task.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

type CountedPeople = (typeof COUNTED_PEOPLE)[number]

export interface SitingDemand {
  readonly year: number
  readonly from: 'counted' | 'projected'
  readonly jumpOff?: number
  /** People of a buurt, 0 and up; undefined where it is not known. */
  readonly find: (buurt: Area) => number | undefined
  readonly remarks: readonly Words[]
  /** Resources of the package. */
  readonly sources: readonly string[]
}

type Asked = Pick<SitingDocument, 'year' | 'scenario' | 'people'>

/**
 * Of all buurten of these municipalities. Projected where the package has what that takes; otherwise counted, and then for the reference year only.
 * @param countBuurten does the work that takes long, on other threads
 * Throws SeeError `noSuchYear`, ProjectionError.
 */
export async function getSitingDemand(statistics: Statistics, municipalities: readonly AreaCode[], asked: Asked, countBuurten: CountBuurten): Promise<SitingDemand> {
  if (canProject(statistics)) return projectDemand(statistics, municipalities, asked, countBuurten)
  if (asked.scenario !== undefined || (asked.year ?? statistics.referenceYear) !== statistics.referenceYear) await getForecast(statistics)
  return countDemand(statistics, asked.people)
}

async function projectDemand(statistics: Statistics, municipalities: readonly AreaCode[], { year: asked, scenario, people }: Asked, countBuurten: CountBuurten): Promise<SitingDemand> {
  const forecast = await getForecast(statistics)
  const year = asked ?? forecast.prepared.jumpOff
  const yearCount = year - forecast.prepared.jumpOff + 1
  if (yearCount < 1 || yearCount > MOST_YEARS + 1) throw new SeeError('noSuchYear', String(year))
  const run = await runScenario(statistics, forecast, scenario)
  const gathered: GatheredBuurten[] = []
  for (const code of municipalities) {
    const own = gatherBuurten(statistics, forecast, run, code, yearCount)
    if (own !== undefined) gathered.push(own)
    await pause()
  }
  const counts = await countBuurten(gathered.map(({ task }) => task), people === 'householdsWithoutCar' ? 'all' : people)
  const byCode = new Map(gathered.flatMap(({ base: { buurten, lived } }, at) => buurten.map((buurt, row) => [buurt.code, lived[row] === true ? counts[at]![row]! : 0] as const)))
  return {
    year,
    from: 'projected',
    jumpOff: forecast.prepared.jumpOff,
    find: people === 'householdsWithoutCar' ? followHouseholds(statistics, ({ code }) => byCode.get(code)) : ({ code }) => byCode.get(code),
    remarks: [
      ...(people === 'householdsWithoutCar' ? [ABOUT_HOUSEHOLDS] : []),
      ...(scenario && run.changedCounts.length > 0 && run.changedCounts.every((count) => count === 0) ? [{ nl: `Het scenario "${scenario.name}" verandert niets aan de prognose.`, en: `The scenario "${scenario.name}" changes nothing in the projection.` }] : []),
      ...(scenario ? describeUnusedParts(scenario, 'projection') : []),
    ],
    sources: [...PROJECTION_TABLES, ...statistics.sources.flatMap(({ resource }) => (resource.startsWith('kwb-') ? [resource] : []))],
  }
}

/** Scenarios whose runs are kept: the same question is asked for several facilities. */
const MOST_KEPT = 4
const getKept = memoize(() => new Map<string, Promise<MunicipalRun>>())

export function runScenario(statistics: Statistics, forecast: Forecast, scenario: SitingDocument['scenario']): Promise<MunicipalRun> {
  const kept = getKept(statistics)
  const key = JSON.stringify([scenario?.patches, scenario?.newHomes])
  const known = kept.get(key)
  if (known !== undefined) return known
  const run = followScenario(statistics, forecast, scenario)
  kept.set(key, run)
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
  run.catch(() => kept.delete(key))
  return run
}

async function followScenario(statistics: Statistics, forecast: Forecast, scenario: SitingDocument['scenario']): Promise<MunicipalRun> {
  if (scenario === undefined) return forecast.base
  return followPlan(forecast, planScenario(statistics, forecast, scenario))
}

/** Children of 4 to 11 are eight of the fifteen years of the youngest group that is counted. */
const CHILDREN_SHARE = 8 / 15
const COLUMNS = { all: 'population', people65Plus: 'age65Plus', children4to11: 'age0to14', householdsWithoutCar: 'population' } as const satisfies Readonly<Record<CountedPeople, string>>

const ABOUT_HOUSEHOLDS: Words = {
  nl: 'Huishoudens zonder auto zijn geschat uit het aantal auto’s per huishouden van nu. Later veranderen zij even sterk als het aantal inwoners van hun buurt.',
  en: 'Households without a car are estimated from the cars per household of today. Later they change as much as the inhabitants of their buurt.',
}

/** Of today, times how the inhabitants of the buurt change. */
function followHouseholds(statistics: Statistics, findPeople: SitingDemand['find']): SitingDemand['find'] {
  const households = readHouseholds(statistics, statistics.referenceYear)
  const today = statistics.findColumn('population', 'neighbourhood', statistics.referenceYear)
  return (buurt) => {
    const [people, before] = [findPeople(buurt), today?.values[statistics.getPosition(buurt.code)]]
    if (households === undefined || people === undefined || before === undefined || Number.isNaN(before)) return undefined
    return before === 0 ? 0 : households.find(buurt)[1] * (people / before)
  }
}

function countDemand(statistics: Statistics, people: CountedPeople): SitingDemand {
  const year = statistics.referenceYear
  const column = statistics.findColumn(COLUMNS[people], 'neighbourhood', year)
  const factor = people === 'children4to11' ? CHILDREN_SHARE : 1
  const findCounted = (buurt: Area): number | undefined => {
    const own = column?.values[statistics.getPosition(buurt.code)]
    return own === undefined || Number.isNaN(own) ? undefined : own * factor
  }
  return {
    year,
    from: 'counted',
    find: people === 'householdsWithoutCar' ? followHouseholds(statistics, findCounted) : findCounted,
    remarks: people === 'householdsWithoutCar' ? [ABOUT_HOUSEHOLDS] : people === 'children4to11' ? [{ nl: 'Kinderen van 4 tot en met 11 jaar zijn geschat: acht vijftiende van de kinderen tot 15 jaar.', en: 'Children of 4 to 11 are estimated: eight fifteenths of the children under 15.' }] : [],
    sources: [...(column?.sources ?? [])],
  }
}
