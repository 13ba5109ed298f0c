import { listPredecessors, listSuccessors } from '#domain/area-successors.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { expect, test } from 'vitest'

const change = (kind: BoundaryChange['kind'], from: string, to: string, date = '2021-01-01'): BoundaryChange => ({ kind, from, to, date, firstYear: Number(date.slice(0, 4)), fromName: from, toName: to })

/** Haaren was divided over four municipalities in 2021, and itself was made in 1996; Vught gave a field away. */
const CHANGES = [
  change('dissolved', 'GM0788', 'GM0757'),
  change('dissolved', 'GM0788', 'GM0824'),
  change('dissolved', 'GM0788', 'GM0855'),
  change('dissolved', 'GM0788', 'GM0865'),
  change('dissolved', 'GM0774', 'GM0788', '1996-01-01'),
  change('transfer', 'GM0865', 'GM0796', '1999-01-01'),
]

test('a municipality that was divided has all of its parts for successors, over as many changes as there were', () => {
  expect(listSuccessors(CHANGES, 'GM0774')).toEqual(['GM0757', 'GM0824', 'GM0855', 'GM0865'])
})
test('a municipality that lives on is its own successor, though it gave land away', () => {
  expect(listSuccessors(CHANGES, 'GM0865')).toEqual(['GM0865'])
})
test('a municipality comes from itself and all that it got land from', () => {
  expect(listPredecessors(CHANGES, 'GM0757')).toEqual(['GM0757', 'GM0788', 'GM0774'])
  expect(listPredecessors(CHANGES, 'GM0796')).toEqual(['GM0796', 'GM0865', 'GM0788', 'GM0774'])
})
test('changes that go round do not go on for ever', () => {
  const round = [change('dissolved', 'A', 'B'), change('dissolved', 'B', 'A')]
  expect(listSuccessors(round, 'A')).toEqual([])
  expect(listPredecessors(round, 'A')).toEqual(['A', 'B'])
})
