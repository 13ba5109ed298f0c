/** Ageing and death: everybody of a group moves up one, the last two groups become the open group together. */
import { getStride } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells, SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'

/** Writes the survivors among `people` to `survivors`, of all groups but 0, which is left alone, and adds the deaths. */
export function survive(shape: ProjectionShape, { survivalRatios }: ProjectionInputs, people: Float64Array, survivors: Float64Array, flows: StepFlows): void {
  const { areaCount, ageCount } = shape
  const cells = countCells(shape)
  const stride = getStride(survivalRatios, cells)
  const open = ageCount - 1
  for (let area = 0; area < areaCount; area++) {
    let deaths = 0
    for (let sex = 0; sex < SEXES.length; sex++) {
      const first = area * cells + sex * ageCount
      const firstRatio = area * stride + sex * ageCount
      for (let age = 1; age < open; age++) {
        const before = people[first + age - 1]!
        const after = before * survivalRatios[firstRatio + age]!
        survivors[first + age] = after
        deaths += before - after
      }
      const before = people[first + open - 1]! + people[first + open]!
      const after = before * survivalRatios[firstRatio + open]!
      survivors[first + open] = after
      deaths += before - after
    }
    flows.deaths[area]! += deaths
  }
}
