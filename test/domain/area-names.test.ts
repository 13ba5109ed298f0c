import { describe, expect, it } from 'vitest'
import { nameArea, nameAreas, writeInSentence } from '#domain/area-names.ts'

const place = {
  id: 'GM1680',
  name: 'Aa en Hunze',
  parents: [{ code: 'NL00', name: 'Nederland', level: 'country' }, { code: 'LD01', name: 'Noord-Nederland' }],
  figures: [{ value: 1 }, { value: null }],
}

describe('names of areas', () => {
  it('are English for the country and its parts, wherever they stand in an answer', () => {
    expect(nameAreas(place, 'en')).toEqual({ ...place, parents: [{ code: 'NL00', name: 'The Netherlands', level: 'country' }, { code: 'LD01', name: 'Northern Netherlands' }] })
    expect(nameAreas({ codes: ['LD03', 'LD04'], names: ['West-Nederland', 'Zuid-Nederland'] }, 'en').names).toEqual(['Western Netherlands', 'Southern Netherlands'])
    expect(nameAreas({ results: [{ kind: 'country', id: 'NL00', name: 'Nederland' }] }, 'en').results[0]?.name).toBe('The Netherlands')
  })

  it('have no capital within a sentence, and keep it at the beginning and in a name that somebody gave', () => {
    expect(['Ages in The Netherlands, 2030', 'The Netherlands: 3 schools', 'Scenario: “The Netherlands grow”', 'Inhabitants, The Netherlands', 'Done. The Netherlands has', 'Chosen: The Netherlands'].map(writeInSentence)).toEqual([
      'Ages in the Netherlands, 2030', 'The Netherlands: 3 schools', 'Scenario: “The Netherlands grow”', 'Inhabitants, the Netherlands', 'Done. The Netherlands has', 'Chosen: the Netherlands',
    ])
  })

  it('leave the answer itself as it is, for who asks in Dutch', () => {
    const before = structuredClone(place)
    nameAreas(place, 'en')
    expect(place).toEqual(before)
    expect(nameAreas(place, 'nl')).toBe(place)
  })

  it('of others stay: a village of that name, a municipality, a country that is made up', () => {
    const others = [{ id: 'WP2706', name: 'Nederland' }, { code: 'PV27', name: 'Noord-Holland' }, { code: 'NL00', name: 'Verzonnen land' }]
    expect(nameAreas(others, 'en')).toBe(others)
    expect(nameArea('toString', 'Nederland', 'en')).toBe('Nederland')
  })
})
