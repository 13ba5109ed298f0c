/** The buurten of a municipality at the jump-off, or in the last year before it of which they are known, and what part of its people lives in each. */
import type { Area, AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { shareOutBase } from '#steps/explore/inputs/small-areas.ts'

const GROUP_COLUMNS = ['age0to14', 'age15to24', 'age25to44', 'age45to64', 'age65Plus'] as const

export interface SmallAreaBase {
  /** Position of the municipality. */
  readonly municipality: number
  readonly buurten: readonly Area[]
  /** Whether anybody is known to live in each. */
  readonly lived: readonly boolean[]
  /** By buurt, sex and age; over all buurten 1. */
  readonly baseShares: Float64Array
  /** A figure of a buurt in that year, NaN where it is not known. */
  readonly read: (indicator: string, buurt: Area) => number
}

/** As they were in the last year up to this one; figures of buurten may come out later than those of municipalities. */
function listBuurten(statistics: Statistics, municipality: AreaCode, jumpOff: number): { readonly year: number; readonly buurten: readonly Area[] } {
  const all = statistics.listAreas('neighbourhood').filter(({ parents }) => parents.municipality === municipality)
  const year = Math.max(...all.flatMap(({ years }) => years.filter((own) => own <= jumpOff)))
  return { year, buurten: all.filter(({ years }) => years.includes(year)) }
}

/** Undefined for a municipality that is not projected, or of which no buurten are known up to the jump-off. */
export function findSmallAreaBase(statistics: Statistics, { data, base, jumpOff }: PreparedMunicipalities, code: AreaCode): SmallAreaBase | undefined {
  const municipality = data.codes.indexOf(code)
  const { year, buurten } = listBuurten(statistics, code, jumpOff)
  if (municipality < 0 || buurten.length === 0) return undefined
  const read = (id: string, buurt: Area) => statistics.findColumn(id, 'neighbourhood', year)?.values[statistics.getPosition(buurt.code)] ?? NaN
  const counts = buurten.map((buurt) => ({ inhabitants: read('population', buurt), groups: GROUP_COLUMNS.map((id) => read(id, buurt)) }))
  const people = base.people.subarray(municipality * CELL_COUNT, (municipality + 1) * CELL_COUNT)
  return {
    municipality,
    buurten,
    lived: counts.map(({ inhabitants, groups }) => inhabitants > 0 || groups.some((own) => own > 0)),
    baseShares: shareOutBase(people, counts),
    read,
  }
}

/** Positions of the buurten that an area is, or that lie in it. */
export const findMembers = ({ buurten }: SmallAreaBase, area: AreaCode): number[] =>
  buurten.flatMap(({ code, parents }, at) => (code === area || parents.district === area ? [at] : []))
