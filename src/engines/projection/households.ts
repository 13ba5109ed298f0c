/** Households by kind, from headship rates: which share of people of a sex and age is counted as the head of a household of that kind (by size, by type, or both). */
import { getStride } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** Households, a block of kinds an area. `people` are those outside group quarters; both must have passed the guards. */
export function countHouseholds(shape: ProjectionShape, headshipRates: Float64Array, people: Float64Array | Float32Array): Float64Array {
  const { areaCount, householdKindCount } = shape
  const cells = countCells(shape)
  const stride = getStride(headshipRates, cells * householdKindCount)
  const households = new Float64Array(areaCount * householdKindCount)
  for (let area = 0; area < areaCount; area++) {
    for (let kind = 0; kind < householdKindCount; kind++) {
      const first = area * stride + kind * cells
      let sum = 0
      for (let cell = 0; cell < cells; cell++) sum += headshipRates[first + cell]! * people[area * cells + cell]!
      households[area * householdKindCount + kind] = sum
    }
  }
  return households
}
