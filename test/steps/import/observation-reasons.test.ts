import { describe, expect, it } from 'vitest'
import type { Area, AreaLevel } from '#domain/area.ts'
import { findIndicator } from '#domain/indicators/index.ts'
import { findMissingReason } from '#domain/missing.ts'
import type { Column } from '#domain/table.ts'
import { bindColumns } from '#steps/import/bind-columns.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { collectFigures } from '#steps/import/collect-figures.ts'
import type { ReadResource } from '#steps/import/read-resources.ts'
import { findWideTable } from '#steps/import/wide-tables.ts'

/** Observations of house prices in the form of OData v4: a price, an impossible one, a hidden one. */
const OBSERVATIONS: [region: string, value: number, attribute: string][] = [
  ['GM0001', 300_000, 'None'],
  ['GM0002', NaN, 'Impossible'],
  ['GM0003', NaN, 'Missing'],
]

const text = (name: string, values: string[]): Column => ({ name, kind: 'text', values })
const read: ReadResource = {
  resource: { name: 'house-prices', path: 'Observations.json', reader: 'cbs-odata-v4', table: '83625NED', sources: [], licenses: [] },
  files: [],
  result: {
    rowsRead: 3,
    rowsRefused: 0,
    codes: new Map(),
    table: {
      rowCount: 3,
      columns: [
        text('Measure', OBSERVATIONS.map(() => 'M001534')),
        { name: 'Value', kind: 'number', values: Float64Array.from(OBSERVATIONS, ([, value]) => value) },
        text('ValueAttribute', OBSERVATIONS.map(([, , attribute]) => attribute)),
        text('RegioS', OBSERVATIONS.map(([region]) => region)),
        text('Perioden', OBSERVATIONS.map(() => '2023JJ00')),
      ],
    },
  },
}

describe('an observation without a value', () => {
  it('is impossible or hidden as the publisher says, not "not in the table"', () => {
    const areas: Area[] = OBSERVATIONS.map(([code]) => ({ code, level: 'municipality', name: code, years: [2023], parents: {} }))
    const register: AreaRegister = {
      areas: new Map<AreaLevel, Area[]>([['municipality', areas]]),
      positions: new Map(areas.map(({ code }, position) => [code, position])),
      rowMissing: new Map(),
      linkedBy: new Set(),
    }
    const prices = findIndicator('averageHousePrice')
    const table = findWideTable(read, () => undefined, [])
    if (!prices || !table) throw new Error('the catalogue or the reader changed')
    const { blocks } = collectFigures(bindColumns([prices], [table], { add: () => {} }), register, { add: () => {} })
    const column = blocks.get('municipality-2023')?.get('averageHousePrice')
    expect([...(column?.missing ?? [])].map(findMissingReason)).toEqual([undefined, 'impossible', 'suppressed'])
  })
})
