import { describe, expect, test } from 'vitest'
import { readScenarioDocument } from '#domain/scenario-document.ts'
import { nameScenarioPlace } from '#domain/scenario-place.ts'
import { readSitingDocument } from '#domain/siting-document.ts'

describe('where in a scenario something stands', () => {
  test.each([
    ['', 'Het scenario', 'The scenario'],
    ['scenario', 'Het scenario', 'The scenario'],
    ['name', 'Naam', 'Name'],
    ['patches', 'Wijzigingen', 'Patches'],
    ['patches.0', 'Wijziging 1', 'Patch 1'],
    ['patches.1.years.from', 'Wijziging 2, eerste jaar', 'Patch 2, first year'],
    ['patches.0.areas.3', 'Wijziging 1, gebieden', 'Patch 1, areas'],
    ['newHomes.2.shareFromElsewhere', 'Bouwplan 3, deel dat van buiten de gemeente komt', 'Building plan 3, share from outside the municipality'],
    ['facilities.closed', 'Sluitingen', 'Closures'],
    ['facilities.closed.0.id', 'Sluiting 1, nummer', 'Closure 1, number'],
    ['scenario.facilities.opened.0.point.1', 'Opening 1, punt op de kaart', 'Opening 1, point on the map'],
    ['speeds.0.factor', 'Snelheid 1, hoeveel keer zo snel', 'Speed 1, how many times as fast'],
    ['norms.1.iets', 'Norm 2, "iets"', 'Norm 2, "iets"'],
  ])('%s is said in words', (path, nl, en) => {
    expect(nameScenarioPlace(path)).toEqual({ nl, en })
  })

  test('is said so for all that its form has wrong, by itself and within a question about sites', () => {
    const scenario = { name: 'x', patches: [{ figure: 'births', years: { from: 2030, to: 2031 }, areas: ['GM1'], change: { add: 1 }, wie: 'iedereen' }] }
    const faultsOf = (read: ReturnType<typeof readScenarioDocument> | ReturnType<typeof readSitingDocument>) => ('faults' in read ? read.faults : [])
    const own = faultsOf(readScenarioDocument(scenario))
    expect(own.map(({ field, message }) => [field, message.nl.slice(0, message.nl.indexOf(':') + 1)])).toEqual([
      ['patches.0.figure', 'Wijziging 1, wat er verandert:'],
      ['patches.0.areas.0', 'Wijziging 1, gebieden:'],
      ['patches.0', 'Wijziging 1:'],
    ])
    const within = faultsOf(readSitingDocument({ format: 'topdorp-siting/1', name: 'x', facilityType: 'primarySchool', area: { codes: ['GM1680'] }, openCount: 1, goal: 'nergens', scenario }))
    expect(within.filter(({ field }) => field.startsWith('scenario')).map(({ message }) => message)).toEqual(own.map(({ message }) => message))
    const [change] = faultsOf(readScenarioDocument({ name: 'x', patches: [{ figure: 'population', years: { from: 2030, to: 2031 }, change: { maal: 2 } }] }))
    expect(change).toMatchObject({ field: 'patches.0.change', message: { nl: 'Wijziging 1, hoeveel het verandert: kan zo niet, wel een van deze: multiplyBy, add, setTo.' } })
    expect(within.find(({ field }) => field === 'goal')!.message.nl).toMatch(/^"goal" kan niet "nergens" zijn/)
  })
})
