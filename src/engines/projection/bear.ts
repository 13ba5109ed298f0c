/** Births over the mean number of women of the step, and the newborn that live to its end. */
import { getStride } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'

/**
 * Fills group 0 of `end`, and adds births and deaths. `start` holds the women at the begin with the first half of migration,
 * `end` those at the end with the second half, from group 1 up.
 */
export function bear(shape: ProjectionShape, inputs: ProjectionInputs, start: Float64Array, end: Float64Array, flows: StepFlows): void {
  const { areaCount, ageCount, stepYears } = shape
  const { fertilityRates, boysPerGirl, survivalRatios } = inputs
  const cells = countCells(shape)
  const fertilityStride = getStride(fertilityRates, ageCount)
  const ratioStride = getStride(boysPerGirl, 1)
  const survivalStride = getStride(survivalRatios, cells)
  for (let area = 0; area < areaCount; area++) {
    const first = area * cells
    let births = 0
    for (let age = 1; age < ageCount; age++) {
      const womanYears = stepYears * ((start[first + age]! + end[first + age]!) / 2)
      const own = fertilityRates[area * fertilityStride + age]! * womanYears
      flows.birthsByAge[area * ageCount + age]! += own
      births += own
    }
    const boys = boysPerGirl[area * ratioStride]!
    const survivingGirls = (births / (1 + boys)) * survivalRatios[area * survivalStride]!
    const survivingBoys = births * (boys / (1 + boys)) * survivalRatios[area * survivalStride + ageCount]!
    end[first] = survivingGirls
    end[first + ageCount] = survivingBoys
    flows.deaths[area]! += births - survivingGirls - survivingBoys
  }
}
