/** The estimate of households without a car. How it lies beside what is published is in docs/methods/households-without-car.md. */
import { estimateShareWithoutCar } from '#domain/households-without-car.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('households without a car', () => {
  it('are a quarter where there is a car for every household, and three quarters where there are next to none', () => {
    // exp(1.2555 − 2.3636) = 0.330 and exp(1.2555 − 0.2364) = 2.771, each ÷ (1 + itself).
    expect(estimateShareWithoutCar(1)).toBeCloseTo(0.248, 3)
    expect(estimateShareWithoutCar(0.1)).toBeCloseTo(0.735, 3)
  })

  it('are fewer where there are more cars, never all and never none', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), (cars, more) => {
        const share = estimateShareWithoutCar(cars)
        expect(share).toBeGreaterThan(estimateShareWithoutCar(cars + more))
        expect(share).toBeGreaterThan(0)
        expect(share).toBeLessThan(1)
      }),
    )
    expect(estimateShareWithoutCar(Number.NaN)).toBeNaN()
  })
})
