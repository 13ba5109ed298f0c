/** People in institutions, student flats, asylum centres and the like: kept out of the cohorts that age, and added to what came of them. */
import { nameFigure } from '#engines/projection/check-inputs.ts'
import { getStride } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** Everybody less those in group quarters. Throws a RangeError where there are more in group quarters than people. */
export function takeOutGroupQuarters(shape: ProjectionShape, population: Float64Array, groupQuarters: Float64Array): Float64Array {
  const outside = combine(shape, population, groupQuarters, -1)
  let fewest = 0
  for (let at = 0; at < outside.length; at++) fewest = Math.min(fewest, outside[at]!)
  if (fewest === 0) return outside
  const at = outside.findIndex((people) => people < 0)
  throw new RangeError(`groupQuarters of ${nameFigure(shape, 'sexAndAge', at, population.length)} are ${groupQuarters[at % groupQuarters.length]}: more than the population of ${population[at]}`)
}

export const addGroupQuarters = (shape: ProjectionShape, people: Float64Array, groupQuarters: Float64Array): Float64Array => combine(shape, people, groupQuarters, 1)

function combine(shape: ProjectionShape, people: Float64Array, groupQuarters: Float64Array, sign: 1 | -1): Float64Array {
  const cells = countCells(shape)
  const stride = getStride(groupQuarters, cells)
  const combined = new Float64Array(people.length)
  for (let area = 0; area < shape.areaCount; area++) {
    const [first, inside] = [area * cells, area * stride]
    for (let cell = 0; cell < cells; cell++) combined[first + cell] = people[first + cell]! + sign * groupQuarters[inside + cell]!
  }
  return combined
}
