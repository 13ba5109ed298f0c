/** Shapes, figures and populations of any kind that the guards let through. */
import fc from 'fast-check'
import { countFigures, createStillInputs, INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import type { StepFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'

export interface AnyStep {
  readonly shape: ProjectionShape
  readonly population: Float64Array
  readonly inputs: ProjectionInputs
}

export const anyShape: fc.Arbitrary<ProjectionShape> = fc.record({
  areaCount: fc.integer({ min: 1, max: 4 }),
  ageCount: fc.integer({ min: 2, max: 7 }),
  stepYears: fc.constantFrom(1, 5),
  householdKindCount: fc.integer({ min: 0, max: 3 }),
})

const anyNumber = (min: number, max: number) => fc.oneof(fc.constant(0).map(() => Math.max(0, min)), fc.constant(max), fc.double({ min, max, noNaN: true }))

const fill = (length: number, min: number, max: number): fc.Arbitrary<Float64Array> =>
  fc.array(anyNumber(min, max), { minLength: length, maxLength: length }).map((figures) => Float64Array.from(figures))

/** One block for all areas, or a block an area. */
function anyFigures(shape: ProjectionShape, name: InputName, min: number, max: number): fc.Arbitrary<Float64Array> {
  const own = countFigures(shape, INPUT_RULES[name].by)
  return fc.constantFrom(1, shape.areaCount).chain((blocks) => fill(own * blocks, min, max))
}

export const anyPopulation = ({ areaCount, ageCount }: ProjectionShape): fc.Arbitrary<Float64Array> => fill(areaCount * 2 * ageCount, 0, 1e5)

const anyInputs = (shape: ProjectionShape): fc.Arbitrary<ProjectionInputs> =>
  fc.record({
    survivalRatios: anyFigures(shape, 'survivalRatios', 0, 1),
    fertilityRates: anyFigures(shape, 'fertilityRates', 0, 0.3).map((rates) => rates.map((rate, at) => (at % shape.ageCount === 0 ? 0 : rate))),
    boysPerGirl: anyFigures(shape, 'boysPerGirl', 0.5, 2),
    internalOutRates: anyFigures(shape, 'internalOutRates', 0, 1 / shape.stepYears),
    arrivalWeights: anyFigures(shape, 'arrivalWeights', 0.001, 1),
    emigrationRates: anyFigures(shape, 'emigrationRates', 0, 1 / shape.stepYears),
    immigrationCounts: anyFigures(shape, 'immigrationCounts', 0, 1000),
    netMigrationCounts: anyFigures(shape, 'netMigrationCounts', -1000, 1000),
    groupQuarters: fc.constant(createStillInputs(shape).groupQuarters),
    headshipRates: anyFigures(shape, 'headshipRates', 0, 1 / Math.max(1, shape.householdKindCount)),
  })

export const anyStep: fc.Arbitrary<AnyStep> = anyShape.chain((shape) => fc.record({ shape: fc.constant(shape), population: anyPopulation(shape), inputs: anyInputs(shape) }))

export function runStep({ shape, inputs, population }: AnyStep): { end: Float64Array; flows: StepFlows } {
  const [end, flows] = [new Float64Array(population.length), createFlows(shape)]
  new StepProjector(shape).project(inputs, population, end, flows)
  return { end, flows }
}

/** All people of an area, or of all areas. */
export function sumPeople({ areaCount }: ProjectionShape, people: Float64Array, area?: number): number {
  const cells = people.length / areaCount
  const own = area === undefined ? people : people.subarray(area * cells, (area + 1) * cells)
  return own.reduce((sum, figure) => sum + figure, 0)
}
