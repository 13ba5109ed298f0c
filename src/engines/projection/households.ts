/** Households by size, from headship rates: which share of people of a sex and age is counted as the head of a household of that size. */
import { getStride } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** Households, a block of sizes an area. `people` are those outside group quarters; both must have passed the guards. */
export function countHouseholds(shape: ProjectionShape, headshipRates: Float64Array, people: Float64Array | Float32Array): Float64Array {
  const { areaCount, householdSizeCount } = shape
  const cells = countCells(shape)
  const stride = getStride(headshipRates, cells * householdSizeCount)
  const households = new Float64Array(areaCount * householdSizeCount)
  for (let area = 0; area < areaCount; area++) {
    for (let size = 0; size < householdSizeCount; size++) {
      const first = area * stride + size * cells
      let sum = 0
      for (let cell = 0; cell < cells; cell++) sum += headshipRates[first + cell]! * people[area * cells + cell]!
      households[area * householdSizeCount + size] = sum
    }
  }
  return households
}
