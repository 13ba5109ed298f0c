/** Which norms a village meets, from its own point, and who lives beyond them in its buurt or wijk. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { AreaCode } from '#domain/area.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Norm } from '#domain/norm.ts'
import type { Place } from '#domain/place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { readColumn, type NormSide } from '#steps/explore/norms/measure-norm.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findNearestFrom } from '#steps/explore/reach/nearest-of-buurten.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { changeFacilities } from '#steps/explore/scenario/apply-facilities.ts'
import { applySpeeds } from '#steps/explore/scenario/apply-speeds.ts'
import type { TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { listVillages } from '#steps/see/families.ts'

type Village = NonNullable<NormRunAnswer['villages']>[number]
export type VillageSide = Pick<Village, 'minutes' | 'meets' | 'people'>

/** By id, in the order of their names; empty for areas whose villages are not listed, such as the country. */
export function listNormVillages(statistics: Statistics, within: AreaCode | undefined): readonly Place[] {
  const area = within === undefined ? undefined : statistics.findArea(within)
  return area ? listVillages(statistics, area) : []
}

/** In the order of the villages. */
export async function measureVillages(statistics: Statistics, within: AreaCode, villages: readonly Place[], { norms, year, scenario }: NormSide): Promise<VillageSide[]> {
  const points = villages.map(({ point }) => point)
  const times: (readonly number[] | undefined)[] = []
  const columns: (ReachAnswer | undefined)[] = []
  for (const norm of norms) {
    const minutes = await measureMinutes(statistics, points, norm, scenario)
    times.push(minutes)
    columns.push(minutes && (await readColumn(statistics, { level: 'neighbourhood', within }, norm, year, scenario)))
  }
  const rowsOf = createRowFinder(statistics, within)
  return villages.map((village, row) => {
    const minutes = times.map((column) => column?.[row])
    const rows = rowsOf(village)
    const [known] = columns.filter((column) => column !== undefined)
    return {
      minutes: minutes.map((own) => (own === undefined || Number.isNaN(own) ? null : Math.round(own * 10) / 10)),
      meets: minutes.map((own, at) => (own === undefined || Number.isNaN(own) ? null : own <= norms[at]!.mostMinutes!)),
      ...(rows && known && { people: { inhabitants: sumAt(known.inhabitants, rows), beyond: columns.map((column) => column ? countBeyond(column, rows) : null) } }),
    }
  })
}

/** The rows of the buurten of a village in a column of buurten; undefined where only its municipality is known. */
function createRowFinder(statistics: Statistics, within: AreaCode): (village: Place) => readonly number[] | undefined {
  const rows = new Map<AreaCode, number[]>()
  for (const [row, code] of listAreaNames(statistics, 'neighbourhood', getHomePoints(statistics).year, within).codes.entries()) {
    for (const own of [code, statistics.findArea(code)?.parents.district ?? '']) rows.set(own, [...(rows.get(own) ?? []), row])
  }
  return ({ area }) => rows.get(area)
}

function countBeyond({ beyondNorm: { all, age0to14, age65Plus }, households }: ReachAnswer, rows: readonly number[]) {
  return { all: sumAt(all, rows), age0to14: sumAt(age0to14, rows), age65Plus: sumAt(age65Plus, rows), withoutCar: households ? sumAt(households.withoutCarBeyondNorm, rows) : null }
}

function sumAt(counts: readonly number[], rows: readonly number[]): number
function sumAt(counts: readonly (number | null)[], rows: readonly number[]): number | null
function sumAt(counts: readonly (number | null)[], rows: readonly number[]): number | null {
  return rows.reduce<number | null>((total, row) => (total === null || counts[row] === null ? null : total + counts[row]!), 0)
}

async function measureMinutes(statistics: Statistics, points: readonly (readonly [number, number])[], { facilityType, mode = USUAL_MODE, mostMinutes }: Norm, scenario: TravelScenario | undefined): Promise<readonly number[] | undefined> {
  const list = await findFacilities(statistics, facilityType)
  if (mostMinutes === undefined || 'reason' in list || list.facilities.length === 0) return undefined
  const facilities = changeFacilities(list.facilities, facilityType, scenario?.changes ?? [])
  const speed = await applySpeeds(statistics, getTravelMode(mode), scenario?.document.speeds ?? [])
  const { minutes } = await findNearestFrom({ points }, facilities, speed.mode, speed.ground)
  return [...minutes].map((own) => own / speed.overall)
}
