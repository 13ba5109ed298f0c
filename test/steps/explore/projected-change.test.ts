/** The change of every municipality, and projections as files: the same figures as the projection of a place. */
import { describe, expect, test } from 'vitest'
import { projectedChangeSchema } from '#domain/answers/projection-answers.ts'
import { makeChangeTable, makeProjectionTable } from '#steps/explore/export-projection.ts'
import { DUTCH_EXCEL, writeCsv } from '#steps/see/export-csv.ts'
import { projectArea } from '#steps/explore/project.ts'
import { getProjectedChange } from '#steps/explore/projected-change.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const project = (code: string) => projectArea(statistics, { id: code, name: code, areas: [statistics.findArea(code)!], years: 16 })

describe('the change of municipalities', () => {
  test('is that of their own projections, for people and people of 65 and over', async () => {
    for (const measure of ['population', 'people65Plus'] as const) {
      const change = projectedChangeSchema.parse(await getProjectedChange(statistics, measure, 2040))
      expect([change.from, change.to, change.codes]).toEqual([2024, 2040, ['GM9001', 'GM9002']])
      for (const [at, code] of change.codes.entries()) {
        const { population, demand } = await project(code)
        const values = measure === 'population' ? population.projected : demand.find(({ id }) => id === measure)!.values
        expect(change.before[at]).toBeCloseTo(values[0]!, 1)
        expect(change.after[at]).toBeCloseTo(values[16]!, 1)
        expect(change.changePercent[at]).toBeCloseTo((100 * (values[16]! - values[0]!)) / values[0]!, 1)
      }
    }
  })
  test('is not known of households where their kinds are not counted', async () => {
    const change = projectedChangeSchema.parse(await getProjectedChange(statistics, 'households', 2040))
    expect([change.before, change.after, change.changePercent]).toEqual([[null, null], [null, null], [null, null]])
  })
  test('is refused for a year that is not projected', async () => {
    for (const year of [2024, 2065]) await expect(getProjectedChange(statistics, 'population', year)).rejects.toMatchObject({ problem: 'noSuchYear' })
  })
  test('is a table of one row a municipality', async () => {
    const change = await getProjectedChange(statistics, 'population', 2030)
    const { columns, rows } = makeChangeTable(statistics, change, 'nl')
    expect(rows.map((row) => row.slice(0, 5))).toEqual(change.codes.map((code, at) => [code, change.names[at], change.before[at], change.after[at], change.changePercent[at]]))
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})

test('a projection as CSV names its sources once, and is mostly figures', async () => {
  const table = makeProjectionTable(statistics, await project('GM9001'), 'nl')
  const written = writeCsv(table, DUTCH_EXCEL)
  const source = String(table.about.find(([label]) => label === 'Bron')![1])
  expect(source).toContain('CBS')
  expect(written.split(source)).toHaveLength(2)
  expect(written.length / table.rows.length).toBeLessThan(70)
})

test('a projection as a table holds every figure and every age of every year', async () => {
  const answer = await project('GM9001')
  const { columns, rows } = makeProjectionTable(statistics, answer, 'en')
  expect(rows.every((row) => row.length === columns.length)).toBe(true)
  expect(new Set(rows.map((row) => row[0]))).toEqual(new Set([answer.name]))
  const pick = (year: number, measure: string) => rows.filter((row) => row[1] === year && row[3] === measure)
  expect(pick(2030, 'population').map((row) => row[6])).toEqual([answer.population.projected[6]])
  expect(pick(2030, 'population')[0]!.slice(7, 13)).toEqual([50, 80, 95].flatMap((percent) => {
    const own = answer.population.intervals.find((interval) => interval.percent === percent)
    return [own?.lower[6] ?? null, own?.upper[6] ?? null]
  }))
  expect(pick(2040, 'women').map((row) => row[6])).toEqual(answer.pyramids[16]!.women)
  expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(['Base']))
  expect(pick(2040, 'births').map((row) => row[6])).toEqual([answer.change!.births[16]])
  expect(rows.filter((row) => row[3] === 'chance').map((row) => row[6])).toEqual(answer.thresholds.map(({ chance }) => Math.round(1000 * chance) / 10))
})
