import type { Place } from '#domain/place.ts'
import { search } from '#steps/see/search.ts'
import { isWithinOneEdit, toPlain } from '#steps/see/search-text.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const ids = (query: string, limit = 10) => search(statistics, query, limit).results.map((result) => result.id)

describe('finding a place by name', () => {
  test('a village comes before the wijk and the buurt of the same name', () => {
    expect(ids('Krimpsterterp').slice(0, 3)).toEqual(['GN101', 'WK900100', 'BU90010000'])
  })
  test('the beginning of a name is enough', () => {
    expect(ids('groei')).toEqual(['GN102', 'BU90010001'])
  })
  test('a name that begins with the text comes before one that merely holds it', () => {
    expect(ids('krimpsterterp').at(-1)).toBe('BU90010002')
    expect(ids('uitbreiding')).toEqual(['BU90020101'])
    expect(ids('terp')).toContain('GN101')
  })
  test.each(["'s-Gravenveen", '’s-gravenveen', 's gravenveen', 'S-GRAVENVEEN', '‘s Gravenveen'])('%s is found however the apostrophe is typed', (query) => {
    expect(ids(query).slice(0, 2)).toEqual(['WP104', 'GM9002'])
  })
  test.each(['Sint Annahuis', 'st annahuis', 'St. Annahuis'])('%s is found, st being sint', (query) => {
    expect(ids(query)[0]).toBe('GN103')
  })
  test('words that mean something to the program are only words', () => {
    for (const word of ['constructor', '__proto__', 'toString']) expect(() => search(makeTestStatistics(), word, 10)).not.toThrow()
  })
  test('diacritics make no difference', () => {
    expect(ids('Krímpstertêrp')[0]).toBe('GN101')
  })
  test('one typing error is forgiven when nothing else fits', () => {
    expect(ids('krimpsterterb')[0]).toBe('GN101')
    expect(ids('krmipsterterp')[0]).toBe('GN101')
    expect(ids('krimpstxrtxrp')).toEqual([])
  })
  test('the municipality may be typed after the name', () => {
    expect(ids('annahuis oostermoer')[0]).toBe('GN103')
    expect(ids('annahuis drenthe')).toEqual([])
  })
  test('a municipality that was dissolved is still found, and says so', () => {
    expect(search(statistics, 'Oudwolde', 5).results).toMatchObject([{ id: 'GM9003', context: { nl: 'Groningen, bestond tot en met 2022', en: 'Groningen, existed up to 2022' } }])
  })
  test('the province of a name comes before buurten that hold it', () => {
    expect(ids('drenthe')[0]).toBe('PV22')
  })
  test('The Hague is found by its everyday name', () => {
    const hague: Place = { id: 'GN1', name: "'s-Gravenhage", point: [4.3, 52.1], municipality: 'GM9001', area: 'GM9001', locatedBy: 'municipality' }
    const withHague = makeTestStatistics({ listPlaces: () => [hague] })
    for (const query of ['Den Haag', 'den h', "'s-Gravenhage"]) expect(search(withHague, query, 5).results[0]?.id).toBe('GN1')
  })
})

describe('a place with a Frisian name', () => {
  test.each([['Fryslân', 'Friesland'], ['Súdwest-Fryslân', 'Zuidwest-Friesland'], ['Noardeast-Fryslân', 'noordoost friesland'], ['De Fryske Marren', 'De Friese Meren'], ['Tytsjerksteradiel', 'Tietjerksteradeel'], ['Dantumadiel', 'Dantumadeel']])('%s is found by its Dutch name, before a hamlet of that name', (name, query) => {
    const hamlet: Place = { id: 'GN1', name: query, point: [6.3, 53.2], municipality: 'GM9001', area: 'GM9001', locatedBy: 'municipality' }
    const official: Place = { ...hamlet, id: 'GN2', name, population: 100_000 }
    expect(search(makeTestStatistics({ listPlaces: () => [hamlet, official] }), query, 5).results.map(({ id }) => id)).toEqual(['GN2', 'GN1'])
  })
})

describe('finding a place by postcode or code', () => {
  test('four digits lead to the village of the postcode', () => {
    expect(search(statistics, '9469', 5).results).toEqual([
      { kind: 'postcode', id: 'GN101', name: '9469 Krimpsterterp', context: { nl: 'gemeente Oostermoer, Groningen', en: 'municipality of Oostermoer, Groningen' } },
    ])
  })
  test.each(['9469 PA', '9469pa', ' 9469 p'])('"%s" leads to the same', (query) => expect(ids(query)).toEqual(['GN101']))
  test('two digits list the postcodes that begin with them', () => expect(ids('94')).toEqual(['GN101', 'WP104']))
  test('an area code leads to the area', () => expect(ids('bu90010001')).toEqual(['BU90010001']))
})

describe('the answer', () => {
  test('gives no inhabitants of a village: those of a gazetteer differ from the figures on its page', () => {
    const [village, area] = search(statistics, 'Krimpsterterp', 2).results
    expect([village?.kind, village?.population]).toEqual(['village', undefined])
    expect(area?.population).toBe(2055)
  })
  test('never holds more than asked for, and never the same thing twice', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.integer({ min: 1, max: 50 }), (query, limit) => {
        const { results } = search(statistics, query, limit)
        expect(results.length).toBeLessThanOrEqual(limit)
        expect(new Set(results.map(({ kind, id, name }) => `${kind} ${id} ${name}`)).size).toBe(results.length)
      }),
    )
  })
  test('is empty for an empty question', () => expect(ids('  ')).toEqual([]))
})

describe('comparing names', () => {
  test('plain spelling is its own plain spelling', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toPlain(toPlain(text))).toBe(toPlain(text))
      }),
    )
  })
  test('a word is within one edit of itself with a letter less, more or other, and not of two more', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/)
    fc.assert(
      fc.property(word, fc.nat(11), (text, at) => {
        const cut = Math.min(at, text.length - 1)
        expect(isWithinOneEdit(text, text.slice(0, cut) + text.slice(cut + 1))).toBe(true)
        expect(isWithinOneEdit(text.slice(0, cut) + text.slice(cut + 1), text)).toBe(true)
        expect(isWithinOneEdit(text, `${text.slice(0, cut)}#${text.slice(cut + 1)}`)).toBe(true)
        expect(isWithinOneEdit(text, `${text}##`)).toBe(false)
        expect(isWithinOneEdit(text, `#${text.slice(1, -1)}#`)).toBe(false)
      }),
    )
  })
})

test('a name that is misspelt goes before names that merely hold what was typed', () => {
  const place = (id: string, name: string) => ({ id, name, point: [6.6, 53] as const, municipality: 'GM9001', area: 'GM9001', locatedBy: 'municipality' as const, population: 10 })
  const few = makeTestStatistics({ listPlaces: () => [place('GN1', 'Tussenlanen'), place('GN2', 'Annen'), place('GN3', 'Vlanenburg')] })
  expect(search(few, 'anen', 5).results.map(({ name }) => name)).toEqual(['Annen', 'Tussenlanen', 'Vlanenburg'])
  expect(search(few, 'lanen', 5).results.map(({ name }) => name)).toEqual(['Tussenlanen', 'Vlanenburg'])
  expect(search(few, 'tuss', 5).results.map(({ name }) => name)).toEqual(['Tussenlanen'])
})
