/** One primary school: its pupils year by year, where they live, and where they would go if it closed. */
import type { SchoolDetailAnswer, SchoolDetailScenarioAnswer } from '#domain/answers/school-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import { closeSites, countUsers, listOrigins, type Catchment } from '#engines/catchment/catchment.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getGround } from '#steps/explore/reach/reach-ground.ts'
import { findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import { describeBasis, identify, listNeighbours } from '#steps/explore/schools/list-schools.ts'
import { chooseDrift, findBounds, getSchoolYear, listChances, roundPupils } from '#steps/explore/schools/school-chances.ts'
import { addToOrigins } from '#steps/explore/schools/school-choice.ts'
import { getSchoolForecast, type SchoolForecast, type SchoolOutlook } from '#steps/explore/schools/school-forecast.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'

const [OTHERS, MOST_LISTED] = [3, 8]

/** Throws SeeError `unknownSchool` or `noFacilities`, ProjectionError `projectionTablesMissing`. */
export async function getSchool(statistics: Statistics, code: string, askedDrift?: number): Promise<SchoolDetailAnswer> {
  const base = await getSchoolForecast(statistics)
  return describeSchool(statistics, { base, outlook: base, closedSites: new Set() }, code, askedDrift)
}

/** The same under a scenario, with the pupils of the base beside it. Of a school that closes in it: where its pupils go. Throws as above, and SeeError `scenarioRefused`. */
export async function getSchoolUnder(statistics: Statistics, code: string, document: ScenarioDocument, askedDrift?: number): Promise<SchoolDetailScenarioAnswer> {
  const { forecast } = await getSchool(statistics, code, askedDrift)
  const { base, outlook, closed, remarks } = await getSchoolsUnder(statistics, document)
  const closedSites = new Set(base.schools.flatMap((school, at) => (closed.includes(school) ? [at] : [])))
  const answer = await describeSchool(statistics, { base, outlook, closedSites }, code, askedDrift, remarks)
  return { ...answer, scenario: { name: document.name, closes: closed.some((school) => school.code === code) }, base: { forecast } }
}

/** Which schools there are, and what is expected of them; the base itself, or what a scenario makes of it. */
interface SchoolSide {
  readonly base: SchoolForecast
  readonly outlook: SchoolOutlook
  /** Positions in the base of those that the scenario closes. */
  readonly closedSites: ReadonlySet<number>
}

async function describeSchool(statistics: Statistics, side: SchoolSide, code: string, askedDrift: number | undefined, scenario?: readonly Words[]): Promise<SchoolDetailAnswer> {
  const { base, outlook, closedSites } = side
  const at = base.schools.findIndex((school) => school.code === code)
  const open = outlook.schools.findIndex((school) => school.code === code)
  const uncounted = base.withoutPupils.findIndex((school) => school.code === code)
  const school = base.schools[at] ?? base.withoutPupils[uncounted]
  if (school === undefined) throw new SeeError('unknownSchool', code)
  const drift = chooseDrift(outlook, askedDrift)
  return {
    ...describeBasis(statistics, outlook, drift, scenario),
    school: { ...identify(statistics, school, base.places[at] ?? base.placesWithoutPupils[uncounted]), justOpened: base.justOpened.has(code) },
    forecast: open < 0 || base.justOpened.has(code) ? [] : outlook.years.map((year, ahead) => describeYear(outlook, open, year, ahead, drift.deviation)),
    others: await findOthers(statistics, outlook, school),
    buurten: open < 0 ? [] : listBuurten(outlook.children, base.choice, closeSites(base.catchment, closedSites), at),
    ifClosed: at < 0 ? [] : listReceivers(side, at),
  }
}

function describeYear(forecast: SchoolOutlook, at: number, year: number, ahead: number, drift: number): SchoolDetailAnswer['forecast'][number] {
  const own = getSchoolYear(forecast, at, ahead, drift)
  const [[lower50, upper50], [lower80, upper80], [lower95, upper95]] = [findBounds(own, 50), findBounds(own, 80), findBounds(own, 95)]
  return { year, expected: roundPupils(own.expected), lower50, upper50, lower80, upper80, lower95, upper95, municipalNorm: own.municipalNorm, chances: listChances(own) }
}

async function findOthers(statistics: Statistics, forecast: SchoolOutlook, school: School): Promise<SchoolDetailAnswer['others']> {
  const neighbours = listNeighbours(forecast, school, OTHERS)
  const others = neighbours.map(({ code }) => forecast.table.schools.find((own) => own.code === code)!)
  const car = getTravelMode('car')
  const questions = others.map(({ point }) => ({ points: [school.point], sites: [{ point }], mode: car, k: 1 }))
  const ways = await findNearestBeside(questions, { car: await getGround(statistics, car) })
  return neighbours.map((neighbour, at) => {
    const minutes = ways[at]!.minutes[0]!
    return { ...neighbour, pupils: (others[at]!.pupils ?? 0) > 0 ? others[at]!.pupils! : null, carMinutes: Number.isNaN(minutes) ? null : Math.round(minutes * 10) / 10 }
  })
}

/** Buurten of which at least half a pupil comes. */
function listBuurten(children: ChildrenOfBuurten, choice: SchoolForecast['choice'], { pairs, usePerPerson }: Catchment, site: number): SchoolDetailAnswer['buurten'] {
  const origins = listOrigins(pairs)
  const perChild = new Map<number, number>()
  pairs.sites.forEach((own, pair) => own === site && perChild.set(origins[pair]!, (perChild.get(origins[pair]!) ?? 0) + usePerPerson[pair]!))
  const found = children.areas.flatMap(({ code, name }, buurt) => {
    const pupils = roundPupils((perChild.get(choice.originOfBuurt[buurt]!) ?? 0) * children.ofBuurten[0]![buurt]!)
    return pupils >= 0.5 ? [{ code, name, pupils }] : []
  })
  return found.sort((a, b) => b.pupils - a.pupils).slice(0, MOST_LISTED)
}

/** Who has more pupils without it than with it; other schools that close are closed in both. */
function listReceivers({ base: { catchment, choice, schools }, outlook: { children }, closedSites }: SchoolSide, site: number): SchoolDetailAnswer['ifClosed'] {
  const people = addToOrigins(choice, children.ofBuurten[0]!)
  const others = new Set([...closedSites].filter((own) => own !== site))
  const [before, after] = [others, new Set([...others, site])].map((closed) => countUsers(closeSites(catchment, closed), people))
  const found = schools.flatMap(({ code, name }, at) => {
    const more = roundPupils(after![at]! - before![at]!)
    return at !== site && more >= 0.5 ? [{ code, name, pupils: more }] : []
  })
  return found.sort((a, b) => b.pupils - a.pupils).slice(0, MOST_LISTED)
}
