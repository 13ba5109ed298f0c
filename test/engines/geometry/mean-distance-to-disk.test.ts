/** The mean distance from a disk to a point: by hand where that can be, and beside numeric integration everywhere else. */
import { describe, expect, it } from 'vitest'
import { measureMeanDistance } from '#engines/geometry/mean-distance-to-disk.ts'
import { integrateElliptic } from '#engines/numeric/elliptic-integrals.ts'

/** The mean over rings of equal area and equal angles around each: the midpoint rule, which for a whole turn of a smooth function is exact but for rounding. */
function integrate(distance: number, radius: number): number {
  const [rings, angles] = [4000, 720]
  let sum = 0
  for (let ring = 0; ring < rings; ring++) {
    const own = radius * Math.sqrt((ring + 0.5) / rings)
    for (let angle = 0; angle < angles; angle++) {
      const turn = (2 * Math.PI * (angle + 0.5)) / angles
      sum += Math.hypot(distance - own * Math.cos(turn), own * Math.sin(turn))
    }
  }
  return sum / (rings * angles)
}

describe('the mean distance from a disk to a point', () => {
  it('is two thirds of the radius in the middle, and 32/9π of it on the edge', () => {
    expect(measureMeanDistance(0, 300)).toBeCloseTo(200, 10)
    expect(measureMeanDistance(300, 300)).toBeCloseTo((32 * 300) / (9 * Math.PI), 10)
    // On either side of the edge the two formulas meet.
    expect(measureMeanDistance(300 - 1e-6, 300)).toBeCloseTo(measureMeanDistance(300, 300), 5)
    expect(measureMeanDistance(300 + 1e-6, 300)).toBeCloseTo(measureMeanDistance(300, 300), 5)
  })

  it('is what numeric integration over the disk gives, inside and outside', () => {
    for (const [distance, radius] of [[0, 1], [0.1, 1], [0.5, 1], [0.95, 1], [1.05, 1], [2, 1], [5, 1], [29, 1], [31, 1], [700, 250]] as const) {
      expect(measureMeanDistance(distance, radius) / integrate(distance, radius)).toBeCloseTo(1, 6)
    }
  })

  it('is the distance plus r²/8d far away', () => {
    expect(measureMeanDistance(10_000, 400) - 10_000).toBeCloseTo(400 ** 2 / 80_000, 3)
    // The series takes over without a step.
    const [before, after] = [measureMeanDistance(30 * (1 - 1e-12), 1), measureMeanDistance(30 * (1 + 1e-12), 1)]
    expect(after - before).toBeLessThan(1e-9)
    expect(before - after).toBeLessThan(1e-9)
  })

  it('is the distance itself from one point, to the last bit', () => {
    for (const distance of [0, 0.1, 123.456, 30_000, Infinity]) expect(measureMeanDistance(distance, 0)).toBe(distance)
    expect(measureMeanDistance(Infinity, 500)).toBe(Infinity)
    expect(measureMeanDistance(Number.NaN, 0)).toBeNaN()
    expect(measureMeanDistance(Number.NaN, 500)).toBeNaN()
  })

  it('rises with the distance and with the radius, is never less than either bound, and goes with the unit', () => {
    const steps = Array.from({ length: 200 }, (_, at) => (at * at) / 150)
    for (const radius of [0.5, 3, 40]) {
      for (let at = 1; at < steps.length; at++) {
        const [nearer, farther] = [measureMeanDistance(steps[at - 1]!, radius), measureMeanDistance(steps[at]!, radius)]
        expect(farther).toBeGreaterThan(nearer)
        expect(measureMeanDistance(steps[at]!, radius * 1.1)).toBeGreaterThan(farther)
        expect(farther).toBeGreaterThanOrEqual(Math.max(steps[at]!, (2 / 3) * radius))
        expect(farther).toBeLessThanOrEqual(steps[at]! + (2 / 3) * radius + 1e-12)
        expect(measureMeanDistance(steps[at]! * 7, radius * 7)).toBeCloseTo(7 * farther, 8)
      }
    }
  })
})

describe('the complete elliptic integrals', () => {
  it('are π/2 at 0 and those of the tables elsewhere', () => {
    expect(integrateElliptic(0)).toEqual({ first: Math.PI / 2, second: Math.PI / 2 })
    // Abramowitz & Stegun, table 17.1.
    expect(integrateElliptic(0.5).first).toBeCloseTo(1.85407467730137, 13)
    expect(integrateElliptic(0.5).second).toBeCloseTo(1.35064388104768, 13)
    // By another program (scipy.special).
    expect(integrateElliptic(0.9).first).toBeCloseTo(2.5780921133481733, 13)
    expect(integrateElliptic(0.9).second).toBeCloseTo(1.1047747327040733, 13)
    expect(() => integrateElliptic(1)).toThrow(RangeError)
    expect(() => integrateElliptic(Number.NaN)).toThrow(RangeError)
  })
})
