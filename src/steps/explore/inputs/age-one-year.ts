/** One year on the flat blocks of municipalities, without moves: the part of a change that is not migration. */
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'

/** Survivors a year older, and the newborn. `survivalRatios` as in the engine, one block for all; `births` a municipality. */
export function ageOneYear(people: Float64Array, survivalRatios: Float64Array, births: Float64Array, boysPerGirl: number): Float64Array {
  const older = new Float64Array(people.length)
  const girls = 1 / (1 + boysPerGirl)
  births.forEach((born, municipality) => {
    for (const [sex, share] of [girls, 1 - girls].entries()) {
      const first = municipality * CELL_COUNT + sex * AGE_COUNT
      const ratio = (age: number) => survivalRatios[sex * AGE_COUNT + age]!
      older[first] = born * share * ratio(0)
      for (let age = 1; age < AGE_COUNT - 1; age++) older[first + age] = people[first + age - 1]! * ratio(age)
      const last = AGE_COUNT - 1
      older[first + last] = (people[first + last - 1]! + people[first + last]!) * ratio(last)
    }
  })
  return older
}
