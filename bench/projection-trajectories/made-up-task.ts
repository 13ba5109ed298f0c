/** As many made-up areas as are asked for, with figures in the size of Dutch municipalities. */
import type { Outcome } from '#engines/projection/outcomes.ts'
import { COMPONENTS } from '#engines/projection/projection-errors.ts'
import type { Component, ComponentErrors } from '#engines/projection/projection-errors.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'

/** The same made-up numbers in every run, in [0, 1): sines, not chance. */
const spread = (at: number) => Math.abs(Math.sin(at * 12.9898) * 43758.5453) % 1

const KINDS = 5

const OUTCOMES: readonly Outcome[] = [
  { measure: 'people' },
  ...[[0, 3], [4, 11], [12, 17], [18, 24], [25, 34], [35, 49], [50, 64], [65, 74], [75, 84], [85, 100]].map(([from, to]) => ({ measure: 'people', ages: { from, to } }) as Outcome),
  { measure: 'households' },
  ...Array.from({ length: KINDS }, (_, kind) => ({ measure: 'households', kinds: { from: kind, to: kind } }) as Outcome),
  { measure: 'households', kinds: { from: 0, to: 0 }, ages: { from: 75, to: 100 } },
]

export function makeTask(areaCount: number, stepCount: number, drawCount: number): TrajectoryTask {
  const shape = { areaCount, ageCount: 101, stepYears: 1, householdKindCount: KINDS }
  const cells = countCells(shape)
  const make = (length: number, figure: (at: number, age: number) => number) => new Float64Array(length).map((_, at) => figure(at, at % shape.ageCount))
  const inputs = {
    ...createStillInputs(shape),
    survivalRatios: make(areaCount * cells, (at, age) => 1 - Math.min(0.4, 0.00005 * Math.exp(age / 11)) * (0.9 + 0.2 * spread(at))),
    fertilityRates: make(areaCount * shape.ageCount, (at, age) => (age < 15 || age > 49 ? 0 : 0.12 * Math.exp(-(((age - 31) / 6) ** 2)) * (0.9 + 0.2 * spread(at)))),
    boysPerGirl: Float64Array.of(1.05),
    internalOutRates: make(areaCount * cells, (at, age) => 0.02 + 0.12 * Math.exp(-(((age - 24) / 6) ** 2)) * spread(at)),
    arrivalWeights: make(areaCount * cells, (at) => 0.5 + spread(at + 7)),
    emigrationRates: make(areaCount * cells, (at) => 0.005 * spread(at + 13)),
    immigrationCounts: make(areaCount * cells, (at, age) => 20 * Math.exp(-(((age - 28) / 10) ** 2)) * spread(at + 29)),
    headshipRates: make(areaCount * cells * KINDS, (at, age) => (age < 18 ? 0 : 0.15 * spread(at + 17))),
  }
  const errorsOf = (size: number): ComponentErrors => ({
    national: { persistence: 0.9, deviation: Float64Array.of(size), startDeviation: Float64Array.of(0) },
    regional: { persistence: 0.8, deviation: Float64Array.of(size / 2), startDeviation: Float64Array.of(0) },
    own: { persistence: 0.6, deviation: new Float64Array(areaCount).map((_, area) => size * (0.5 + spread(area))), startDeviation: Float64Array.of(size / 2) },
  })
  return {
    shape, baseYear: 2024, stepCount, drawCount, seed: 20_261_126,
    population: make(areaCount * cells, (at, age) => (age < 80 ? 500 : 20) * spread(at + 3)),
    getInputs: () => inputs,
    errors: { regions: new Uint32Array(areaCount).map((_, area) => area % 12), components: Object.fromEntries(COMPONENTS.map((name, at) => [name, errorsOf(0.02 + 0.01 * at)])) as Record<Component, ComponentErrors> },
    outcomes: OUTCOMES,
    thresholds: stepCount < 16 ? [] : [{ outcome: 0, year: 2040, below: { shareOfBase: 0.875 } }, { outcome: 11, year: 2040, below: { shareOfBase: 0.95 } }, { outcome: 2, year: 2034, below: { count: 100 } }],
  }
}
