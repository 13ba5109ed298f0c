import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { projectPopulation } from '#engines/projection/project-population.ts'
import type { ProjectionTask } from '#engines/projection/prepare-task.ts'
import type { Scenario } from '#engines/projection/scenario.ts'
import { anyStep, runStep, sumPeople } from './any-projection.ts'
import type { AnyStep } from './any-projection.ts'

/** Two areas, three ages: 0, 1, 2 and over. */
const shape = { areaCount: 2, ageCount: 3, stepYears: 1, householdKindCount: 2 }
const population = Float64Array.of(10, 20, 30, 11, 21, 31, 100, 200, 300, 110, 210, 310)
const still = createStillInputs(shape)
const project = (changes: Partial<ProjectionTask>) => projectPopulation({ shape, baseYear: 2024, population, stepCount: 2, getInputs: () => still, ...changes })

const makeTask = ({ shape: own, inputs, population: people }: AnyStep): ProjectionTask => ({ shape: own, baseYear: 2024, population: people, stepCount: 3, getInputs: () => inputs })

describe('a projection', () => {
  test('has the base year first, and a year a step', () => {
    const { years } = project({})
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026])
    expect(years[0]!.population).toEqual(population)
    expect([...years[1]!.population]).toEqual([0, 10, 50, 0, 11, 52, 0, 100, 500, 0, 110, 520])
    expect([...years[2]!.population]).toEqual([0, 0, 60, 0, 0, 63, 0, 0, 600, 0, 0, 630])
  })

  test('has steps as long as its age groups are wide', () => {
    expect(project({ shape: { ...shape, stepYears: 5 } }).years.map(({ year }) => year)).toEqual([2024, 2029, 2034])
  })

  test('is its steps, one after the other', () => {
    fc.assert(fc.property(anyStep, (step) => {
      const { years } = projectPopulation(makeTask(step))
      let people = step.population
      for (const { population: own, flows } of years.slice(1)) {
        const expected = runStep({ ...step, population: people })
        expect(own).toEqual(expected.end)
        expect(flows).toEqual(expected.flows)
        people = expected.end
      }
    }), { numRuns: 50 })
  })

  test('takes the figures of the year in which a step begins', () => {
    const deadly = { ...still, survivalRatios: still.survivalRatios.map(() => 0) }
    const totals = (deadlyYear: number) => project({ getInputs: (year) => (year === deadlyYear ? deadly : still) }).years.map(({ population: own }) => sumPeople(shape, own))
    expect(totals(2024)).toEqual([1353, 0, 0])
    expect(totals(2025)).toEqual([1353, 1353, 0])
    expect(totals(2026)).toEqual([1353, 1353, 1353])
  })

  test.each<[string, Partial<ProjectionTask>, RegExp]>([
    ['a population of another length', { population: population.slice(1) }, /population of 2024 has 11 figures: 2 areas × 6 are 12/],
    ['a negative population', { population: population.map((people, at) => (at === 7 ? -1 : people)) }, /population of area 1, women, age 1 in 2024 is -1: it must be from 0/],
    ['an unknown population', { population: population.map((people, at) => (at === 5 ? NaN : people)) }, /population of area 0, men, ages 2 and over in 2024 is NaN/],
    ['half a step', { stepCount: 0.5 }, /number of steps is 0\.5/],
    ['an unknown year', { baseYear: NaN }, /base year NaN/],
    ['no areas', { shape: { ...shape, areaCount: 0 } }, /number of areas is 0: it must be a whole number, at least 1/],
    ['figures of a later year that cannot be', { getInputs: (year) => (year < 2025 ? still : { ...still, emigrationRates: still.emigrationRates.map(() => 3) }) }, /emigrationRates of all areas, women, age 0 in 2025 is 3/],
  ])('refuses %s', (_, changes, message) => {
    expect(() => project(changes)).toThrow(RangeError)
    expect(() => project(changes)).toThrow(message)
  })
})

