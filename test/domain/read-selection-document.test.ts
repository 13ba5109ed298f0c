import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSelectionDocument } from '#domain/read-selection-document.ts'
import { listCriteria, replaceCriteria, type SelectionDocument } from '#domain/selection-document.ts'

const old = { kind: 'figure', indicator: 'share65Plus', compare: 'atLeast', threshold: 25 }
const shrinks = { kind: 'change', indicator: 'population', from: 2020, to: 2024, measure: 'percent', compare: 'atMost', threshold: -2.5 }
const make = (change: object = {}, of: readonly unknown[] = [old, shrinks]) => ({
  format: 'topdorp-selection/1', name: 'Oud en krimpend', level: 'municipality', year: 2024, where: { kind: 'group', meet: 'all', of }, ...change,
})
const listFaults = (raw: unknown): string[] => {
  const result = readSelectionDocument(raw)
  return 'faults' in result ? result.faults.map(({ field, message }) => `${field}: ${message.nl} / ${message.en}`) : []
}

describe('a selection document', () => {
  test('is taken as it is, with its criteria in order', () => {
    const raw = make({}, [{ kind: 'group', meet: 2, of: [old, shrinks, old] }, shrinks])
    const result = readSelectionDocument(raw)
    expect(result).toEqual({ document: raw })
    const { document } = result as { document: SelectionDocument }
    expect(listCriteria(document.where).map(({ field }) => field)).toEqual(['where.of.0.of.0', 'where.of.0.of.1', 'where.of.0.of.2', 'where.of.1'])
    const numbered = replaceCriteria(document.where, (criterion, at) => ({ ...criterion, threshold: at }))
    expect(listCriteria(numbered).map(({ criterion }) => criterion.threshold)).toEqual([0, 1, 2, 3])
  })

  test('comes back from its JSON as the same document', () => {
    expect(readSelectionDocument(JSON.parse(JSON.stringify(make())))).toEqual({ document: make() })
  })
})

describe('a document that is not right', () => {
  test.each([
    ['no object', 'selectie', ': Het document kan niet "selectie" zijn, wel een object. / The document cannot be "selectie", but an object.'],
    ['another format', make({ format: 'topdorp-index/1' }), 'format: "format" kan niet "topdorp-index/1" zijn, wel topdorp-selection/1. / "format" cannot be "topdorp-index/1", but topdorp-selection/1.'],
    ['a level that does not exist', make({ level: 'dorp' }), 'level: "level" kan niet "dorp" zijn'],
    ['a threshold that is no number', make({}, [{ ...old, threshold: NaN }]), 'where.of.0.threshold: "where.of.0.threshold" kan niet "NaN" zijn, wel een getal.'],
    ['a threshold that JSON made of NaN', make({}, [{ ...old, threshold: null }]), 'where.of.0.threshold'],
    ['an unknown field', make({ landen: 3 }), ': Het document heeft iets dat we niet kennen: "landen"'],
    ['a group of nothing', make({}, []), 'where.of: "where.of" kan zo niet, wel een lijst van ten minste 1.'],
    ['more to meet than there are', make({ where: { kind: 'group', meet: 3, of: [old, shrinks] } }), 'where.meet: Er moeten er 3 kloppen, maar de groep heeft er 2. Kies 2 of minder.'],
    ['years the wrong way round', make({}, [{ ...shrinks, from: 2024, to: 2020 }]), 'where.of.0.to: Het laatste jaar (2020) moet na het eerste (2024) liggen.'],
    ['10,000 criteria', make({}, Array.from({ length: 10_000 }, () => old)), 'where: De selectie heeft 10.000 voorwaarden. Hooguit 30 kan. / The selection has 10,000 criteria. At most 30 are possible.'],
    ['31 criteria in two groups', make({}, [{ kind: 'group', meet: 'any', of: Array.from({ length: 30 }, () => old) }, old]), 'where: De selectie heeft 31 voorwaarden.'],
    ['five layers', make({}, [0, 1, 2, 3].reduce<unknown[]>((of) => [{ kind: 'group', meet: 'all', of }], [old])), 'where: De groepen staan in meer dan 4 lagen in elkaar.'],
  ])('is refused with what is wrong and where: %s', (_, raw, expected) => {
    const faults = listFaults(raw)
    expect(faults.some((fault) => fault.startsWith(expected)), faults.join('\n')).toBe(true)
  })

  test('of any shape is refused without a crash', () => {
    fc.assert(fc.property(fc.anything(), (raw) => 'faults' in readSelectionDocument(raw)))
    fc.assert(fc.property(fc.anything(), (part) => { readSelectionDocument(make({}, [part])) }))
  })

  test('nested very deep is refused without a crash', () => {
    let where: unknown = old
    for (let layer = 0; layer < 5000; layer++) where = { kind: 'group', meet: 'all', of: [where] }
    expect(listFaults(make({ where }))).toHaveLength(1)
  })
})
