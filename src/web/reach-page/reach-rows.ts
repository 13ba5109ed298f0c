/** Travel times joined with the areas, as rows for the map, the card and the table. */
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { SupplyAnswer } from '#domain/answers/supply-answers.ts'
import type { AreaRow } from '#web/map/area-paint.ts'
import type { Shown } from '#web/reach-page/reach-choice.ts'

export interface ReachRow extends AreaRow {
  readonly minutes: number | undefined
  readonly inhabitants: number
  readonly beyond: number
  /** Percent of the inhabitants whose time is known; undefined where there are none. */
  readonly beyondShare: number | undefined
  /** Undefined where nothing counts them. */
  readonly beyondChildren: number | undefined
  readonly beyondOlder: number | undefined
  /** Only where people are projected. */
  readonly beyondOldest: number | undefined
  /** An estimate; only where people are counted. */
  readonly beyondWithoutCar: number | undefined
  /** Inhabitants without a known time; in none of the numbers beyond the norm. */
  readonly timeUnknown: number
  /** Inhabitants whose place is not known; in no other number of the row. */
  readonly placeUnknown: number
  readonly network: ReachAnswer['networks'][number]
}

/** Joins by position. Throws when the numbers of areas differ: then they are of different versions. */
export function joinReach(areas: AreaListAnswer, reach: ReachAnswer, shown: Shown, supply?: SupplyAnswer): ReachRow[] {
  if (areas.codes.length !== reach.minutes.length) throw new RangeError(`${areas.codes.length} areas but ${reach.minutes.length} times`)
  return areas.codes.map((code, at) => {
    const inhabitants = reach.inhabitants[at] ?? 0
    const beyond = reach.beyondNorm.all[at] ?? 0
    const timeUnknown = reach.timeUnknown[at] ?? 0
    const isKnown = inhabitants > timeUnknown
    const beyondShare = isKnown ? (100 * beyond) / (inhabitants - timeUnknown) : undefined
    const minutes = reach.minutes[at] ?? undefined
    const value = { minuten: minutes, deel: beyondShare, aantal: isKnown ? beyond : undefined, keuze: supply?.within[at] ?? undefined, plekken: findPlaces(supply, at) }[shown]
    return {
      code,
      name: areas.names[at] ?? code,
      municipality: areas.municipalities[at] ?? '',
      value,
      missing: value !== undefined ? undefined : shown === 'plekken' && supply?.perThousandMissing[at] === 'sizeUnknown' ? 'sizeUnknown' : 'noWay',
      minutes,
      inhabitants,
      beyond,
      beyondShare,
      beyondChildren: reach.beyondNorm.age0to14[at] ?? undefined,
      beyondOlder: reach.beyondNorm.age65Plus[at] ?? undefined,
      beyondOldest: reach.beyondNorm.age75Plus?.[at],
      beyondWithoutCar: reach.households?.withoutCarBeyondNorm[at],
      timeUnknown,
      placeUnknown: reach.placeUnknown[at] ?? 0,
      network: reach.networks[at] ?? 'none',
    }
  })
}

/** Of places with a size a thousand, of locations a hundred thousand: there is one for very many. */
function findPlaces(supply: SupplyAnswer | undefined, at: number): number | undefined {
  const perThousand = supply?.perThousand[at] ?? undefined
  return perThousand === undefined || supply?.measure === 'size' ? perThousand : Math.round(10_000 * perThousand) / 100
}

/** How much more it is under the scenario; the other figures are those of the scenario. */
export function subtractRows(rows: readonly ReachRow[], base: readonly ReachRow[]): ReachRow[] {
  return rows.map((row, at) => {
    const before = base[at]?.value
    const value = row.value === undefined || before === undefined ? undefined : row.value - before
    return { ...row, value, missing: value === undefined ? (row.missing ?? base[at]?.missing ?? 'noWay') : undefined }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, own) => total + own, 0)

/** Undefined where one of them is not known. */
export const sumKnown = (counts: readonly (number | null)[]): number | undefined => counts.reduce<number | undefined>((total, own) => (total === undefined || own === null ? undefined : total + own), 0)

interface ReachTotals {
  /** Whose time is known. */
  readonly all: number
  readonly beyond: number
  /** Undefined where nothing counts them. */
  readonly children: number | undefined
  readonly older: number | undefined
  readonly oldest: number | undefined
  readonly withoutCar: number | undefined
  readonly timeUnknown: number
}

/** Everybody together. */
export function sumReach({ inhabitants, beyondNorm, timeUnknown, households }: ReachAnswer): ReachTotals {
  return {
    all: sum(inhabitants) - sum(timeUnknown),
    beyond: sum(beyondNorm.all),
    children: sumKnown(beyondNorm.age0to14),
    older: sumKnown(beyondNorm.age65Plus),
    oldest: beyondNorm.age75Plus && sum(beyondNorm.age75Plus),
    withoutCar: households && sum(households.withoutCarBeyondNorm),
    timeUnknown: sum(timeUnknown),
  }
}
