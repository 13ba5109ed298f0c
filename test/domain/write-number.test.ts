import { describe, expect, it } from 'vitest'
import { countWords, writeNumber } from '#domain/write-number.ts'

describe('numbers for people', () => {
  it('have points between thousands in Dutch and commas in English', () => {
    expect(writeNumber(17_953_000.5, 'nl')).toBe('17.953.000,5')
    expect(writeNumber(17_953_000.5, 'en')).toBe('17,953,000.5')
  })

  it('of one thing take the singular', () => {
    const count = (value: number) => countWords(value, ['cel', 'cellen'], ['cell', 'cells'])
    expect([0, 1, 2, 65_820].map((value) => count(value).nl)).toEqual(['0 cellen', '1 cel', '2 cellen', '65.820 cellen'])
    expect(count(1).en).toBe('1 cell')
  })
})
