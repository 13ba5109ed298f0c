/** Travel times joined with the areas, as rows for the map, the card and the table. */
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { AreaRow } from '#web/map/area-paint.ts'
import type { Shown } from '#web/reach-page/reach-choice.ts'

export interface ReachRow extends AreaRow {
  readonly minutes: number | undefined
  readonly inhabitants: number
  readonly beyond: number
  /** Percent of the inhabitants; undefined where nobody lives. */
  readonly beyondShare: number | undefined
  readonly beyondChildren: number
  readonly beyondOlder: number
}

/** Joins by position. Throws when the numbers of areas differ: then they are of different versions. */
export function joinReach(areas: AreaListAnswer, reach: ReachAnswer, shown: Shown): ReachRow[] {
  if (areas.codes.length !== reach.minutes.length) throw new RangeError(`${areas.codes.length} areas but ${reach.minutes.length} times`)
  return areas.codes.map((code, at) => {
    const inhabitants = reach.inhabitants[at] ?? 0
    const beyond = reach.beyondNorm.all[at] ?? 0
    const beyondShare = inhabitants > 0 ? (100 * beyond) / inhabitants : undefined
    const minutes = reach.minutes[at] ?? undefined
    const value = { minuten: minutes, deel: beyondShare, aantal: inhabitants > 0 ? beyond : undefined }[shown]
    return {
      code,
      name: areas.names[at] ?? code,
      municipality: areas.municipalities[at] ?? '',
      value,
      missing: value === undefined ? 'noWay' : undefined,
      minutes,
      inhabitants,
      beyond,
      beyondShare,
      beyondChildren: reach.beyondNorm.age0to14[at] ?? 0,
      beyondOlder: reach.beyondNorm.age65Plus[at] ?? 0,
    }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, own) => total + own, 0)

/** Everybody together. */
export function sumReach({ inhabitants, beyondNorm }: ReachAnswer): { readonly all: number; readonly beyond: number; readonly children: number; readonly older: number } {
  return { all: sum(inhabitants), beyond: sum(beyondNorm.all), children: sum(beyondNorm.age0to14), older: sum(beyondNorm.age65Plus) }
}
