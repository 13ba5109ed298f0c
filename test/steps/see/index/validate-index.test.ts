import { describe, expect, test } from 'vitest'
import type { Table } from '#domain/table.ts'
import { makeValidationTable } from '#steps/see/index/export-validation.ts'
import { validateIndex } from '#steps/see/index/validate-index.ts'
import { makeIndexStatistics } from '../../../support/index-statistics.ts'

const CODES = ['WK900100', 'WK900101', 'WK900200', 'WK900201']
/** Distance to the supermarket by district: the score of the index follows it. */
const near = (a: number, b: number, c: number, d?: number) => Object.fromEntries(CODES.flatMap((code, at) => ([a, b, c, d][at] === undefined ? [] : [[code, [a, b, c, d][at]!]])))

/** Rows of Leefbaarometer: code, year, total; its dimensions are the total, but for `soc`, which is turned. */
function makeTable(rows: readonly (readonly [code: string, year: number, lbm: number | null])[]): Table {
  const numbers = (name: string, of: (lbm: number) => number) => ({ name, kind: 'number' as const, values: Float64Array.from(rows, ([, , lbm]) => (lbm === null ? NaN : of(lbm))) })
  return {
    rowCount: rows.length,
    columns: [
      { name: 'wk_code', kind: 'text', values: rows.map(([code]) => code) },
      { name: 'wk_naam', kind: 'text', values: rows.map(([code]) => `Wijk ${code}`) },
      { name: 'jaar', kind: 'number', values: Float64Array.from(rows, ([, year]) => year) },
      ...['lbm', 'fys', 'onv', 'vrz', 'won'].map((name) => numbers(name, (lbm) => lbm)),
      numbers('soc', (lbm) => -lbm),
    ],
  }
}

const makeStatistics = (table: Table | undefined, figures = near(4, 3, 2, 1)) =>
  makeIndexStatistics({ distanceToSupermarket: { 2022: figures, 2023: figures, 2024: figures } }, { readTable: async (resource) => (resource === 'leefbaarometer-wijken' ? table : undefined) })

describe('the index against Leefbaarometer', () => {
  test('agrees fully where the wijken that lag behind are those that it scores lowest', async () => {
    const table = makeTable([['WK900100', 2023, 3.5], ['WK900101', 2023, 3.6], ['WK900200', 2023, 4.1], ['WK900201', 2023, 4.4]])
    const { available, years } = await validateIndex(makeStatistics(table), 'basis-op-orde')
    expect(available).toBe(true)
    const total = years[0]!.correlations.filter(({ of }) => of === 'index')
    expect(total.map(({ with: measure, n, spearman, kendall }) => [measure, n, spearman, kendall])).toEqual([
      ['lbm', 4, 1, 1], ['fys', 4, 1, 1], ['onv', 4, 1, 1], ['soc', 4, -1, -1], ['vrz', 4, 1, 1], ['won', 4, 1, 1],
    ])
  })

  test('has the correlation of a case by hand', async () => {
    // Order of the index 1 2 3 4, of Leefbaarometer 2 1 3 4 (worst first): Σd² = 2, rho = 1 − 12 ÷ 60 = 0.8; one of six pairs turned: tau = 4 ÷ 6.
    const table = makeTable([['WK900100', 2023, 3.6], ['WK900101', 2023, 3.5], ['WK900200', 2023, 4.1], ['WK900201', 2023, 4.4]])
    const { years } = await validateIndex(makeStatistics(table), 'basis-op-orde')
    expect(years[0]!.correlations[0]).toEqual({ of: 'index', with: 'lbm', n: 4, spearman: 0.8, kendall: 0.6667 })
  })

  test('names the wijken that cannot be compared, on either side', async () => {
    const table = makeTable([['WK900100', 2024, 3.5], ['WK900101', 2024, 3.6], ['WK900201', 2024, 4], ['WK999999', 2024, 4.1]])
    const statistics = makeStatistics(table, near(4, 3, 2))
    const answer = await validateIndex(statistics, 'basis-op-orde')
    const { leftOut, points, areaYear } = answer.years[0]!
    expect(areaYear).toBe(2024)
    expect(points.map(({ code }) => code)).toEqual(['WK900100', 'WK900101'])
    expect(leftOut).toEqual({
      onlyLeefbaarometer: [{ code: 'WK999999', name: 'Wijk WK999999' }],
      onlyFigures: [{ code: 'WK900200', name: "Wijk 00 's-Gravenveen" }],
      withoutScore: [{ code: 'WK900201', name: 'Wijk 01 Nieuw-Veen' }],
    })
    const rows = makeValidationTable(statistics, answer, 'en').rows.map((row) => [row[1], row.at(-1)])
    expect(rows).toEqual([['WK900100', null], ['WK900101', null], ['WK999999', 'In Leefbaarometer only'], ['WK900200', 'In our figures only'], ['WK900201', 'Too few figures for a score']])
  })

  test('takes the years that both have, and no year without the five dimensions', async () => {
    const table = makeTable([['WK900100', 2012, 3.5], ['WK900100', 2022, null], ['WK900100', 2023, 3.5], ['WK900200', 2023, 4]])
    expect((await validateIndex(makeStatistics(table), 'basis-op-orde')).years.map(({ year }) => year)).toEqual([2023])
  })

  test('says that the table is not there, or is another one, and does not fail', async () => {
    for (const table of [undefined, { rowCount: 1, columns: [{ name: 'x', kind: 'text' as const, values: ['a'] }] }]) {
      expect(await validateIndex(makeStatistics(table), 'basis-op-orde')).toMatchObject({ available: false, table: 'leefbaarometer-wijken', years: [] })
    }
  })

  test('never enters the index', async () => {
    const table = (turn: number) => makeTable(CODES.map((code, at) => [code, 2023, turn * at]))
    const [one, other] = [await validateIndex(makeStatistics(table(1)), 'basis-op-orde'), await validateIndex(makeStatistics(table(-1)), 'basis-op-orde')]
    expect(one.years[0]!.points.map(({ score }) => score)).toEqual(other.years[0]!.points.map(({ score }) => score))
    expect(one.years[0]!.correlations[0]!.spearman).toBe(-other.years[0]!.correlations[0]!.spearman!)
  })
})
