import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getQuantile } from '#engines/numeric/quantile.ts'
import { projectPopulation } from '#engines/projection/project-population.ts'
import { projectTrajectory } from '#engines/projection/project-trajectory.ts'
import { COMPONENTS, createNoErrors } from '#engines/projection/projection-errors.ts'
import type { Component, ComponentErrors, ErrorSeries, ProjectionErrors } from '#engines/projection/projection-errors.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import { CLASSES, QUANTILES } from '#engines/projection/tally.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { sumPeople } from './any-projection.ts'
import { anyErrors, anyTask } from './any-trajectories.ts'
import { getQuantileOf, measureRanges, runDraws, runSummary } from './run-trajectories.ts'

const checkProperty = (property: (task: TrajectoryTask) => void, numRuns: number) => fc.assert(fc.property(anyTask, property), { numRuns })

/** All errors times so much. */
function widen({ regions, components }: ProjectionErrors, times: number): ProjectionErrors {
  const series = ({ persistence, deviation, startDeviation }: ErrorSeries) => ({ persistence, deviation: deviation.map((one) => one * times), startDeviation: startDeviation.map((one) => one * times) })
  const all = ({ national, regional, own }: ComponentErrors) => ({ national: series(national), regional: series(regional), own: series(own) })
  return { regions, components: Object.fromEntries(COMPONENTS.map((name) => [name, all(components[name])])) as Record<Component, ComponentErrors> }
}

describe('a trajectory', () => {
  test('is the projection with multiplied figures, to the digits of 32 bits', () => {
    checkProperty((task) => {
      const draws = runDraws(task)
      expect(draws.length).toBe(task.drawCount)
      for (const draw of new Set([0, Math.floor(task.drawCount / 2), task.drawCount - 1])) {
        const expected = projectTrajectory(task, draw).flatMap((own) => [...own])
        const scale = expected.reduce((most, own) => Math.max(most, own), 1000)
        expect(draws[draw]!.length).toBe(expected.length)
        expect(draws[draw]!.reduce((most, own, at) => Math.max(most, Math.abs(own - expected[at]!)), 0) / scale).toBeLessThan(1e-5)
      }
    }, 200)
  })

  test('is the projection itself where there are no errors, and so is every other', () => {
    checkProperty((task) => {
      const whole: TrajectoryTask = { ...task, errors: createNoErrors(task.shape), outcomes: [{ measure: 'people' }] }
      const { years } = projectPopulation(whole)
      const expected = years.flatMap(({ population }) => Array.from({ length: task.shape.areaCount }, (_, area) => sumPeople(task.shape, population, area)))
      const scale = Math.max(1000, ...expected)
      for (const draw of runDraws(whole)) for (const [at, own] of draw.entries()) expect(Math.abs(own - expected[at]!) / scale).toBeLessThan(1e-5)
      const { quantiles } = runSummary(whole)
      for (const own of quantiles) expect(own).toEqual(quantiles[0])
    }, 50)
  })

  test('loses nobody who moves from one area to another, whatever the errors', () => {
    checkProperty((task) => {
      const { internalOutRates, arrivalWeights } = task.getInputs(2024)
      const moving: TrajectoryTask = { ...task, getInputs: () => ({ ...createStillInputs(task.shape), internalOutRates, arrivalWeights }), outcomes: [{ measure: 'people' }] }
      const all = sumPeople(task.shape, task.population)
      for (const draw of runDraws(moving)) {
        for (let year = 0; year < draw.length; year += task.shape.areaCount) {
          const sum = draw.slice(year, year + task.shape.areaCount).reduce((before, own) => before + own, 0)
          expect(Math.abs(sum - all)).toBeLessThanOrEqual(3e-6 * Math.max(1, all))
        }
      }
    }, 50)
  })

  test('never has fewer than no people or households', () => {
    checkProperty((task) => {
      for (const draw of runDraws({ ...task, errors: widen(task.errors, 4) })) expect(draw.every((own) => own >= 0)).toBe(true)
    }, 50)
  })

  test('is the same to the last bit with guards and without, where these change nothing', () => {
    checkProperty((any) => {
      const { shape } = any
      const inputs = any.getInputs(2024)
      const open = shape.ageCount - 1
      const isOpen = (at: number) => at % shape.ageCount === open
      // Nobody moves between areas, and the open group bears none: who comes there touches no younger group.
      const quiet = {
        ...createStillInputs(shape), immigrationCounts: inputs.immigrationCounts, fertilityRates: inputs.fertilityRates.map((rate, at) => (isOpen(at) ? 0 : rate)),
        survivalRatios: inputs.survivalRatios.map((ratio) => 0.9 + 0.1 * ratio), emigrationRates: inputs.emigrationRates.map((rate) => 0.1 * rate),
      }
      const netMigrationCounts = new Float64Array(countCells(shape)).map((_, at) => (isOpen(at) ? 1 : 0))
      const outcomes = [{ measure: 'people', ages: { from: 0, to: open - 1 } }] as const
      const runWith = (own: typeof quiet) => runDraws({ ...any, getInputs: () => own, outcomes })
      expect(runWith({ ...quiet, netMigrationCounts })).toEqual(runWith(quiet))
    }, 100)
  })

  test('is the same whatever the number of trajectories, and another with another seed', () => {
    checkProperty((task) => {
      expect(runDraws({ ...task, drawCount: 3 })).toEqual(runDraws({ ...task, drawCount: 70 }).slice(0, 3))
    }, 20)
    const one = runDraws(arrivals({ national: 0.1 }))
    expect(runDraws(arrivals({ national: 0.1 }))).toEqual(one)
    expect(runDraws({ ...arrivals({ national: 0.1 }), seed: 2 })).not.toEqual(one)
    expect(runDraws({ ...arrivals({ national: 0.1 }), seed: 1 + 2 ** 32 })).not.toEqual(one)
  })
})

