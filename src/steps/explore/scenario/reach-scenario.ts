/** Minutes to the nearest facility in a scenario beside the base: what changes, for whom, and by which part of the scenario. */
import type { ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { Facility } from '#domain/facility.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { findNearestOfBuurten } from '#steps/explore/reach/nearest-of-buurten.ts'
import { getReachColumn, type ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { PEOPLE_GROUPS } from '#steps/explore/reach/people-groups.ts'
import { findReachPeople } from '#steps/explore/reach/reach-people.ts'
import { nullUnknown } from '#steps/explore/reach/reach-sums.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { findNearestUnder, resolveScenario, type TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeIdlePatches } from '#steps/explore/scenario/idle-patches.ts'
import { describeTouched } from '#steps/explore/scenario/touched-words.ts'
import { describeEmptyScenario, describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'
import { selectPositions } from '#steps/see/catalogue.ts'

/** Throws SeeError `scenarioRefused`, `noFacilities` or `unknownArea`. */
export async function getReachUnderScenario(statistics: Statistics, question: ReachQuestion, document: ScenarioDocument): Promise<ReachScenarioAnswer> {
  const scenario = await resolveScenario(statistics, document)
  const sides = await findSides(statistics, scenario, question)
  const base = await getReachColumn(statistics, question)
  const answer = await getReachColumn(statistics, { ...question, normMinutes: sides.norm }, { facilities: sides.facilitiesAfter, nearest: sides.after }, document)
  const touched = listTouched(statistics, scenario, sides)
  return {
    ...answer,
    base,
    ...(await countCrossings(statistics, sides, document)),
    scenario: { name: document.name, touched, remarks: [...describeEmptyScenario(document), ...touched.flatMap((part) => describeTouched(part)), ...(question.year === undefined ? describeUnusedParts(document, 'reach') : await describeIdlePatches(statistics, document))] },
  }
}

interface Sides {
  readonly question: ReachQuestion
  /** In the scenario; that of the question is the base's. */
  readonly norm: number
  readonly before: NearestFacilities
  readonly after: NearestFacilities
  readonly facilitiesBefore: readonly Facility[]
  readonly facilitiesAfter: readonly Facility[]
}

async function findSides(statistics: Statistics, scenario: TravelScenario, question: ReachQuestion): Promise<Sides> {
  const { facilityType, mode, rank } = question
  const after = await findNearestUnder(statistics, scenario, facilityType, mode, rank)
  return {
    question,
    norm: findNorm(scenario, question),
    before: await findNearestOfBuurten(statistics, facilityType, mode, rank),
    after: after.nearest,
    facilitiesBefore: (await getFacilities(statistics, facilityType)).facilities,
    facilitiesAfter: after.facilities,
  }
}

/** What each part of a scenario about travelling touches in the answer to a question. Throws SeeError `noFacilities`. */
export async function touchParts(statistics: Statistics, scenario: TravelScenario, question: ReachQuestion): Promise<ReachScenarioAnswer['scenario']['touched']> {
  return listTouched(statistics, scenario, await findSides(statistics, scenario, question))
}

/** The norm of the scenario where it has one for this facility and mode. */
function findNorm({ document }: TravelScenario, { facilityType, mode, normMinutes }: ReachQuestion): number {
  return document.norms?.find((norm) => norm.facilityType === facilityType && (norm.mode ?? USUAL_MODE) === mode)?.mostMinutes ?? normMinutes
}

/** Minutes that are less apart are the same: what is left of computing with fractions. */
const SAME_MINUTES = 1e-6
/** All, the youngest and the oldest. */
const SHOWN_GROUPS = PEOPLE_GROUPS.slice(0, 3)

const differs = (a: number, b: number): boolean => Number.isNaN(a) !== Number.isNaN(b) || Math.abs(a - b) > SAME_MINUTES

/** People who come to live beyond the norm, or within it, and whose way is another. */
async function countCrossings(statistics: Statistics, { question, norm, before, after }: Sides, document: ScenarioDocument): Promise<Pick<ReachScenarioAnswer, 'newlyBeyond' | 'newlyWithin' | 'changed'>> {
  const { level, within, normMinutes } = question
  const homes = getHomePoints(statistics)
  const all = statistics.listAreas(level)
  const positions = selectPositions(statistics, level, homes.year, within)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const rows = homes.areas.map((area) => rowOfArea.get(level === 'neighbourhood' ? area.code : (area.parents[level] ?? '')))
  const living = await findReachPeople(statistics, question.year, homes.areas.filter((_, at) => rows[at] !== undefined), document)
  const make = () => SHOWN_GROUPS.map(() => new Array<number>(positions.length).fill(0))
  const [newlyBeyond, newlyWithin] = [make(), make()]
  const changed = { neighbourhoods: 0, inhabitants: 0 }
  for (const [at, area] of homes.areas.entries()) {
    const row = rows[at]
    if (row === undefined || homes.points[at] === undefined) continue
    const people = living.find(area).slice(0, SHOWN_GROUPS.length)
    if (differs(before.minutes[at]!, after.minutes[at]!)) {
      changed.neighbourhoods++
      changed.inhabitants += people[0]!
    }
    const [wasWithin, isWithin] = [before.minutes[at]! <= normMinutes, after.minutes[at]! <= norm]
    if (wasWithin === isWithin) continue
    for (const [group, count] of people.entries()) (isWithin ? newlyWithin : newlyBeyond)[group]![row]! += count
  }
  const round = (counts: number[]) => counts.map(Math.round)
  const name = ([everybody, age0to14, age65Plus]: number[][]) => ({ all: round(everybody!), age0to14: nullUnknown(round(age0to14!)), age65Plus: nullUnknown(round(age65Plus!)) })
  return { newlyBeyond: name(newlyBeyond), newlyWithin: name(newlyWithin), changed }
}

/** For every part how many buurten of the country go elsewhere, take another time, or come to lie on the other side of the norm. */
function listTouched(statistics: Statistics, { document, changes }: TravelScenario, sides: Sides): ReachScenarioAnswer['scenario']['touched'] {
  const { question, norm, before, after, facilitiesBefore: base, facilitiesAfter: now } = sides
  const homes = getHomePoints(statistics)
  const count = (holds: (at: number) => boolean) => homes.points.reduce((total, point, at) => total + (point !== undefined && holds(at) ? 1 : 0), 0)
  const goesTo = (nearest: NearestFacilities, list: readonly Facility[], facility: Facility | undefined, at: number) => facility !== undefined && list[nearest.facilities[at]!] === facility
  const isOther = (at: number) => differs(before.minutes[at]!, after.minutes[at]!) || base[before.facilities[at]!]?.id !== now[after.facilities[at]!]?.id
  return [
    ...changes.map(({ kind, at, before: was, after: is }) => {
      const { name, type } = (was ?? is)!
      if (type !== question.facilityType) return { part: kind, at, name, neighbourhoods: 0, outside: 'facilityType' as const }
      return { part: kind, at, name, neighbourhoods: count((buurt) => isOther(buurt) && (goesTo(before, base, was, buurt) || goesTo(after, now, is, buurt))) }
    }),
    ...(document.speeds ?? []).map(({ mode, factor }, at) => {
      if (mode !== question.mode) return { part: 'speeds' as const, at, name: mode, neighbourhoods: 0, outside: 'mode' as const }
      return { part: 'speeds' as const, at, name: mode, neighbourhoods: factor === 1 ? 0 : count((buurt) => differs(before.minutes[buurt]!, after.minutes[buurt]!)) }
    }),
    ...(document.norms ?? []).map(({ facilityType, mode = USUAL_MODE, mostMinutes }, at) => {
      const own = { part: 'norms' as const, at, name: facilityType, neighbourhoods: 0 }
      if (facilityType !== question.facilityType) return { ...own, outside: 'facilityType' as const }
      if (mode !== question.mode) return { ...own, outside: 'mode' as const }
      if (mostMinutes === undefined) return { ...own, outside: 'size' as const }
      return { ...own, neighbourhoods: count((buurt) => after.minutes[buurt]! <= question.normMinutes !== after.minutes[buurt]! <= norm) }
    }),
  ]
}
