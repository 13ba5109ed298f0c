import { describe, expect, it } from 'vitest'
import { AREA_LEVELS, type AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { findIndicator } from '#domain/indicators/index.ts'
import { findMissingReason } from '#domain/missing.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import type { DraftColumn, FigureBlocks } from '#steps/import/collect-figures.ts'
import { deriveChanges } from '#steps/import/derive-changes.ts'
import { getSeries } from '#steps/see/series.ts'
import { makeSmallStatistics } from '../../support/small-statistics.ts'

const CHANGE = 'populationChange1'

/** The changes that the import would store beside these figures: a number, or why there is none. */
function deriveFor(statistics: Statistics): (code: string, year: number) => number | string | undefined {
  const blocks: FigureBlocks = new Map()
  for (const level of AREA_LEVELS) {
    for (const year of statistics.years) blocks.set(getBlockKey(level, year), new Map(['population', 'boundaryComparability'].flatMap((id) => copyColumn(statistics, id, level, year))))
  }
  const register: AreaRegister = {
    areas: new Map(AREA_LEVELS.map((level) => [level, statistics.listAreas(level)])),
    positions: new Map(AREA_LEVELS.flatMap((level) => statistics.listAreas(level).map(({ code }, position) => [code, position] as const))),
    rowMissing: new Map(),
    linkedBy: new Set(),
  }
  deriveChanges([findIndicator(CHANGE)].flatMap((indicator) => indicator ?? []), statistics.years, statistics.boundaryChanges, blocks, register)
  return (code, year) => {
    const level = statistics.findArea(code)?.level ?? 'country'
    const column = blocks.get(getBlockKey(level, year))?.get(CHANGE)
    const position = register.positions.get(code) ?? -1
    return column && (findMissingReason(column.missing[position] ?? 0) ?? column.values[position])
  }
}

function copyColumn(statistics: Statistics, id: string, level: AreaLevel, year: number): (readonly [string, DraftColumn])[] {
  const column = statistics.findColumn(id, level, year)
  return column ? [[id, { ...column, sources: [`${id} ${year}`] }]] : []
}

const merged: BoundaryChange = { date: '2022-01-01', firstYear: 2022, kind: 'dissolved', from: 'GM0004', fromName: 'Klein', to: 'GM0001', toName: 'Noord', inhabitants: 160 }

/** Klein went to Noord, where De Hoeve got another code; Westeinde is another place than Oosteinde; Rand is marked as changed. */
const statistics = makeSmallStatistics({
  names: {
    GM0001: 'Noord',
    GM0004: 'Klein',
    BU00010000: 'Centrum',
    BU00010001: { 2021: 'Oosteinde', 2022: 'Westeinde' },
    BU00010002: 'De Hoeve',
    BU00010003: 'Rand',
    BU00010004: 'Leeg',
    BU00010005: 'Kwijt',
    BU00010006: 'Nieuw',
    BU00040000: 'de hoeve.',
  },
  referenceYear: 2022,
  changes: [merged],
  figures: {
    population: {
      GM0001: { 2021: 300, 2022: 560 },
      GM0004: { 2021: 160 },
      BU00010000: { 2021: 200, 2022: 210 },
      BU00010001: { 2021: 100, 2022: 90 },
      BU00010002: { 2022: 105 },
      BU00010003: { 2021: 50, 2022: 80 },
      BU00010004: { 2021: 0, 2022: 5 },
      BU00010005: { 2021: 'rowMissing', 2022: 40 },
      BU00010006: { 2022: 30 },
      BU00040000: { 2021: 100 },
    },
    boundaryComparability: { BU00010000: { 2022: 1 }, BU00010002: { 2022: 2 }, BU00010003: { 2022: 3 } },
    populationChange1: { GM0001: { 2022: 0 }, BU00010000: { 2022: 0 } },
  },
})

describe('the change that an import stores', () => {
  const find = deriveFor(statistics)

  it('is a percentage of the earlier year, on the boundaries of the later one', () => {
    expect(find('BU00010000', 2022)).toBeCloseTo(5, 9)
    expect(find('GM0001', 2022)).toBeCloseTo((100 * (560 - 460)) / 460, 9)
  })

  it('is that of the same area under its former code', () => {
    expect(find('BU00010002', 2022)).toBeCloseTo(5, 9)
  })

  it('is not there where the code belonged to another place, the boundary changed or the area is new', () => {
    for (const code of ['BU00010001', 'BU00010003', 'BU00010006']) expect(find(code, 2022), code).toBe('noSuchArea')
  })

  it('says why where the earlier figure is zero or missing', () => {
    expect(find('BU00010004', 2022)).toBe('impossible')
    expect(find('BU00010005', 2022)).toBe('rowMissing')
  })

  it('is the one in the series of every area', () => {
    for (const { code } of [...statistics.listAreas('neighbourhood'), ...statistics.listAreas('municipality')]) {
      const point = getSeries(statistics, [code], [CHANGE])[0]?.points.find(({ year }) => year === 2022)
      const stored = find(code, 2022)
      if (typeof stored === 'number') expect(point?.value, code).toBeCloseTo(stored, 9)
      else expect(point?.missing, code).toBe(stored)
    }
  })
})