/** Only people who come and are gone the year after: at the end of a step those of its second half, 500 × exp(error), in each of two areas. */
function arrivals(deviations: { national?: number; regional?: number; own?: number }, persistence = 0, more: Partial<TrajectoryTask> = {}): TrajectoryTask {
  const shape = { areaCount: 2, ageCount: 2, stepYears: 1, householdKindCount: 0 }
  const series = (deviation = 0) => ({ persistence, deviation: Float64Array.of(deviation), startDeviation: Float64Array.of(0) })
  const none = createNoErrors(shape)
  return {
    shape, baseYear: 2024, population: new Float64Array(8), stepCount: 4,
    getInputs: () => ({ ...createStillInputs(shape), survivalRatios: new Float64Array(4), immigrationCounts: Float64Array.of(0, 1000, 0, 0) }),
    errors: { ...none, components: { ...none.components, immigration: { national: series(deviations.national), regional: series(deviations.regional), own: series(deviations.own) } } },
    outcomes: [{ measure: 'people' }], thresholds: [], seed: 1, drawCount: 4000, ...more,
  }
}

/** Standard deviation of what a function makes of each draw. */
function spread(draws: readonly Float64Array[], of: (draw: Float64Array) => number): number {
  const figures = draws.map(of)
  const mean = figures.reduce((sum, own) => sum + own, 0) / figures.length
  return Math.sqrt(figures.reduce((sum, own) => sum + (own - mean) ** 2, 0) / figures.length)
}

describe('errors', () => {
  const inYear = (year: number, area = 0) => (draw: Float64Array) => Math.log(draw[2 * year + area]!)

  test('give the interval of a lognormal distribution, derived by hand', () => {
    const summary = runSummary(arrivals({ national: 0.1 }))
    // 500 × exp(0.1 × z), with z of the share; the standard error of a bound from 4,000 draws is 0.2 to 0.4 per cent.
    for (const [share, z] of [[0.025, -1.96], [0.1, -1.2816], [0.25, -0.6745], [0.5, 0], [0.75, 0.6745], [0.9, 1.2816], [0.975, 1.96]] as const) {
      expect(Math.abs(getQuantileOf(summary, share)[2 * 4]! / (500 * Math.exp(0.1 * z)) - 1)).toBeLessThan(0.01)
    }
  })

  test('are forgotten, remembered in part or kept, as persistence says', () => {
    // Variance after t steps: d² (1 − p²ᵗ) / (1 − p²), and d² t for a random walk.
    expect(spread(runDraws(arrivals({ own: 0.1 }, 0)), inYear(4))).toBeCloseTo(0.1, 2)
    expect(spread(runDraws(arrivals({ own: 0.1 }, 0.5)), inYear(4))).toBeCloseTo(0.1 * Math.sqrt((1 - 0.5 ** 8) / 0.75), 2)
    expect(spread(runDraws(arrivals({ own: 0.1 }, 1)), inYear(4))).toBeCloseTo(0.2, 2)
  })

  test('of the country are the same in all areas, of regions in each, of areas their own', () => {
    const between = (draw: Float64Array) => inYear(4, 0)(draw) - inYear(4, 1)(draw)
    expect(spread(runDraws(arrivals({ national: 0.1 })), between)).toBe(0)
    expect(spread(runDraws(arrivals({ regional: 0.1 })), between)).toBe(0)
    const apart = arrivals({ regional: 0.1 })
    expect(spread(runDraws({ ...apart, errors: { ...apart.errors, regions: Uint32Array.of(0, 1) } }), between)).toBeCloseTo(0.1 * Math.SQRT2, 2)
    expect(spread(runDraws(arrivals({ own: 0.1 })), between)).toBeCloseTo(0.1 * Math.SQRT2, 2)
    expect(spread(runDraws(arrivals({ national: 0.06, regional: 0.08 })), inYear(4))).toBeCloseTo(0.1, 2)
  })

  test('of one component do not touch another', () => {
    const task = arrivals({})
    // Mortality does: all die here, and with a lower figure not all.
    for (const component of COMPONENTS.filter((name) => name !== 'immigration' && name !== 'mortality')) {
      const components = { ...task.errors.components, [component]: arrivals({ national: 0.3, own: 0.3 }).errors.components.immigration }
      for (const draw of runDraws({ ...task, drawCount: 20, errors: { ...task.errors, components } })) expect(draw[8]).toBe(500)
    }
  })
})

