import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SelectionAnswer } from '#domain/answers/selection-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { parseUrlState, writeUrlState } from '#web/app/search-state.ts'
import { listSelectable, makeCriterion, makeDocument, readSelection, selectByIndex, startFrom, writeSelection } from '#web/selection-page/selection-state.ts'

const words = { nl: 'Oud', en: 'Old' }
const pick = ({ en }: { en: string }) => en
const made: SelectionDocument = { ...makeDocument('Oud', 'shareAge65Plus'), id: 'oud', level: 'region', year: 2023, within: 'PV22' }
const selections: readonly SelectionAnswer[] = [{ id: 'oud', name: words, explanation: words, source: words, document: made }]
const first = makeDocument('Eerst', 'population')

describe('a selection in the address', () => {
  test('is the first one where there is none, and the chosen one where it is named', () => {
    expect(readSelection({}, selections, first, pick)).toMatchObject({ document: first, start: first })
    const { id: _id, ...chosen } = made
    expect(readSelection(startFrom('oud'), selections, first, pick).document).toEqual({ ...chosen, name: 'Old' })
  })

  test('comes back as it was written, whatever its criteria and its name', () => {
    const anyDocument = fc.record({ name: fc.string({ minLength: 1, maxLength: 50 }).filter((name) => name.trim() === name), threshold: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), kinds: fc.array(fc.constantFrom('figure', 'change', 'index', 'projected'), { minLength: 1, maxLength: 5 }), meet: fc.constantFrom<'all' | 'any' | number>('all', 'any', 1), level: fc.constantFrom('municipality', 'region', 'neighbourhood') } as const)
    fc.assert(
      fc.property(anyDocument, ({ name, threshold, kinds, meet, level }) => {
        const parts = kinds.map((kind) => ({ ...makeCriterion(kind, 'population'), threshold: threshold + 0 }))
        const document: SelectionDocument = { format: 'topdorp-selection/1', name, level, where: { kind: 'group', meet, of: [...parts, { kind: 'group', meet: 'any', of: parts }] } }
        const state = parseUrlState(writeUrlState(writeSelection(document)).slice(1))
        expect(readSelection(state, [], first, pick)).toMatchObject({ document, taken: { niveau: true, waar: true } })
      }),
    )
  })

  test('begins with the worst tenth by an index of one’s own, which comes back whole', () => {
    const index = { format: 'topdorp-index/1', name: 'Fonds: dorpen', level: 'district', year: 2024, dimensions: [{ id: 'a', name: 'A', weight: 1, indicators: [{ indicator: 'homes', weight: 2, direction: 'lowerIsBetter' }], dimensions: [] }] } as unknown as IndexDocument
    const document = selectByIndex(index)
    expect(document).toMatchObject({ name: 'Fonds: dorpen', level: 'district', year: 2024, where: { of: [{ kind: 'index', compare: 'atMost', threshold: 10 }] } })
    expect(readSelection(parseUrlState(writeUrlState(writeSelection(document))), [], first, pick).document).toEqual(document)
  })

  test('says when its criteria cannot be read, and shows the first one', () => {
    for (const waar of ['{', '3', '{"kind":"group"}', '{"kind":"group","of":[3]}', 'null']) expect(readSelection({ waar }, selections, first, pick)).toMatchObject({ document: first, taken: { waar: false } })
  })

  test('says what it does not know', () => {
    expect(readSelection({ selectie: 'geluk', niveau: 'dorp', jaar: 'nu', waar: '{' }, selections, first, pick).taken).toEqual({ selectie: false, niveau: false, jaar: false, waar: false })
    expect(readSelection({ selectie: 'oud', niveau: 'regio', jaar: '2023' }, selections, first, pick).taken).toEqual({ selectie: true, niveau: true, jaar: true, waar: false })
  })
})

test('origin is not offered to select by', () => {
  const indicator = { id: 'a', protectedCharacteristic: false }
  const origin = { id: 'b', protectedCharacteristic: true }
  expect(listSelectable([indicator, origin] as never)).toEqual([indicator])
})
