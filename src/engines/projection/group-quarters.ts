/** People in institutions, student flats, asylum centres and the like: kept out of the cohorts that age, and added to what came of them. */
import { nameFigure } from '#engines/projection/check-inputs.ts'
import { getStride } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** Everybody less those in group quarters. Throws a RangeError where there are more in group quarters than people. */
export function takeOutGroupQuarters(shape: ProjectionShape, population: Float64Array, groupQuarters: Float64Array): Float64Array {
  const cells = countCells(shape)
  const stride = getStride(groupQuarters, cells)
  return population.map((everybody, at) => {
    const inside = groupQuarters[Math.floor(at / cells) * stride + (at % cells)]!
    if (inside > everybody) throw new RangeError(`groupQuarters of ${nameFigure(shape, 'sexAndAge', at, population.length)} are ${inside}: more than the population of ${everybody}`)
    return everybody - inside
  })
}

export function addGroupQuarters(shape: ProjectionShape, people: Float64Array, groupQuarters: Float64Array): Float64Array {
  const cells = countCells(shape)
  const stride = getStride(groupQuarters, cells)
  return people.map((outside, at) => outside + groupQuarters[Math.floor(at / cells) * stride + (at % cells)]!)
}