describe('groups of areas', () => {
  test('have in every trajectory what their areas have together', () => {
    fc.assert(fc.property(anyTask, (any) => {
      const { areaCount } = any.shape
      const groups = [Array.from({ length: areaCount }, (_, area) => area), [areaCount - 1]]
      const [count, places] = [any.outcomes.length, areaCount + 2]
      const withGroups = runDraws({ ...any, groups })
      for (const [at, draw] of runDraws(any).entries()) {
        for (let year = 0; year <= any.stepCount; year++) {
          const areas = draw.slice(year * areaCount * count, (year + 1) * areaCount * count)
          const own = withGroups[at]!.slice(year * places * count, (year + 1) * places * count)
          expect(own.slice(0, areaCount * count)).toEqual(areas)
          expect(own.slice(-count)).toEqual(areas.slice(-count))
          for (let outcome = 0; outcome < count; outcome++) {
            const sum = areas.reduce((before, figure, place) => before + (place % count === outcome ? figure : 0), 0)
            expect(Math.abs(own[areaCount * count + outcome]! - sum)).toBeLessThanOrEqual(1e-6 * Math.max(1, sum))
          }
        }
      }
    }), { numRuns: 50 })
  })

  test('are surer than their areas where these err apart, and as unsure where they err together', () => {
    const relativeWidth = (summary: ReturnType<typeof runSummary>, place: number) => getQuantileOf(summary, 0.9)[3 * 4 + place]! / getQuantileOf(summary, 0.1)[3 * 4 + place]! - 1
    const groups = [[0, 1]]
    const apart = runSummary(arrivals({ own: 0.1 }, 0, { groups }))
    expect(relativeWidth(apart, 2) / relativeWidth(apart, 0)).toBeCloseTo(Math.SQRT1_2, 1)
    const together = runSummary(arrivals({ national: 0.1 }, 0, { groups }))
    expect(relativeWidth(together, 2) / relativeWidth(together, 0)).toBeCloseTo(1, 1)
  })
})

