import { describe, expect, test } from 'vitest'
import { checkErrors } from '#engines/projection/projection-errors.ts'
import { estimateErrors, makeUpForLeavers } from '#steps/explore/draws/estimate-errors.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import { prepareMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { makeProjectionData } from '../../support/projection-data.ts'

const prepared = prepareMunicipalities(makeProjectionData(), 2024)
const sizes = { national: { shocks: 0, lasting: 4e-6 }, own: { shocks: 1e-6, lasting: 9e-6 }, sizePower: 0, windows: { from: 2014, to: 2023, furthest: 10, count: 55 } }
const errors = estimateErrors(prepared, sizes)

describe('errors of the components', () => {
  test('a lasting growth error of 0.3 percent is one of arrivals that adds as many people', () => {
    const [people, arrivals] = [addByMunicipality(prepared.base.people), addByMunicipality(prepared.flows.arrivalWeights)]
    const [departures, emigration] = [prepared.flows.internalOutRates, prepared.flows.emigrationRates].map((rates) => addByMunicipality(prepared.base.people.map((own, at) => own * rates[at]!)))
    const leaving = (departures![0]! + emigration![0]!) / people[0]!
    const { own } = errors.components.internalArrivals
    expect(own.persistence).toBe(1)
    expect((own.startDeviation[0]! * arrivals[0]!) / people[0]!).toBeCloseTo(0.003 * makeUpForLeavers(leaving, 5), 9)
  })

  test('who came leaves again: at 5 percent a year, an error of ten years is made up by a quarter', () => {
    expect(makeUpForLeavers(0.05, 10)).toBeCloseTo(0.5 / (1 - Math.exp(-0.5)), 9)
    expect(makeUpForLeavers(0, 10)).toBe(1)
  })

  test('births and deaths that never changed give no errors; the engine takes them all', () => {
    expect(errors.components.mortality.national.deviation[0]).toBeLessThan(1e-3)
    expect(() => checkErrors(prepared.shape, errors)).not.toThrow()
  })
})
