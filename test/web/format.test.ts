/** How figures are written in Dutch and in English. */
import { createFormat } from '#web/format/format.ts'
import { parseUrlState, readList, writeUrlState } from '#web/app/search-state.ts'
import { describe, expect, it } from 'vitest'

const nl = createFormat('nl')
const en = createFormat('en')
const PERCENT = { unit: { nl: '%', en: '%' }, decimals: 1 }
const PEOPLE = { unit: { nl: 'inwoners', en: 'inhabitants' }, decimals: 0 }

describe('numbers', () => {
  it('have points for thousands and a decimal comma in Dutch', () => {
    expect(nl.number(17_942_942)).toBe('17.942.942')
    expect(en.number(17_942_942)).toBe('17,942,942')
    expect(nl.value(12.345, PERCENT)).toBe('12,3%')
  })

  it('say procent in a sentence', () => {
    expect(nl.words(12.345, PERCENT)).toBe('12,3 procent')
    expect(en.words(12.345, PERCENT)).toBe('12.3 percent')
    expect(nl.words(4775, PEOPLE)).toBe('4.775 inwoners')
  })

  it('have a real minus sign, and none before zero', () => {
    expect(nl.number(-2.25, 1)).toBe('−2,3')
    expect(nl.number(-0.01, 1)).toBe('0,0')
    expect(nl.signed(3)).toBe('+3')
  })

  it('name a month in the language, and leave what is no month', () => {
    expect([nl.month('2024-11'), en.month('2022-05')]).toEqual(['november 2024', 'May 2022'])
    expect([nl.month('2024'), nl.month('2024-13'), nl.month('')]).toEqual(['2024', '2024-13', ''])
  })

  it('become a dash where there is no figure', () => {
    expect(nl.figure({ missing: 'suppressed' }, PEOPLE)).toBe('–')
  })
})

describe('the state in the URL', () => {
  it('reads back what was written, with commas that stay readable', () => {
    const state = { plaatsen: 'GM1680,WP1167', naam: 'Ons dorp & meer', cijfers: 'homes:2' }
    expect(writeUrlState(state)).toBe('?plaatsen=GM1680,WP1167&naam=Ons+dorp+%26+meer&cijfers=homes:2')
    expect(parseUrlState(writeUrlState(state))).toEqual(state)
  })

  it('leaves out what is empty', () => {
    expect(writeUrlState({ a: undefined, b: '' })).toBe('')
  })

  it('takes every place of a list once', () => {
    expect(readList('GM1680, GM1680,,WP1167')).toEqual(['GM1680', 'WP1167'])
  })
})
