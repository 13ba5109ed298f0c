import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkInputs } from '#engines/projection/check-inputs.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { anyPopulation, anyShape, anyStep, runStep, sumPeople } from './any-projection.ts'
import type { AnyStep } from './any-projection.ts'
import { makeNaiveAreas, stepNaively } from './naive-step.ts'

/** Equal but for rounding, on the scale of the numbers at hand. */
const expectClose = (own: number, other: number, scale = Math.max(1, Math.abs(other))) => expect(Math.abs(own - other)).toBeLessThanOrEqual(1e-9 * scale)

const checkProperty = (property: (step: AnyStep) => void, numRuns = 100) => fc.assert(fc.property(anyStep, property), { numRuns })

describe('a step of the projection', () => {
  test('is what the plain formulas give, for any figures that the guards let through', () => {
    checkProperty((step) => {
      checkInputs(step.shape, step.inputs, 2020)
      const areas = makeNaiveAreas(step.shape, step.inputs, step.population)
      const births = stepNaively(areas, step.shape.stepYears).flat()
      const people = areas.flatMap(({ people: { women, men } }) => [...women, ...men])
      const { end, flows } = runStep(step)
      for (const [at, own] of end.entries()) expectClose(own, people[at]!, 1e6)
      for (const [at, own] of flows.birthsByAge.entries()) expectClose(own, births[at]!, 1e6)
    }, 300)
  })

  test('leaves the figures and the people of the begin alone, and gives the same answer again', () => {
    checkProperty((step) => {
      const before = structuredClone(step)
      expect(runStep(step)).toEqual(runStep(step))
      expect(step).toEqual(before)
    }, 50)
  })

  test('makes everybody one group older where nobody is born, dies or moves', () => {
    fc.assert(fc.property(anyShape.chain((shape) => fc.tuple(fc.constant(shape), anyPopulation(shape))), ([shape, population]) => {
      const { end, flows } = runStep({ shape, population, inputs: createStillInputs(shape) })
      const { ageCount } = shape
      for (let block = 0; block < end.length; block += ageCount) {
        const own = [...population.subarray(block, block + ageCount)]
        const oldest = own.splice(-2)
        expect([...end.subarray(block, block + ageCount)]).toEqual([0, ...own, oldest[0]! + oldest[1]!])
      }
      for (const figures of Object.values(flows) as Float64Array[]) expect(figures.every((figure) => figure === 0)).toBe(true)
    }))
  })

  test('explains every change by births, deaths and moves, area by area', () => {
    checkProperty(({ shape, inputs, population }) => {
      const { end, flows } = runStep({ shape, inputs, population })
      for (let area = 0; area < shape.areaCount; area++) {
        const births = sumPeople(shape, flows.birthsByAge, area)
        const came = births + flows.internalArrivals[area]! + flows.immigration[area]! + flows.netMigration[area]!
        const went = flows.deaths[area]! + flows.internalDepartures[area]! + flows.emigration[area]!
        expectClose(sumPeople(shape, end, area), sumPeople(shape, population, area) + came - went, 1e7)
      }
    })
  })

  test('loses nobody between areas: who departs arrives', () => {
    checkProperty(({ shape, inputs, population }) => {
      const { flows } = runStep({ shape, inputs, population })
      expectClose(sumPeople(shape, flows.internalArrivals), sumPeople(shape, flows.internalDepartures), 1e7)
    })
  })

  test('gives, added up, the projection of all areas together when only moves between areas differ', () => {
    checkProperty(({ shape, inputs, population }) => {
      const cells = 2 * shape.ageCount
      const shared: ProjectionInputs = {
        ...createStillInputs(shape),
        survivalRatios: inputs.survivalRatios.slice(0, cells),
        fertilityRates: inputs.fertilityRates.slice(0, shape.ageCount),
        boysPerGirl: inputs.boysPerGirl.slice(0, 1),
        emigrationRates: inputs.emigrationRates.slice(0, cells),
        immigrationCounts: inputs.immigrationCounts.slice(0, cells),
      }
      const addUp = (people: Float64Array) => new Float64Array(cells).map((_, cell) => people.reduce((sum, own, at) => sum + (at % cells === cell ? own : 0), 0))
      const own = addUp(runStep({ shape, population, inputs: { ...shared, internalOutRates: inputs.internalOutRates, arrivalWeights: inputs.arrivalWeights } }).end)
      const together = runStep({
        shape: { ...shape, areaCount: 1 },
        population: addUp(population),
        inputs: { ...shared, immigrationCounts: shared.immigrationCounts.map((count) => count * shape.areaCount) },
      }).end
      for (const [cell, people] of own.entries()) expectClose(people, together[cell]!, 1e7)
    })
  })

  test('keeps equal sexes equal', () => {
    checkProperty(({ shape, inputs, population }) => {
      const { ageCount } = shape
      const menAsWomen = (figures: Float64Array) => figures.map((_, at) => figures[at - (Math.floor(at / ageCount) % 2) * ageCount]!)
      const equal: ProjectionInputs = {
        ...inputs,
        boysPerGirl: Float64Array.of(1),
        survivalRatios: menAsWomen(inputs.survivalRatios),
        internalOutRates: menAsWomen(inputs.internalOutRates),
        arrivalWeights: menAsWomen(inputs.arrivalWeights),
        emigrationRates: menAsWomen(inputs.emigrationRates),
        immigrationCounts: menAsWomen(inputs.immigrationCounts),
        netMigrationCounts: menAsWomen(inputs.netMigrationCounts),
      }
      const { end } = runStep({ shape, inputs: equal, population: menAsWomen(population) })
      expect(end).toEqual(menAsWomen(end))
    })
  })

  test('never has a negative person, and counts whom a net departure asked for in vain', () => {
    let withUnmet = 0
    checkProperty(({ shape, inputs, population }) => {
      const { end, flows } = runStep({ shape, inputs, population })
      for (const people of end) expect(people).toBeGreaterThanOrEqual(0)
      for (const unmet of flows.unmetDepartures) expect(unmet).toBeGreaterThanOrEqual(0)
      if (flows.unmetDepartures.some((unmet) => unmet > 0)) withUnmet++
      const asked = shape.areaCount === inputs.netMigrationCounts.length / (2 * shape.ageCount) ? 1 : shape.areaCount
      const net = sumPeople(shape, flows.netMigration) - sumPeople(shape, flows.unmetDepartures)
      expectClose(net, asked * inputs.netMigrationCounts.reduce((sum, count) => sum + count, 0), 1e6)
    })
    expect(withUnmet).toBeGreaterThan(0)
  })

  test('never has fewer people in any area, sex or age when more survive', () => {
    checkProperty(({ shape, inputs, population }) => {
      const { end } = runStep({ shape, inputs, population })
      const healthier = runStep({ shape, population, inputs: { ...inputs, survivalRatios: inputs.survivalRatios.map((ratio) => (ratio + 1) / 2) } }).end
      for (const [at, people] of healthier.entries()) expect(people).toBeGreaterThanOrEqual(end[at]! * (1 - 1e-12) - 1e-9)
    })
  })
})
