import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addGroupQuarters, takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import type { ProjectionTask } from '#engines/projection/prepare-task.ts'
import { projectAreas } from '#engines/projection/project-areas.ts'
import { projectPopulation } from '#engines/projection/project-population.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { InputName } from '#engines/projection/projection-inputs.ts'
import { USED_INPUTS } from '#engines/projection/tiled-areas.ts'
import { anyPopulation, anyShape, anyStep } from './any-projection.ts'
import { projectionKernel } from './projection-kernel.ts'

/** Rounding to 32 bits (6e-8 of a number) in some ten operations a step, over up to 30 steps, on the scale of the largest number at hand. */
const ROUNDING = 3e-6

const anyTask: fc.Arbitrary<ProjectionTask> = fc.tuple(anyStep, anyStep, fc.integer({ min: 0, max: 6 })).map(([{ shape, population, inputs }, other, stepCount]) => {
  const stay = (own: typeof inputs) => ({ ...own, internalOutRates: new Float64Array(own.internalOutRates.length) })
  const isSameShape = Object.entries(shape).every(([key, value]) => other.shape[key as keyof typeof shape] === value)
  const later = isSameShape ? stay(other.inputs) : { ...stay(inputs), fertilityRates: inputs.fertilityRates.map((rate) => rate / 2) }
  const changeYear = 2024 + 3 * shape.stepYears
  const early = stay(inputs)
  return { shape, baseYear: 2024, population, stepCount, getInputs: (year: number) => (year < changeYear ? early : later) }
})

function expectAsTwin(task: ProjectionTask): void {
  const twin = projectPopulation(task).years
  const scale = twin.reduce((most, { population }) => population.reduce((a, b) => Math.max(a, b), most), 1)
  const { years } = projectAreas(projectionKernel, task)
  expect(years.map(({ year }) => year)).toEqual(twin.map(({ year }) => year))
  for (const [step, { year, people }] of years.entries()) {
    const own = addGroupQuarters(task.shape, Float64Array.from(people), task.getInputs(year).groupQuarters)
    expect(twin[step]!.population.reduce((most, expected, at) => Math.max(most, Math.abs(own[at]! - expected)), 0)).toBeLessThanOrEqual(ROUNDING * scale)
  }
  const last = projectAreas(projectionKernel, task, 'last').years
  expect(last).toEqual(years.slice(-1))
}

function findRefusal(project: () => unknown): string | undefined {
  try {
    project()
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    return (error as RangeError).message
  }
}

