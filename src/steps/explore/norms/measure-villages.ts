/** Which norms a village meets, from its own point. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { AreaCode } from '#domain/area.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Norm } from '#domain/norm.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findNearestFrom } from '#steps/explore/reach/nearest-of-buurten.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { changeFacilities } from '#steps/explore/scenario/apply-facilities.ts'
import { applySpeeds } from '#steps/explore/scenario/apply-speeds.ts'
import type { TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { listVillages } from '#steps/see/families.ts'

type Villages = NonNullable<NormRunAnswer['villages']>

/** Undefined for areas whose villages are not listed, such as the country. */
export async function measureVillages(statistics: Statistics, within: AreaCode, norms: readonly Norm[], scenario: TravelScenario | undefined): Promise<Villages | undefined> {
  const area = statistics.findArea(within)
  const villages = area ? listVillages(statistics, area) : []
  if (villages.length === 0) return undefined
  const points = villages.map(({ point }) => point)
  const columns: (readonly number[] | undefined)[] = []
  for (const norm of norms) columns.push(await measureMinutes(statistics, points, norm, scenario))
  return villages.map(({ id, name }, row) => {
    const minutes = columns.map((column) => column?.[row])
    return {
      id, name,
      minutes: minutes.map((own) => (own === undefined || Number.isNaN(own) ? null : Math.round(own * 10) / 10)),
      meets: minutes.map((own, at) => (own === undefined || Number.isNaN(own) ? null : own <= norms[at]!.mostMinutes!)),
    }
  })
}

async function measureMinutes(statistics: Statistics, points: readonly (readonly [number, number])[], { facilityType, mode = USUAL_MODE, mostMinutes }: Norm, scenario: TravelScenario | undefined): Promise<readonly number[] | undefined> {
  const list = await findFacilities(statistics, facilityType)
  if (mostMinutes === undefined || 'reason' in list || list.facilities.length === 0) return undefined
  const facilities = changeFacilities(list.facilities, facilityType, scenario?.changes ?? [])
  const speed = await applySpeeds(statistics, getTravelMode(mode), scenario?.document.speeds ?? [])
  const { minutes } = await findNearestFrom({ points }, facilities, speed.mode, speed.ground)
  return [...minutes].map((own) => own / speed.overall)
}
