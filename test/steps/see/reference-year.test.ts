import { getPlace } from '#steps/see/place.ts'
import { expect, test } from 'vitest'
import { makeTestStatistics } from '../../support/test-statistics.ts'

test('a place is shown in the reference year, though a later year has some of its figures', () => {
  const place = getPlace(makeTestStatistics({ referenceYear: 2023 }), 'GM9001')
  expect([place.year, place.years]).toEqual([2023, [2022, 2023, 2024]])
  expect(place.figures.every(({ year }) => year <= 2023)).toBe(true)
})
