/** Who lives in every buurt, by group: as counted, or as projected for a later year, with or without a scenario. */
import type { Area, AreaCode } from '#domain/area.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { MOST_YEARS } from '#steps/explore/municipal-run.ts'
import { gatherBuurten, type GatheredBuurten } from '#steps/explore/projected-place.ts'
import type { GroupCounts } from '#steps/explore/reach/count-groups-task.ts'
import { PEOPLE_GROUPS } from '#steps/explore/reach/people-groups.ts'
import { getScenarioRun } from '#steps/explore/scenario/scenario-run.ts'
import type { BuurtenTask } from '#steps/explore/scenario/project-buurten.ts'
import { nextTurn } from '#steps/shared/turns.ts'
import { runSplit } from '#steps/workers/run-split.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

const TASK = new URL('./count-groups-task.ts', import.meta.url)

export interface ReachPeople {
  readonly year: number
  readonly from: 'counted' | 'projected'
  /** Of a buurt, in the order of PEOPLE_GROUPS; NaN where the group is not known. */
  readonly find: (buurt: Area) => readonly number[]
  /** False for a buurt that is not in the projection, as its code is newer or its municipality is not projected: `find` gives nobody. */
  readonly knows: (buurt: Area) => boolean
}

/** Of these buurten in a year; as counted where none is asked. Throws as `projectReachPeople`. */
export function findReachPeople(statistics: Statistics, year: number | undefined, buurten: readonly Area[], scenario?: ScenarioDocument): ReachPeople | Promise<ReachPeople> {
  if (year === undefined) return countReachPeople(statistics)
  return projectReachPeople(statistics, [...new Set(buurten.map(({ parents }) => parents.municipality ?? ''))], year, scenario)
}

/** As counted in the reference year. What is missing counts as nobody, but for a group that nothing counts. */
function countReachPeople(statistics: Statistics): ReachPeople {
  const year = statistics.referenceYear
  const columns = PEOPLE_GROUPS.map(({ indicator }) => indicator && statistics.findColumn(indicator, 'neighbourhood', year)?.values)
  return { year, from: 'counted', knows: () => true, find: ({ code }) => columns.map((column) => (column ? column[statistics.getPosition(code)] || 0 : Number.NaN)) }
}

/** The years and scenarios that are kept; a whole country is under a megabyte. */
const MOST_KEPT = 4
const getKept = memoize(() => new Map<string, Map<AreaCode, Promise<ReadonlyMap<AreaCode, readonly number[]>>>>())

/**
 * Of the buurten of these municipalities on 1 January of a year. Threads do what takes long; what was projected is kept.
 * Throws SeeError `noSuchYear` for a year that is not projected, ProjectionError where the package lacks what it takes or the scenario cannot be followed.
 */
async function projectReachPeople(statistics: Statistics, municipalities: readonly AreaCode[], year: number, scenario?: ScenarioDocument): Promise<ReachPeople> {
  const forecast = await getForecast(statistics)
  const yearCount = year - forecast.prepared.jumpOff + 1
  if (yearCount < 1 || yearCount > MOST_YEARS + 1) throw new SeeError('noSuchYear', String(year))
  const key = JSON.stringify([year, scenario?.patches, scenario?.newHomes])
  const kept = getKept(statistics)
  const known = kept.get(key) ?? new Map<AreaCode, Promise<ReadonlyMap<AreaCode, readonly number[]>>>()
  kept.delete(key)
  kept.set(key, known)
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
  const wanted = municipalities.filter((code) => !known.has(code))
  if (wanted.length > 0) {
    const projecting = projectMunicipalities(statistics, forecast, wanted, yearCount, scenario)
    for (const code of wanted) known.set(code, projecting.then((all) => all.get(code) ?? new Map<AreaCode, readonly number[]>()))
    projecting.catch(() => wanted.forEach((code) => known.delete(code)))
  }
  const people = new Map((await Promise.all(municipalities.map((code) => known.get(code)!))).flatMap((own) => [...own]))
  const nobody = PEOPLE_GROUPS.map(() => 0)
  return { year, from: 'projected', knows: ({ code }) => people.has(code), find: ({ code }) => people.get(code) ?? nobody }
}

async function projectMunicipalities(statistics: Statistics, forecast: Awaited<ReturnType<typeof getForecast>>, municipalities: readonly AreaCode[], yearCount: number, scenario: ScenarioDocument | undefined) {
  const run = await getScenarioRun(statistics, forecast, scenario)
  const gathered: { readonly code: AreaCode; readonly own: GatheredBuurten }[] = []
  for (const code of municipalities) {
    const own = gatherBuurten(statistics, forecast, run, code, yearCount)
    if (own !== undefined) gathered.push({ code, own })
    // Others are answered in between.
    await nextTurn()
  }
  const outputs = await runSplit<readonly BuurtenTask[], GroupCounts>({ module: TASK, input: gathered.map(({ own }) => own.task), parts: gathered.length })
  const counts = new Map(outputs.flat())
  const size = PEOPLE_GROUPS.length
  return new Map(
    gathered.map(({ code, own: { base } }, part) => [
      code,
      new Map(base.buurten.map((buurt, row) => [buurt.code, base.lived[row] === true ? [...counts.get(part)!.subarray(row * size, (row + 1) * size)] : PEOPLE_GROUPS.map(() => 0)] as const)),
    ]),
  )
}
