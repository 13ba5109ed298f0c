import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkInputs } from '#engines/projection/check-inputs.ts'
import { createStillInputs, INPUT_NAMES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { anyStep } from './any-projection.ts'

const shape = { areaCount: 3, ageCount: 18, stepYears: 5, householdKindCount: 2 }

/** Still figures, each area its own block, with one figure replaced. */
function replace(name: InputName, at: number, figure: number): ProjectionInputs {
  const still = createStillInputs(shape)
  const figures = Float64Array.from({ length: still[name].length * shape.areaCount }, (_, place) => still[name][place % still[name].length]!)
  figures[at] = figure
  return { ...still, [name]: figures }
}

describe('the guard of the projection', () => {
  test.each<[string, ProjectionInputs, RegExp]>([
    ['a survival ratio above 1', replace('survivalRatios', 36 + 18 + 17, 1.25), /survivalRatios of area 1, men, ages 85 and over in 2020 is 1\.25: it must be from 0 to 1/],
    ['a survival ratio below 0', replace('survivalRatios', 2, -0.5), /survivalRatios of area 0, women, ages 10–14 in 2020 is -0\.5: it must be from 0 to 1/],
    ['NaN', replace('survivalRatios', 72, NaN), /survivalRatios of area 2, women, ages 0–4 in 2020 is NaN/],
    ['a fertility rate above 1', replace('fertilityRates', 18 + 5, 2), /fertilityRates of area 1, ages 25–29 in 2020 is 2: it must be from 0 to 1/],
    ['mothers who are born in the step itself', replace('fertilityRates', 18, 0.1), /fertilityRates of area 1, ages 0–4 in 2020 is 0\.1: the youngest group has 0/],
    ['a sex ratio at birth of 105 boys a girl', replace('boysPerGirl', 2, 105), /boysPerGirl of area 2 in 2020 is 105/],
    ['a migration rate above 1', replace('emigrationRates', 4, 1.5), /emigrationRates of area 0, women, ages 20–24 in 2020 is 1\.5: it must be from 0 to 1/],
    ['more departures in half a step than people', replace('internalOutRates', 4, 0.5), /area 0, women, ages 20–24 in 2020 are together 0\.5: with steps of 5 years at most 0\.4/],
    ['a negative count', replace('immigrationCounts', 36, -3), /immigrationCounts of area 1, women, ages 0–4 in 2020 is -3: it must be from 0/],
    ['negative group quarters', replace('groupQuarters', 36, -3), /groupQuarters of area 1, women, ages 0–4 in 2020 is -3: it must be from 0/],
    ['an endless count', replace('netMigrationCounts', 0, Infinity), /netMigrationCounts of area 0, women, ages 0–4 in 2020 is Infinity/],
    ['a headship rate above 1', replace('headshipRates', 72 + 36 + 20, 1.1), /headshipRates of area 1, men, ages 10–14, household kind 1 in 2020 is 1\.1/],
    ['an array of another length', { ...createStillInputs(shape), survivalRatios: new Float64Array(35) }, /survivalRatios of 2020 has 35 figures: 3 areas × 36 are 108, one block for all is 36/],
    ['a wrong figure for all areas', { ...createStillInputs(shape), fertilityRates: new Float64Array(18).fill(9, 3) }, /fertilityRates of all areas, ages 15–19 in 2020 is 9/],
  ])('refuses %s by position and number', (_, inputs, message) => {
    expect(() => checkInputs(shape, inputs, 2020)).toThrow(RangeError)
    expect(() => checkInputs(shape, inputs, 2020)).toThrow(message)
  })

  test('refuses headship rates that are together above 1', () => {
    const headshipRates = new Float64Array(72)
    headshipRates[7] = 0.75
    headshipRates[36 + 7] = 0.5
    expect(() => checkInputs(shape, { ...createStillInputs(shape), headshipRates }, 2020)).toThrow(/headshipRates of all areas, women, ages 35–39 in 2020 are together 1\.25: at most 1/)
  })

  test('refuses departures that can arrive nowhere', () => {
    const inputs = { ...replace('internalOutRates', 36 + 4, 0.1), arrivalWeights: new Float64Array(36) }
    expect(() => checkInputs(shape, inputs, 2020)).toThrow(/internalOutRates of area 1, women, ages 20–24 in 2020 is 0\.1, but the arrivalWeights of all areas there are together 0/)
  })

  test('refuses one figure that is not a number, wherever it is', () => {
    fc.assert(fc.property(anyStep, fc.constantFrom(...INPUT_NAMES), fc.nat(), (step, name, place) => {
      const figures = step.inputs[name].slice()
      fc.pre(figures.length > 0)
      figures[place % figures.length] = NaN
      expect(() => checkInputs(step.shape, { ...step.inputs, [name]: figures }, 2020)).toThrow(/ is NaN: /)
    }), { numRuns: 200 })
  })

  test('looks again at every array that is another one than before, and only at those', () => {
    const still = createStillInputs(shape)
    checkInputs(shape, still, 2020)
    expect(() => checkInputs(shape, replace('emigrationRates', 0, 2), 2021, still)).toThrow(/emigrationRates/)
    still.emigrationRates[0] = 2
    expect(() => checkInputs(shape, still, 2021, still)).not.toThrow()
  })
})