describe('intervals', () => {
  test('are the same on one, two and three workers, in any order, and so are chances', () => {
    fc.assert(fc.property(anyTask, fc.constantFrom(33, 64, 100, 200), (any, drawCount) => {
      const task: TrajectoryTask = { ...any, drawCount, thresholds: [{ outcome: 0, year: 2024 + any.stepCount * any.shape.stepYears, below: { shareOfBase: 1 } }] }
      const one = runSummary(task)
      expect(runSummary(task, 2)).toEqual(one)
      expect(runSummary(task, 3)).toEqual(one)
    }), { numRuns: 30 })
  })

  test('are those of the sorted draws, to within a class', () => {
    fc.assert(fc.property(anyTask, (any) => {
      const task = { ...any, drawCount: 300 }
      const { quantiles } = runSummary(task)
      const { lows, classesPerUnit } = measureRanges(task)
      const draws = runDraws(task)
      for (let series = 0; series < draws[0]!.length; series++) {
        const sorted = Float64Array.from(draws, (draw) => draw[series]!).sort()
        const width = classesPerUnit[series]! > 0 ? 1 / classesPerUnit[series]! : 0
        const within = (figure: number) => Math.min(Math.max(figure, lows[series]!), lows[series]! + CLASSES * width)
        const slack = width + 1e-6 * sorted.at(-1)!
        for (const [at, share] of QUANTILES.entries()) {
          const rank = share * (task.drawCount - 1)
          expect(quantiles[at]![series]!).toBeGreaterThanOrEqual(within(sorted[Math.floor(rank)]!) - slack)
          expect(quantiles[at]![series]!).toBeLessThanOrEqual(within(sorted[Math.ceil(rank)]!) + slack)
        }
      }
    }), { numRuns: 40 })
  })

  test('differ from those of the sorted draws by less than the sampling error of 1,000 draws', () => {
    const task = arrivals({ national: 0.1, own: 0.05 }, 0.9, { drawCount: 1000 })
    const [{ quantiles }, draws] = [runSummary(task), runDraws(task)]
    const deviation = spread(draws, (draw) => draw[8]!)
    const sorted = Float64Array.from(draws, (draw) => draw[8]!).sort()
    // A standard error of 0.04 deviations at the median, 0.08 at the ends.
    for (const [at, share] of QUANTILES.entries()) expect(Math.abs(quantiles[at]![8]! - getQuantile(sorted, share))).toBeLessThan(0.03 * deviation)
  })

  test('hold one another: the narrower lies within the wider', () => {
    checkProperty((task) => {
      const { quantiles } = runSummary({ ...task, drawCount: 100 })
      for (let at = 1; at < QUANTILES.length; at++) expect(quantiles[at]!.every((own, series) => own >= quantiles[at - 1]![series]!)).toBe(true)
    }, 30)
  })

  test('are wider where errors are larger, and their median is near the projection', () => {
    const width = (deviation: number) => {
      const summary = runSummary(arrivals({ national: deviation, own: deviation }, 0.8))
      expect(Math.abs(getQuantileOf(summary, 0.5)[8]! / 500 - 1)).toBeLessThanOrEqual(3 * deviation * 0.05)
      return getQuantileOf(summary, 0.9)[8]! - getQuantileOf(summary, 0.1)[8]!
    }
    const widths = [0, 0.02, 0.05, 0.1].map(width)
    expect(widths[0]).toBe(0)
    for (let at = 1; at < widths.length; at++) expect(widths[at]!).toBeGreaterThan(widths[at - 1]! * 1.5)
  })

  test('do not come from more memory where there are more draws', () => {
    const bytes = (drawCount: number) => {
      const before = process.memoryUsage().arrayBuffers
      runSummary(arrivals({ national: 0.1 }, 0, { drawCount }))
      return process.memoryUsage().arrayBuffers - before
    }
    expect(bytes(60_000)).toBeLessThan(bytes(100) + 1e6)
  })
})

describe('the chance of falling below a threshold', () => {
  const chance = (below: TrajectoryTask['thresholds'][number]['below']) => runSummary(arrivals({ national: 0.1 }, 0, { thresholds: [{ outcome: 0, year: 2028, below }] })).chances

  test('is the share of the distribution below it, derived by hand', () => {
    expect([...chance({ count: 500 })].map((own) => Math.round(own * 20) / 20)).toEqual([0.5, 0.5])
    // 500 exp(0.1 z) < 440 where z < ln(0.88) / 0.1 = −1.278, a chance of 10.1 per cent.
    expect(chance({ count: 440 })[0]).toBeCloseTo(0.101, 1.5)
    expect(chance({ count: 0 })[0]).toBe(0)
    expect(chance({ count: 1e6 })[0]).toBe(1)
  })

  test('grows with the threshold', () => {
    fc.assert(fc.property(anyErrors({ areaCount: 2, ageCount: 2, stepYears: 1, householdKindCount: 0 }), (errors) => {
      const lines = [300, 400, 450, 490, 500, 510, 600]
      const { chances } = runSummary({ ...arrivals({}), errors, drawCount: 100, thresholds: lines.map((count) => ({ outcome: 0, year: 2026, below: { count } })) })
      for (let at = 2; at < chances.length; at++) expect(chances[at]!).toBeGreaterThanOrEqual(chances[at - 2]!)
    }), { numRuns: 30 })
  })

  test('counts for groups as well', () => {
    const { chances } = runSummary(arrivals({ national: 0.1 }, 0, { groups: [[0, 1]], thresholds: [{ outcome: 0, year: 2028, below: { count: 1000 } }] }))
    expect([...chances].map((own) => Math.round(own * 20) / 20)).toEqual([1, 1, 0.5])
  })

  test('may be of a share of the base year: here nobody is there in 2024, so nobody can be lost', () => {
    expect([...chance({ shareOfBase: 0.875 })]).toEqual([0, 0])
    const dying = { ...arrivals({ national: 0.1 }), population: new Float64Array(8).fill(250), thresholds: [{ outcome: 0, year: 2028, below: { shareOfBase: 0.5 } }] }
    expect([...runSummary(dying).chances].map((own) => Math.round(own * 20) / 20)).toEqual([0.5, 0.5])
  })
})
