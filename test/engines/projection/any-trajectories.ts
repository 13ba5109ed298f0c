/** Tasks of many trajectories, of any kind that the guards let through. */
import fc from 'fast-check'
import type { Outcome } from '#engines/projection/outcomes.ts'
import { COMPONENTS } from '#engines/projection/projection-errors.ts'
import type { Component, ComponentErrors, ErrorSeries, ProjectionErrors } from '#engines/projection/projection-errors.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { anyStep } from './any-projection.ts'

const anySeries = (count: number): fc.Arbitrary<ErrorSeries> =>
  fc.record({
    persistence: fc.constantFrom(0, 0.7, 1),
    deviation: fc.constantFrom(1, count).chain((length) => fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: length, maxLength: length }).map((own) => Float64Array.from(own))),
    startDeviation: fc.double({ min: 0, max: 0.1, noNaN: true }).map((own) => Float64Array.of(own)),
  })

export const anyErrors = ({ areaCount }: ProjectionShape): fc.Arbitrary<ProjectionErrors> => {
  const component: fc.Arbitrary<ComponentErrors> = fc.record({ national: anySeries(1), regional: anySeries(1), own: anySeries(areaCount) })
  return fc.record({
    regions: fc.array(fc.nat(areaCount - 1), { minLength: areaCount, maxLength: areaCount }).map((own) => Uint32Array.from(own)),
    components: fc.record(Object.fromEntries(COMPONENTS.map((name) => [name, component])) as Record<Component, typeof component>),
  })
}

const anySpan = (count: number) => fc.tuple(fc.nat(count - 1), fc.nat(count - 1)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

export function anyOutcome({ ageCount, householdKindCount }: ProjectionShape): fc.Arbitrary<Outcome> {
  const people: fc.Arbitrary<Outcome> = fc.record({ measure: fc.constant('people' as const), ages: anySpan(ageCount), sexes: fc.constantFrom(['women'] as const, ['men'] as const, ['women', 'men'] as const) })
  if (householdKindCount === 0) return people
  return fc.oneof(people, fc.record({ measure: fc.constant('households' as const), kinds: anySpan(householdKindCount), ages: anySpan(ageCount) }))
}

export const anyTask: fc.Arbitrary<TrajectoryTask> = anyStep.chain(({ shape, population, inputs }) =>
  fc.record({
    shape: fc.constant(shape), baseYear: fc.constant(2024), population: fc.constant(population), getInputs: fc.constant(() => inputs),
    stepCount: fc.integer({ min: 0, max: 4 }), errors: anyErrors(shape), outcomes: fc.array(anyOutcome(shape), { minLength: 1, maxLength: 4 }),
    thresholds: fc.constant([]), seed: fc.nat(1e9), drawCount: fc.constantFrom(1, 5, 40),
  }))