describe('people in group quarters', () => {
  const groupQuarters = Float64Array.of(0, 5, 30, 0, 0, 31, 0, 0, 0, 0, 0, 0)

  test('stay as old as they are while the others grow older', () => {
    const { years } = project({ getInputs: () => ({ ...still, groupQuarters }) })
    expect(years[1]!.population.slice(0, 6)).toEqual(Float64Array.of(0, 10 + 5, 15 + 30, 0, 11, 21 + 31))
    expect(years.map(({ population: own }) => sumPeople(shape, own))).toEqual([1353, 1353, 1353])
  })

  test('are as many as is given for a later year', () => {
    const { years } = project({ getInputs: (year) => ({ ...still, groupQuarters: groupQuarters.map((inside) => (year === 2026 ? 2 * inside : inside)) }) })
    expect(years.map(({ population: own }) => sumPeople(shape, own))).toEqual([1353, 1353, 1353 + 66])
  })

  test('do not die, bear or move, and form no households', () => {
    const inputs = { ...still, groupQuarters: population, fertilityRates: Float64Array.of(0, 1, 1), survivalRatios: new Float64Array(6), emigrationRates: new Float64Array(6).fill(1), headshipRates: new Float64Array(12).fill(0.5) }
    const { years } = project({ getInputs: () => inputs })
    for (const { population: own, households } of years) {
      expect(own).toEqual(population)
      expect([...households]).toEqual([0, 0, 0, 0])
    }
  })

  test('can not be more than everybody', () => {
    const inputs = { ...still, groupQuarters: Float64Array.of(0, 0, 0, 0, 0, 300) }
    expect(() => project({ getInputs: () => inputs })).toThrow(/groupQuarters of area 0, men, ages 2 and over are 300: more than the population of 31/)
  })
})

describe('households', () => {
  test('are headship rates times people, by kind', () => {
    const headshipRates = Float64Array.of(0, 0.5, 0.25, 0, 0.5, 0.5, 0, 0, 0.5, 0, 0, 0.25)
    const { years } = project({ getInputs: () => ({ ...still, headshipRates }) })
    expect([...years[0]!.households]).toEqual([10 + 7.5 + 10.5 + 15.5, 15 + 7.75, 100 + 75 + 105 + 155, 150 + 77.5])
  })

  test('are never more than people, and none where nobody is the head of one', () => {
    fc.assert(fc.property(anyStep, (step) => {
      const { years } = projectPopulation(makeTask(step))
      for (const { population: own, households } of years) {
        const all = households.reduce((sum, count) => sum + count, 0)
        expect(all).toBeGreaterThanOrEqual(0)
        expect(all).toBeLessThanOrEqual(sumPeople(step.shape, own) * (1 + 1e-9))
      }
    }), { numRuns: 50 })
    expect([...project({}).years[0]!.households]).toEqual([0, 0, 0, 0])
  })
})

