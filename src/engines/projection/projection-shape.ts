/**
 * How many areas, ages and kinds of household a projection has, and where a person is found in its flat arrays.
 *
 * An array of people is area-major: a block an area, in it first all women by age, then all men by age.
 * Women of age group x in area a are at a × 2A + x, men at a × 2A + A + x, where A is the number of age groups.
 * The last age group is open: it holds everybody of that age and older.
 */

export interface ProjectionShape {
  readonly areaCount: number
  /** Age groups, the open one included: 101 for 0, 1 … 99, 100 and over. At least 2. */
  readonly ageCount: number
  /** Width of an age group, and so the length of a step: people move up one group a step. */
  readonly stepYears: number
  /** Kinds of household that the caller tells apart: by size, by type or by both. 0 where no households are asked for. */
  readonly householdKindCount: number
}

/** In the order of the arrays. */
export const SEXES = ['women', 'men'] as const

/** Ages and sexes of one area. */
export const countCells = (shape: ProjectionShape): number => SEXES.length * shape.ageCount

/** 'age 42', 'ages 85–89', 'ages 100 and over'. */
export function nameAge({ ageCount, stepYears }: ProjectionShape, age: number): string {
  const first = age * stepYears
  if (age === ageCount - 1) return `ages ${first} and over`
  return stepYears === 1 ? `age ${first}` : `ages ${first}–${first + stepYears - 1}`
}

/** Throws a RangeError for a shape that cannot be projected. */
export function checkShape({ areaCount, ageCount, stepYears, householdKindCount }: ProjectionShape): void {
  const least = (name: string, value: number, minimum: number) => {
    if (!Number.isSafeInteger(value) || value < minimum) throw new RangeError(`${name} is ${value}: it must be a whole number, at least ${minimum}`)
  }
  least('number of areas', areaCount, 1)
  least('number of age groups', ageCount, 2)
  least('length of a step in years', stepYears, 1)
  least('number of household kinds', householdKindCount, 0)
}
