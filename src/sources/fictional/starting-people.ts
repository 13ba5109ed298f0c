/** Who lives in a neighbourhood when the made-up history begins. */
import { AGES, CELLS } from '#sources/fictional/life-course.ts'
import { YEARS, type Neighbourhood, type VillageSize } from '#sources/fictional/world.ts'

/** [age, relative number] in the first year. */
const VILLAGE_PROFILE = [[0, 1.1], [12, 1.05], [18, 0.95], [24, 0.7], [30, 1.1], [37, 1.5], [48, 1.35], [59, 0.95], [70, 0.7], [80, 0.4], [90, 0.1], [96, 0.025], [100, 0.008]] as const
const TOWN_PROFILE = [[0, 1.05], [12, 1], [18, 1.05], [24, 1.2], [30, 1.3], [37, 1.35], [48, 1.15], [59, 0.85], [70, 0.65], [80, 0.4], [90, 0.1], [96, 0.025], [100, 0.008]] as const

/**
 * So many that its own growth leads to `startInhabitants` in the first year of figures. Whole people by sex and age; `offset` in [0, 1) says
 * which ages get the rest of the rounding, so that neighbourhoods together have people of every age.
 */
export function createStartingPeople({ startInhabitants, growth, greying }: Neighbourhood, { size, year, offset }: { size: VillageSize; year: number; offset: number }): Int32Array {
  const profile = size === 'town' ? TOWN_PROFILE : VILLAGE_PROFILE
  const tilt = growth * 8 - greying
  const weights = Float64Array.from({ length: CELLS }, (_, cell) => {
    const age = cell % AGES
    return interpolate(profile, age) * Math.max(0.3, 1 + (tilt * (42 - age)) / 42) * getShareOfSex(cell)
  })
  const inhabitants = Math.round(startInhabitants / (1 + growth) ** (YEARS[0] - year))
  const scale = inhabitants / weights.reduce((sum, weight) => sum + weight, 0)
  let reached = offset
  let given = Math.round(offset)
  return Int32Array.from(weights, (weight) => {
    reached += weight * scale
    const people = Math.round(reached) - given
    given += people
    return people
  })
}

/** Women outlive men. */
function getShareOfSex(cell: number): number {
  const shareOfMen = 0.512 - 0.2 * Math.max(0, (cell % AGES) / 100 - 0.55)
  return cell < AGES ? 1 - shareOfMen : shareOfMen
}

function interpolate(profile: readonly (readonly [number, number])[], age: number): number {
  const next = profile.findIndex(([at]) => at >= age)
  const [toAge, to] = profile[next] ?? [AGES, 0]
  const [fromAge, from] = profile[next - 1] ?? [toAge - 1, to]
  return from + ((to - from) * (age - fromAge)) / (toAge - fromAge)
}
