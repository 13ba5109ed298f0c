import { describe, expect, test } from 'vitest'
import { readScenarioDocument, SCENARIO_FIGURES } from '#domain/scenario-document.ts'
import { addStep, EMPTY_SCENARIO, listFacilityIds, listPlaceIds, listSteps, removeStep, type NewStep } from '#web/scenario-editor/scenario-steps.ts'
import { makeChange, PATCH_FIGURES, readChange } from '#web/scenario-editor/patch-choices.ts'
import { parseOwn } from '#web/scenarios-page/parse-own.ts'

const STEPS: readonly NewStep[] = [
  { kind: 'newHomes', step: { municipality: 'GM9001', years: { from: 2025, to: 2029 }, homesPerYear: 10, peoplePerHome: 2.2, shareFromElsewhere: 0.5 } },
  { kind: 'closed', step: { type: 'primarySchool', id: '01AA00' } },
  { kind: 'moved', step: { type: 'primarySchool', id: '02BB00', place: 'GN102' } },
  { kind: 'opened', step: { type: 'primarySchool', name: 'Nieuw', place: 'GN101' } },
  { kind: 'speeds', step: { mode: 'car', factor: 1.2, roads: 'motorway' } },
  { kind: 'norms', step: { facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10 } },
  { kind: 'patches', step: { figure: 'internalOutRates', years: { from: 2025, to: 2029 }, change: makeChange('percent', -10), areas: ['GM9001'], sexes: ['women'], ages: { from: 20, to: 29 } } },
]

describe('the steps of a scenario', () => {
  const built = STEPS.reduce(addStep, { ...EMPTY_SCENARIO, name: 'Proef' })

  test('build a document that the API takes, and are read from it again', () => {
    expect(readScenarioDocument(built)).toEqual({ document: built })
    expect(listSteps(built).map(({ kind, step }) => ({ kind, step }))).toEqual(STEPS)
  })

  test('change a figure as people put it, and are read back as that', () => {
    for (const [kind, amount, change] of [['percent', -10, { multiplyBy: 0.9 }], ['percent', 12.5, { multiplyBy: 1.125 }], ['percent', -150, { multiplyBy: 0 }], ['add', 30, { add: 30 }], ['setTo', 0.2, { setTo: 0.2 }]] as const) {
      expect(makeChange(kind, amount)).toEqual(change)
      expect(readChange(change)).toEqual([kind, Math.max(amount, kind === 'percent' ? -100 : -Infinity)])
    }
  })

  test('of every figure and part of the document can be made on the page', () => {
    expect([...PATCH_FIGURES].toSorted()).toEqual([...SCENARIO_FIGURES].toSorted())
    expect(new Set(STEPS.map(({ kind }) => kind))).toEqual(new Set(listSteps({ ...built, patches: [...built.patches] }).map(({ kind }) => kind)))
    expect(listFacilityIds(listSteps(built))).toEqual([{ type: 'primarySchool', id: '01AA00' }, { type: 'primarySchool', id: '02BB00' }])
    expect(listPlaceIds(listSteps(built))).toEqual(['GM9001', 'GN102', 'GN101'])
  })

  test('are taken away one by one, and leave the scenario that was changed as it was', () => {
    const before = JSON.stringify(built)
    let left = built
    for (const _ of STEPS) left = removeStep(left, listSteps(left)[0]!)
    expect(listSteps(left)).toEqual([])
    expect(JSON.stringify(built)).toBe(before)
  })
})

describe('one’s own scenarios in a browser', () => {
  test('are read from what was stored, and what is no scenario is left out', () => {
    const own = { id: 'A', version: 1, name: 'x', secret: 's', savedAt: '2026-01-01T00:00:00Z' }
    expect(parseOwn(JSON.stringify([own, { ...own, version: 'one' }, null, 3]))).toEqual([own])
    expect(parseOwn('{')).toEqual([])
    expect(parseOwn('{"id":1}')).toEqual([])
  })
})
