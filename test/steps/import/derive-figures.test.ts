import { describe, expect, it } from 'vitest'
import type { Area, AreaLevel } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'
import { findIndicator } from '#domain/indicators/index.ts'
import { findMissingReason } from '#domain/missing.ts'
import type { DraftColumn, FigureBlocks } from '#steps/import/collect-figures.ts'
import { deriveFigures } from '#steps/import/derive-figures.ts'

const COLUMNS: Readonly<Record<string, readonly number[]>> = {
  population: [10, 100, 0, 5, 0],
  households: [5, 50, 0, 10, 0],
  onePersonHouseholds: [10, 20, 0, 5, 5],
  age15to24: [0, 10, 0, 0, 0],
  age25to44: [0, 20, 0, 0, 0],
  age45to64: [5, 20, 0, 5, 0],
  age65Plus: [10, 75, 0, 0, 0],
}
const CODES = ['BU00010000', 'BU00010001', 'BU00010002', 'BU00010003', 'BU00010004']

/** Figures of five buurten in 2024 that CBS rounded to five, and what follows from them. */
function derive(ids: readonly string[]) {
  const areas = CODES.map((code): Area => ({ code, level: 'neighbourhood', name: code, years: [2024], parents: {} }))
  const register = { areas: new Map<AreaLevel, Area[]>([['neighbourhood', areas]]), positions: new Map(CODES.map((code, at) => [code, at])), rowMissing: new Map(), linkedBy: new Set<string>() }
  const columns = new Map(Object.entries(COLUMNS).map(([id, values]): [string, DraftColumn] => [id, { values: Float64Array.from(values), missing: new Uint8Array(values.length), sources: ['kwb-2024'] }]))
  const blocks: FigureBlocks = new Map([['neighbourhood-2024', columns]])
  const findings: Finding[] = []
  deriveFigures(ids.flatMap((id) => findIndicator(id) ?? []), [2024], blocks, register, { add: (finding) => findings.push(finding) })
  const cells = (id: string) => {
    const column = blocks.get('neighbourhood-2024')?.get(id)
    return CODES.map((_, at) => findMissingReason(column?.missing[at] ?? 0) ?? column?.values[at])
  }
  return { cells, findings }
}

describe('figures computed from rounded counts', () => {
  const { cells, findings } = derive(['greyPressure', 'shareOnePersonHouseholds', 'personsPerHousehold'])

  it('give no share where the part is larger than the whole', () => {
    expect(cells('shareOnePersonHouseholds')).toEqual(['roundingConflict', 40, 'impossible', 50, 'roundingConflict'])
  })
  it('give no household of less than one inhabitant', () => {
    expect(cells('personsPerHousehold')).toEqual([2, 2, 'impossible', 'roundingConflict', 'impossible'])
  })
  it('keep a pressure above 100: it is no part of a whole', () => {
    expect(cells('greyPressure')).toEqual([200, 150, 'impossible', 0, 'impossible'])
  })
  it('are counted and named in a finding an indicator', () => {
    expect(findings.map(({ code, resource, field, count }) => ({ code, resource, field, count }))).toEqual([
      { code: 'rounding-conflict', resource: 'kwb-2024', field: 'shareOnePersonHouseholds', count: 2 },
      { code: 'rounding-conflict', resource: 'kwb-2024', field: 'personsPerHousehold', count: 1 },
    ])
    expect(findings[0]?.message.nl).toContain('2024: BU00010000, BU00010004.')
  })
})