describe('the fast projection of areas', () => {
  test('is the plain one, to the digits of 32 bits, for any figures that the guards let through', () => {
    fc.assert(fc.property(anyTask, expectAsTwin), { numRuns: 200 })
  })

  test('is so for single ages, more areas than a tile, group quarters and a scenario', () => {
    const shape = { areaCount: 131, ageCount: 101, stepYears: 1, householdKindCount: 0 }
    const cells = 202
    const spread = (length: number, low: number, high: number, step: number) => new Float64Array(length).map((_, at) => low + ((at * step) % 1) * (high - low))
    const inputs = {
      ...createStillInputs(shape),
      survivalRatios: spread(131 * cells, 0.7, 1, 0.618),
      fertilityRates: spread(101, 0, 0.2, 0.377).map((rate, age) => (age < 13 || age > 51 ? 0 : rate)),
      boysPerGirl: spread(131, 1, 1.1, 0.414),
      emigrationRates: spread(131 * cells, 0, 0.1, 0.732),
      immigrationCounts: spread(cells, 0, 3, 0.236),
      netMigrationCounts: spread(131 * cells, -4, 4, 0.562),
      groupQuarters: spread(131 * cells, 0, 2, 0.123),
    }
    const scenario = [{ input: 'immigrationCounts', years: { from: 2030, to: 2034 }, areas: [0, 64, 130], change: { multiplyBy: 3 } }] as const
    expectAsTwin({ shape, baseYear: 2024, population: spread(131 * cells, 2, 90, 0.271), stepCount: 30, getInputs: () => inputs, scenario })
  })

  test('makes everybody one group older where nobody is born, dies or moves, to the last digit', () => {
    fc.assert(fc.property(anyShape.chain((shape) => fc.tuple(fc.constant(shape), anyPopulation(shape))), ([shape, any]) => {
      const population = any.map(Math.round)
      const task = { shape, baseYear: 2024, population, stepCount: 3, getInputs: () => createStillInputs(shape) }
      expect(projectAreas(projectionKernel, task).years.map(({ people }) => [...people])).toEqual(projectPopulation(task).years.map(({ population: people }) => [...people]))
    }))
  })

  test('starts with the people outside group quarters', () => {
    const shape = { areaCount: 1, ageCount: 2, stepYears: 1, householdKindCount: 0 }
    const population = Float64Array.of(5, 6, 7, 8)
    const groupQuarters = Float64Array.of(0, 1, 0, 8)
    const { years } = projectAreas(projectionKernel, { shape, baseYear: 2024, population, stepCount: 0, getInputs: () => ({ ...createStillInputs(shape), groupQuarters }) })
    expect(years).toEqual([{ year: 2024, people: Float32Array.from(takeOutGroupQuarters(shape, population, groupQuarters)) }])
    expect([...years[0]!.people]).toEqual([5, 5, 7, 0])
  })

  test('refuses any figure that cannot be in the words of the plain projection, in whichever area, at whichever step', () => {
    const names = ['population', ...USED_INPUTS, 'groupQuarters', 'internalOutRates', 'arrivalWeights'] as const
    const spoil = fc.record({ name: fc.constantFrom(...names), at: fc.double({ min: 0, max: 0.999, noNaN: true }), figure: fc.constantFrom(NaN, -1e-9, -2e12, 2, 1e11, 2e12, Infinity), fromStep: fc.nat(3) })
    const refusals: string[] = []
    fc.assert(fc.property(anyTask, fc.array(spoil, { minLength: 1, maxLength: 2 }), (task, faults) => {
      const spoilt = (figures: Float64Array, wanted: string, step: number) => {
        const copy = figures.slice()
        for (const { name, at, figure, fromStep } of faults) if (name === wanted && step >= fromStep) copy[Math.floor(at * copy.length)] = figure
        return copy
      }
      const years = Array.from({ length: task.stepCount + 1 }, (_, step) => {
        const inputs = task.getInputs(task.baseYear + step * task.shape.stepYears)
        return { ...inputs, ...Object.fromEntries(names.slice(1).map((name) => [name, spoilt(inputs[name as InputName], name, step)])) }
      })
      const wrong: ProjectionTask = { ...task, population: spoilt(task.population, 'population', 3), getInputs: (year) => years[(year - task.baseYear) / task.shape.stepYears]! }
      const plain = findRefusal(() => projectPopulation(wrong))
      const fast = findRefusal(() => projectAreas(projectionKernel, wrong))
      if (plain === undefined && fast !== undefined) expect(fast).toMatch(/^internalOutRates of .* moves between areas need all areas at once/)
      else if (faults.length === 1) expect(fast).toBe(plain)
      else expect(fast === undefined).toBe(plain === undefined)
      if (plain !== undefined) refusals.push(plain.split(' ')[0]!)
    }), { numRuns: 300 })
    expect(new Set(refusals)).toEqual(new Set(names))
  })

  test('refuses moves between areas, figures that cannot be, and more than a program in WebAssembly can hold', () => {
    const shape = { areaCount: 2, ageCount: 2, stepYears: 1, householdKindCount: 0 }
    const task = { shape, baseYear: 2024, population: new Float64Array(8), stepCount: 1 }
    const still = createStillInputs(shape)
    expect(() => projectAreas(projectionKernel, { ...task, getInputs: () => ({ ...still, internalOutRates: Float64Array.of(0, 0, 0, 0, 0, 0.1, 0, 0) }) }))
      .toThrow(/internalOutRates of area 1, women, ages 1 and over in 2024 is 0\.1: moves between areas need all areas at once, so use projectPopulation/)
    expect(() => projectAreas(projectionKernel, { ...task, getInputs: () => ({ ...still, survivalRatios: Float64Array.of(1, 2, 1, 1) }) })).toThrow(/survivalRatios of all areas, women, ages 1 and over in 2024 is 2/)
    expect(() => projectAreas(projectionKernel, { ...task, stepCount: 1e9, getInputs: () => still })).toThrow(/Take fewer areas/)
  })
})
