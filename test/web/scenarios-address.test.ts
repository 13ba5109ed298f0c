/** The address of the page about scenarios, and where growth and shrink are. */
import { expect, it } from 'vitest'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import { findScenarioArea } from '#web/chosen-scenario/scenario-area.ts'
import { nl } from '#web/messages/nl/index.ts'
import { listUnusedOfScenarios, readCompared, readCompareYear } from '#web/scenarios-page/scenarios-address.ts'

const status = { referenceYear: 2024, jumpOffYear: 2025, missingForProjection: [] as string[] } as StatusAnswer

it('compares in the years that are projected, and in none where nothing can be projected', () => {
  expect(['2024', '2025', '2055', '2056', 'nu'].map((jaar) => readCompareYear({ jaar }, status))).toEqual([undefined, 2025, 2055, undefined, undefined])
  expect(readCompareYear({ jaar: '2040' }, { ...status, missingForProjection: ['a table'] })).toBeUndefined()
})

it('opens four scenarios, and names those that are left out', () => {
  const bekijk = 'a.1,b.1,c.1,d.1,e.1,f.2'
  expect(readCompared({ bekijk })).toEqual(['a.1', 'b.1', 'c.1', 'd.1'])
  expect(listUnusedOfScenarios({ bekijk }, undefined, status, nl)).toEqual([
    { kind: 'leftOut', text: 'bekijk=e.1' },
    { kind: 'leftOut', text: 'bekijk=f.2' },
  ])
})

it('puts growth and shrink in the municipality of a buurt or a village, and in a province as a whole', () => {
  const [province, municipality] = [
    { code: 'PV22', name: 'Drenthe', level: 'province' as const },
    { code: 'GM1680', name: 'Aa en Hunze', level: 'municipality' as const },
  ]
  expect(findScenarioArea({ id: 'WP1177', name: 'Rolde', parents: [province, municipality] })).toMatchObject({ code: 'GM1680' })
  expect(findScenarioArea({ id: 'BU16801900', name: 'Rolde', parents: [province, municipality] })).toMatchObject({ code: 'GM1680' })
  expect(findScenarioArea({ id: 'GM1680', name: 'Aa en Hunze', parents: [province] })).toMatchObject({ code: 'GM1680' })
  expect(findScenarioArea({ id: 'PV22', name: 'Drenthe', parents: [] })).toMatchObject({ code: 'PV22' })
})
