import { describe, expect, test } from 'vitest'
import { listUnused } from '#web/app/address-check.ts'

const PARAMETERS = { niveau: { isTaken: false, shown: 'gemeenten' }, gebied: { isTaken: false }, jaar: { isTaken: true, shown: '2024' }, naam: 'any' } as const

describe('an address of a page', () => {
  test('names what was not taken, in its own order, and what is shown instead', () => {
    expect(listUnused({ gebied: 'GM9', kleur: 'rood', niveau: 'zz', jaar: '2024', naam: 'x' }, PARAMETERS)).toEqual([
      { kind: 'leftOut', text: 'gebied=GM9' },
      { kind: 'noParameter', text: 'kleur=rood' },
      { kind: 'replaced', text: 'niveau=zz', shown: 'gemeenten' },
    ])
  })

  test('is silent about what is not in it, the language, and what other sites hang on a link', () => {
    expect(listUnused({ lang: 'en', niveau: undefined, utm_source: 'nieuwsbrief', fbclid: 'x' }, PARAMETERS)).toEqual([])
  })

  test('does not take a name of JavaScript for a parameter, and cuts what is long', () => {
    const [own, long] = listUnused({ constructor: '1', niveau: 'z'.repeat(5000) }, PARAMETERS)
    expect(own).toEqual({ kind: 'noParameter', text: 'constructor=1' })
    expect(long?.text.length).toBeLessThan(80)
  })
})
