import { expect, test } from 'vitest'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { describeBoundaryChanges } from '#steps/see/boundary-words.ts'
import { makeSmallStatistics } from '../../support/small-statistics.ts'

const change = (kind: BoundaryChange['kind'], from: string, to: string, firstYear: number, inhabitants: number): BoundaryChange => ({
  date: `${firstYear}-01-01`,
  firstYear,
  kind,
  from,
  fromName: from,
  to,
  toName: to,
  inhabitants,
})

/** Buur gave a part to Oud in 2021; Oud went to Nieuw (GM0001) in 2022, a corner of it to Ver. */
const statistics = makeSmallStatistics({
  names: { GM0001: 'Nieuw', GM0002: 'Oud', GM0003: 'Buur', GM0004: 'Ver' },
  referenceYear: 2022,
  figures: { population: { GM0001: { 2020: 1, 2021: 1, 2022: 2 }, GM0002: { 2020: 1, 2021: 1 }, GM0003: { 2020: 1, 2021: 1, 2022: 1 }, GM0004: { 2020: 1, 2022: 1 } } },
  changes: [
    change('transfer', 'GM0004', 'GM0002', 1999, 7),
    change('transfer', 'GM0003', 'GM0002', 2021, 1),
    change('dissolved', 'GM0002', 'GM0001', 2022, 90),
    change('dissolved', 'GM0002', 'GM0004', 2022, 10),
  ],
})

test('a municipality names what came to a municipality that became part of it, since the first year with figures', () => {
  expect(describeBoundaryChanges(statistics, ['GM0001']).map(({ text }) => text.nl)).toEqual([
    'Op 1 januari 2021 ging een deel van de gemeente GM0003 (1 inwoner) naar de gemeente GM0002.',
    'Op 1 januari 2022 is de gemeente GM0002 opgeheven. Een gebied met 90 inwoners ging naar de gemeente GM0001.',
  ])
})

test('a municipality that is no more names where all of it went', () => {
  expect(describeBoundaryChanges(statistics, ['GM0002']).map(({ date }) => date)).toEqual(['1999-01-01', '2021-01-01', '2022-01-01', '2022-01-01'])
})
