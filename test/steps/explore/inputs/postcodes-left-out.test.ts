import { describe, expect, it } from 'vitest'
import { PostcodesLeftOut } from '#steps/explore/inputs/postcodes-left-out.ts'

describe('postcodes that tell nothing of the ages of a municipality', () => {
  const leftOut = new PostcodesLeftOut()
  leftOut.add('municipalityUnknown', 5074, 700, 'Haaren')
  leftOut.add('municipalityUnknown', 5074, 745, 'Haaren')
  leftOut.add('municipalityUnknown', 5076, 5825, 'Haaren')
  leftOut.add('municipalityNotNamed', 1853, 920)
  leftOut.add('agesAbsent', 1044, NaN)
  const [former, unnamed, withoutAges] = leftOut.describe(2021)

  it('are told apart by why, each with its number of postcodes', () => {
    expect([former, unnamed, withoutAges].map((finding) => finding?.count)).toEqual([2, 1, 1])
    expect(former?.message.nl).toContain('(Haaren)')
    expect(unnamed?.message.nl).toContain('geen gemeente')
  })

  it('name the inhabitants that do not count, and are a warning only where there are any', () => {
    expect(former?.message.nl).toContain('7.270 inwoners')
    expect(former?.message.en).toContain('7,270 inhabitants')
    expect(unnamed?.message.nl).toContain('920 inwoners')
    expect([former, unnamed, withoutAges].map((finding) => finding?.severity)).toEqual(['warning', 'warning', 'info'])
  })

  it('say nothing of a reason that does not occur', () => {
    expect(new PostcodesLeftOut().describe(2021)).toEqual([])
  })
})
