/**
 * Districts and neighbourhoods followed back through the years. They are followed by code and name; where codes were
 * given anew, by name within the municipalities that the present one was made of. What cannot be followed is a break.
 * Method: docs/methods/boundary-changes.md.
 */
import { getMunicipalityCode, getNameIn, type Area, type AreaCode } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { normaliseName, stripDistrictNumber } from '#domain/names.ts'
import { remember } from '#domain/remember.ts'

/** An area with the same name must have a number of inhabitants within this share of the later one. */
export const ALLOWED_GROWTH_SHARE = 0.1

/** What is known of the districts, or of the neighbourhoods, over the years. */
export interface LevelHistory {
  readonly areas: readonly Area[]
  readonly changes: readonly BoundaryChange[]
  /** Inhabitants on 1 January, NaN where not known. */
  readonly getPopulation: (code: AreaCode, year: number) => number
  /** What CBS says about the area against the year before: 1 the same, 2 another code, 3 another boundary; NaN where it says nothing. */
  readonly getComparability: (code: AreaCode, year: number) => number
}

export interface StepBack {
  /** The area of the earlier year; undefined where there was none under its code or name. */
  readonly former: Area | undefined
  /** Why figures of both years do not compare: the boundary changed, the code belonged to another name, or the area was not there. */
  readonly breakBefore?: 'changed' | 'renamed' | 'returned'
}

/** From an area in one year to the same area in an earlier one. */
export type StepBackwards = (current: Area, later: number, earlier: number) => StepBack

export function createStepBackwards(history: LevelHistory): StepBackwards {
  const findByName = createNameFinder(history)
  return (current, later, earlier) => {
    const mark = history.getComparability(current.code, later)
    const isThere = current.years.includes(earlier)
    const isSameName = isThere && simplify(getNameIn(current, earlier)) === simplify(getNameIn(current, later))
    if (isSameName && mark !== 2 && mark !== 3) return { former: current }
    const byName = mark === 3 ? undefined : findByName(current, later, earlier)
    if (byName) return { former: byName }
    if (!isThere) return { former: undefined, breakBefore: 'returned' }
    return { former: current, breakBefore: isSameName ? 'changed' : 'renamed' }
  }
}

/** The area of the earlier year whose figures compare with those of `area` in the later one, undefined where there is none. */
export function findComparable(stepBackwards: StepBackwards, area: Area, later: number, earlier: number): Area | undefined {
  let current = area
  for (let year = later; year > earlier; year--) {
    const { former, breakBefore } = stepBackwards(current, year, year - 1)
    if (former === undefined || breakBefore !== undefined) return undefined
    current = former
  }
  return current
}

/** Finds the only area of that name, about as large, in the municipality or one of those it was made of. */
function createNameFinder({ areas, changes, getPopulation }: LevelHistory): (current: Area, later: number, earlier: number) => Area | undefined {
  const getIndex = remember((year: number) => indexByName(areas, year))
  return (current, later, earlier) => {
    const index = getIndex(earlier)
    const own = getMunicipalityCode(current.code)
    const givers = changes.filter(({ to, firstYear }) => to === own && firstYear > earlier && firstYear <= later).map(({ from }) => from)
    const name = simplify(getNameIn(current, later))
    const [only, ...others] = [...new Set([own, ...givers])].flatMap((municipality) => index.get(`${municipality} ${name}`) ?? [])
    if (only === undefined || others.length > 0 || only.code === current.code) return undefined
    const goesOnUnderItsCode = only.years.includes(later) && simplify(getNameIn(only, later)) === name
    if (goesOnUnderItsCode) return undefined
    const before = getPopulation(only.code, earlier)
    const after = getPopulation(current.code, later)
    return Math.abs(after - before) <= ALLOWED_GROWTH_SHARE * Math.max(before, after) ? only : undefined
  }
}

/** Areas of a year by municipality and simplified name. */
function indexByName(areas: readonly Area[], year: number): ReadonlyMap<string, readonly Area[]> {
  return Map.groupBy(
    areas.filter((area) => area.years.includes(year)),
    (area) => `${getMunicipalityCode(area.code)} ${simplify(getNameIn(area, year))}`,
  )
}

/** Names without what publishers spell differently from year to year: capitals, accents, dots, the number of the district. */
function simplify(name: string): string {
  return normaliseName(stripDistrictNumber(name))
}