describe('a scenario', () => {
  const run = (scenario: Scenario, changes: Partial<ProjectionTask> = {}) => project({ scenario, ...changes })
  const always = { from: 2024, to: 2024 }

  test('without patches is the base, to the last digit', () => {
    fc.assert(fc.property(anyStep, (step) => {
      expect(projectPopulation({ ...makeTask(step), scenario: [] })).toEqual(projectPopulation(makeTask(step)))
    }), { numRuns: 30 })
  })

  test('leaves the figures that it changes as they were', () => {
    fc.assert(fc.property(anyStep, (step) => {
      const before = structuredClone(step)
      const { changedCounts } = projectPopulation({
        ...makeTask(step),
        scenario: [
          { input: 'population', years: always, change: { add: 1 } },
          { input: 'survivalRatios', years: { from: 2024, to: 2030 }, areas: [0], change: { multiplyBy: 0.5 } },
          { input: 'immigrationCounts', years: { from: 2024, to: 2024 }, change: { setTo: 7 } },
        ],
      })
      expect(changedCounts[0]).toBe(step.population.length)
      expect(step).toEqual(before)
    }), { numRuns: 30 })
  })

  test('changes only the areas, sexes, ages and years it names', () => {
    const { years, changedCounts } = run([{ input: 'immigrationCounts', years: { from: 2025, to: 2025 }, areas: [1], sexes: ['men'], ages: { from: 1, to: 1 }, change: { add: 8 } }])
    const base = project({}).years
    expect(years[1]).toEqual(base[1])
    // Half comes at the begin and grows a year older, half comes at the end.
    expect(years[2]!.population.map((people, at) => people - base[2]!.population[at]!)).toEqual(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4))
    expect([...changedCounts]).toEqual([1])
  })

  test('follows its patches in their order', () => {
    const halved = { input: 'population', years: always, change: { multiplyBy: 0.5 } } as const
    const added = { input: 'population', years: always, ages: { from: 0, to: 0 }, areas: [0], sexes: ['women'], change: { add: 10 } } as const
    expect(run([halved, added]).years[0]!.population[0]).toBe(15)
    expect(run([added, halved]).years[0]!.population[0]).toBe(10)
  })

  test('changes household kinds by themselves', () => {
    const scenario: Scenario = [{ input: 'headshipRates', years: { from: 2026, to: 2026 }, householdKinds: { from: 1, to: 1 }, areas: [0], change: { setTo: 0.5 } }]
    const { years } = run(scenario)
    expect(years.map(({ households }) => [...households])).toEqual([[0, 0, 0, 0], [0, 0, 0, 0], [0, 61.5, 0, 0]])
  })

  test.each<[string, Scenario[number]]>([
    ['years in which no step begins', { input: 'survivalRatios', years: { from: 2090, to: 2099 }, change: { setTo: 0 } }],
    ['the last year, when nobody takes a step any more', { input: 'survivalRatios', years: { from: 2026, to: 2026 }, change: { setTo: 0 } }],
    ['no areas', { input: 'survivalRatios', years: always, areas: [], change: { setTo: 0 } }],
    ['figures that are so already', { input: 'survivalRatios', years: always, change: { setTo: 1 } }],
    ['figures of 0, multiplied', { input: 'fertilityRates', years: always, change: { multiplyBy: 2 } }],
    ['a population after the base year', { input: 'population', years: { from: 2025, to: 2026 }, change: { setTo: 0 } }],
  ])('says that a patch on %s changed nothing', (_, patch) => {
    const { years, changedCounts } = run([patch, { input: 'population', years: always, change: { add: 0.5 } }])
    expect([...changedCounts]).toEqual([0, 12])
    expect(years[2]!.population[2]).toBe(61.5)
  })

  test.each<[string, object, RegExp]>([
    ['a year before the base', { years: { from: 2020, to: 2030 } }, /patch 0 on survivalRatios: year 2020 is before the base year 2024/],
    ['years that run back', { years: { from: 2030, to: 2025 } }, /years from 2030 to 2025 are not a span of whole numbers/],
    ['an unknown input', { input: 'weather' }, /patch 0 on weather: there is no such input/],
    ['an unknown area', { areas: [0, 2] }, /area 2 is not one of 0 to 1/],
    ['an unknown sex', { sexes: ['girls'] }, /sex girls is not one of women, men/],
    ['ages that are not there', { ages: { from: 1, to: 3 } }, /age groups from 1 to 3 are not within 0 to 2/],
    ['sexes of mothers', { input: 'fertilityRates', sexes: ['women'] }, /it has no sexes/],
    ['ages of the sex ratio', { input: 'boysPerGirl', ages: { from: 1, to: 1 } }, /it has no ages/],
    ['household kinds of survivors', { householdKinds: { from: 1, to: 1 } }, /it has no household kinds/],
    ['two changes at once', { change: { add: 1, setTo: 1 } }, /the change is add and setTo: it must be one of/],
    ['no change', { change: {} }, /the change is nothing: it must be one of/],
    ['a change that is not a number', { change: { add: NaN } }, /add is NaN: it must be a number/],
    ['a result that cannot be', { areas: [1], change: { multiplyBy: 1.5 } }, /survivalRatios of area 1, women, age 0 in 2024 is 1\.5: it must be from 0 to 1/],
  ])('is refused for %s', (_, changes, message) => {
    const patch = { input: 'survivalRatios', years: always, change: { setTo: 1 }, ...changes } as Scenario[number]
    expect(() => run([patch])).toThrow(RangeError)
    expect(() => run([patch])).toThrow(message)
  })
})
