/** Travelling faster or slower than in the base. */
import { makeFault, type Fault } from '#domain/fault.ts'
import type { RoadClass, ScenarioSpeed } from '#domain/scenario-facilities.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getLand } from '#steps/explore/reach/get-land.ts'
import { getGround, prepareRoads } from '#steps/explore/reach/reach-ground.ts'
import { readRoads } from '#steps/explore/reach/read-roads.ts'
import type { PreparedRoads, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { BY_MODE, type TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { memoize } from '#steps/see/memo.ts'

export function checkSpeeds(speeds: readonly ScenarioSpeed[], hasRoads: boolean): Fault[] {
  return speeds.flatMap(({ mode, roads }, at) => {
    const field = `speeds.${at}`
    const { nl, en } = BY_MODE[mode]
    if (roads !== undefined && mode !== 'car') return [makeFault(`${field}.roads`, `Soorten wegen kennen we alleen voor wie met de auto gaat, niet ${nl}. Laat "roads" weg.`, `Classes of roads are known for who goes by car, not ${en}. Leave "roads" out.`)]
    if (roads !== undefined && !hasRoads) return [makeFault(`${field}.roads`, 'Het ingelezen pakket heeft geen wegen met hun soort. Laat "roads" weg.', 'The package that was imported has no roads with their class. Leave "roads" out.')]
    const twice = speeds.findIndex((other) => other.mode === mode && other.roads === roads)
    return twice === at ? [] : [makeFault(field, `De snelheid ${nl} staat er twee keer. Laat er één staan.`, `The speed ${en} is there twice. Keep one.`)]
  })
}

export interface TravelSpeed {
  /** Times are divided by this. */
  readonly overall: number
  readonly mode: TravelMode
  readonly ground: TravelGround
}

/** What a mode meets on its way. Without speeds of its own the base itself. */
export async function applySpeeds(statistics: Statistics, mode: TravelMode, speeds: readonly ScenarioSpeed[]): Promise<TravelSpeed> {
  const own = speeds.filter((speed) => speed.mode === mode.id)
  const overall = own.find(({ roads }) => roads === undefined)?.factor ?? 1
  const factorOf = (wanted: RoadClass) => own.find(({ roads }) => roads === wanted)?.factor ?? 1
  const factors: ClassFactors = [factorOf('motorway'), factorOf('provincial'), factorOf('other')]
  if (factors.every((factor) => factor === 1)) return { overall, mode, ground: await getGround(statistics, mode) }
  return { overall, mode: { ...mode, localSpeed: mode.localSpeed * factors[2] }, ground: { roads: await getRoadsAtSpeeds(statistics, factors), land: await getLand(statistics) } }
}

type ClassFactors = readonly [motorway: number, provincial: number, other: number]

const getKept = memoize(() => new Map<string, Promise<PreparedRoads | undefined>>())
/** Sets of speeds whose network is kept. */
const MOST_KEPT = 4

function getRoadsAtSpeeds(statistics: Statistics, factors: ClassFactors): Promise<PreparedRoads | undefined> {
  const kept = getKept(statistics)
  const key = factors.join(' ')
  const known = kept.get(key)
  if (known !== undefined) return known
  const [motorway, provincial, other] = factors
  const byClass: Readonly<Record<RoadClass, number>> = { motorway, provincial, other }
  const making = readRoads(statistics, (roadClass) => byClass[roadClass]).then((network) => network && prepareRoads(network))
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, making)
  return making
}
