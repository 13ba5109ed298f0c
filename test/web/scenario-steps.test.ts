import { describe, expect, test } from 'vitest'
import { readScenarioDocument } from '#domain/scenario-document.ts'
import { addStep, EMPTY_SCENARIO, listSteps, removeStep, type NewStep } from '#web/scenario-editor/scenario-steps.ts'
import { parseOwn } from '#web/scenarios-page/parse-own.ts'

const STEPS: readonly NewStep[] = [
  { kind: 'newHomes', step: { municipality: 'GM9001', years: { from: 2025, to: 2029 }, homesPerYear: 10, peoplePerHome: 2.2, shareFromElsewhere: 0.5 } },
  { kind: 'closed', step: { type: 'primarySchool', id: '01AA00' } },
  { kind: 'opened', step: { type: 'primarySchool', name: 'Nieuw', place: 'GN101' } },
  { kind: 'speeds', step: { mode: 'bicycle', factor: 1.2 } },
]

describe('the steps of a scenario', () => {
  const built = STEPS.reduce(addStep, { ...EMPTY_SCENARIO, name: 'Proef' })

  test('build a document that the API takes, and are read from it again', () => {
    expect(readScenarioDocument(built)).toEqual({ document: built })
    expect(listSteps(built).map(({ kind, step }) => ({ kind, step }))).toEqual(STEPS)
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
