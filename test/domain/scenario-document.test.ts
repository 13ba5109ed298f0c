/** What a scenario document may hold, and what a question looks at. */
import { describe, expect, test } from 'vitest'
import { listUnusedParts, readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'

const read = (raw: unknown): ScenarioDocument => {
  const result = readScenarioDocument(raw)
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message.en).join(' '))
  return result.document
}
const faultsOf = (raw: unknown) => {
  const result = readScenarioDocument(raw)
  return 'faults' in result ? result.faults.map(({ field }) => field) : []
}

describe('a scenario document', () => {
  test('of before facilities, norms and speeds still reads the same', () => {
    const old = { format: 'topdorp-scenario/1', name: 'Groei', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2030 }, change: { multiplyBy: 1.1 } }] }
    expect(read(old)).toEqual(old)
  })

  test('about facilities alone needs no list of patches', () => {
    expect(read({ name: 'School dicht', facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] } }).patches).toEqual([])
  })

  test('names the field of every part that cannot be', () => {
    expect(
      faultsOf({
        name: 'Fout',
        facilities: { opened: [{ type: 'swimmingPool', name: 'De Golf', point: [6, 53] }], moved: [{ type: 'primarySchool', id: '01AA00', point: [200, 53] }] },
        speeds: [{ mode: 'car', factor: 0 }],
        norms: [{ facilityType: 'hospital', mostMinutes: -1 }],
      }),
    ).toEqual(['facilities.moved.0.point.0', 'facilities.opened.0.type', 'norms.0.mostMinutes', 'speeds.0.factor'])
  })

  test('tells which of its parts a question does not look at, and an empty part is no part', () => {
    const document = read({
      name: 'Alles',
      newHomes: [{ municipality: 'GM9001', years: { from: 2024, to: 2025 }, homesPerYear: 1, peoplePerHome: 2, shareFromElsewhere: 0.5 }],
      facilities: { closed: [], opened: [{ type: 'primarySchool', name: 'Nieuw', place: 'GN101' }] },
      norms: [],
      speeds: [{ mode: 'car', factor: 0.8 }],
    })
    expect(listUnusedParts(document, 'projection')).toEqual(['facilities', 'speeds'])
    expect(listUnusedParts(document, 'reach')).toEqual(['newHomes'])
    expect(listUnusedParts(read({ name: 'Leeg', facilities: { closed: [] } }), 'projection')).toEqual([])
  })
})
