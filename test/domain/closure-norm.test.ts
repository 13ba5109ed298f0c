/** The norm of a municipality for closing a school, by the formula of the law. */
import { describe, expect, it } from 'vitest'
import { findClosureNorm } from '#domain/closure-norm.ts'

describe('the norm below which a primary school may end', () => {
  it('follows article 154 of the Wet op het primair onderwijs, by hand', () => {
    // d = 50: 30 ÷ 0.285 = 105.26. d = 10: 6 ÷ 0.177 = 33.9. d = 100: 60 ÷ 0.42 = 142.86.
    expect(findClosureNorm(5000, 100)).toBe(105)
    expect(findClosureNorm(1000, 100)).toBe(34)
    expect(findClosureNorm(10_000, 100)).toBe(143)
  })

  it('is never below 23 nor above 200', () => {
    expect(findClosureNorm(0, 100)).toBe(23)
    expect(findClosureNorm(80, 40)).toBe(23)
    expect(findClosureNorm(60_000, 80)).toBe(200)
    // d = 500 is where the formula reaches 200 by itself: 300 ÷ 1.5.
    expect(findClosureNorm(50_000, 100)).toBe(200)
  })

  it('takes a municipality of less than 10 square kilometres as one of 10', () => {
    expect(findClosureNorm(500, 5)).toBe(findClosureNorm(500, 10))
    expect(findClosureNorm(500, 5)).not.toBe(findClosureNorm(500, 11))
  })

  it('never falls when there are more children', () => {
    let before = 0
    for (let children = 0; children <= 60_000; children += 500) {
      const norm = findClosureNorm(children, 90)
      expect(norm).toBeGreaterThanOrEqual(before)
      before = norm
    }
  })
})
