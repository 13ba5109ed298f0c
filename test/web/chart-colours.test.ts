import { AGE_COLOURS, chooseInk, findContrast, HOUSEHOLD_COLOURS } from '#web/charts/chart-colours.ts'
import { describe, expect, it } from 'vitest'

describe('colours of charts', () => {
  it('have the contrast of WCAG: 21 for black on white, 4.54 for its own grey on white', () => {
    expect(findContrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
    expect(findContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(findContrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  })

  it('bear text that can be read', () => {
    for (const colour of [...AGE_COLOURS, ...HOUSEHOLD_COLOURS]) expect(findContrast(colour, chooseInk(colour)), colour).toBeGreaterThanOrEqual(4.5)
  })

  it('tell kinds of household apart by lightness alone: in black and white, and for who sees no colours', () => {
    HOUSEHOLD_COLOURS.slice(1).forEach((colour, at) => expect(findContrast(colour, HOUSEHOLD_COLOURS[at]!)).toBeGreaterThan(1.5))
  })
})
