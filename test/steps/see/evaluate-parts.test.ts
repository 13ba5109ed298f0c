import { expect, test } from 'vitest'
import { evaluateParts } from '#steps/see/evaluate-parts.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const meanHomeValue = findIndicator(statistics, 'meanHomeValue')!
/** Mean home value of 2022, in thousands, of homes: 200 of 600, 300 of 400. */
const evaluate = (first: number, second: number) =>
  evaluateParts(statistics, meanHomeValue, 2022, () => ({ bridged: 'estimated', parts: [{ code: 'BU90010000', share: first }, { code: 'BU90010001', share: second }] })).value

test('a mean of which a sliver came from elsewhere keeps the digits that it supports', () => {
  // (200 × 600 + 300 × 0.04) ÷ 600.04 = 200.0067
  expect(evaluate(1, 0.0001)).toBe(200)
})

test('a larger share moves it, and whole parts are not rounded', () => {
  // (200 × 600 + 300 × 200) ÷ 800
  expect(evaluate(1, 0.5)).toBe(225)
  expect(evaluate(1, 1)).toBe(240)
})
