/** The English Indices of Deprivation 2025, made again the way anybody can: a document sent to the API. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Area } from '#domain/area.ts'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import { sharedData } from '../support/shared-data.ts'
import { TEST_INDICATORS } from '../support/test-indicators.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { startTestServer } from './support.ts'

const file = join(sharedData ?? '', '../oracles/index/imd2025-england-lsoa21.csv')
const DOMAINS = { Income: 0.225, Employment: 0.225, Education: 0.135, Health: 0.135, Crime: 0.093, Housing_and_Services: 0.093, Environment: 0.093 }

/** Areas of England with the published ranks of the domains as their figures; rank 1 is the most deprived, so higher is better. */
function makeEngland(codes: readonly string[], read: (name: string) => readonly number[]) {
  const areas = codes.map((code): Area => ({ code, level: 'neighbourhood', name: code, years: [2025], parents: {} }))
  const positions = new Map(codes.map((code, at) => [code, at]))
  const columns = new Map(Object.keys(DOMAINS).map((name) => [name, { values: Float64Array.from(read(`${name}_rank`)), missing: new Uint8Array(codes.length) }]))
  return makeTestStatistics({
    years: [2025],
    referenceYear: 2025,
    indicators: Object.keys(DOMAINS).map((id) => ({ ...TEST_INDICATORS[0]!, id, kind: 'rate', direction: 'higherIsBetter' })),
    listAreas: (level) => (level === 'neighbourhood' ? areas : []),
    findArea: (code) => areas[positions.get(code) ?? -1],
    getPosition: (code) => positions.get(code)!,
    listPositions: (level) => (level === 'neighbourhood' ? Int32Array.from(areas.keys()) : new Int32Array()),
    findColumn: (id, level) => (level === 'neighbourhood' ? columns.get(id) : undefined),
    listYears: (id, level) => (level === 'neighbourhood' && columns.has(id) ? [2025] : []),
  })
}

test.skipIf(!existsSync(file))('a document of the English indices gives the published deciles for all 33,755 areas, and ranks within 1 (needs the shared known answers)', async () => {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = header!.split(',')
  const rows = lines.map((line) => line.split(','))
  const read = (name: string) => rows.map((row) => Number(row[names.indexOf(name)]))
  const england = makeEngland(rows.map(([code]) => code!), read)
  const { app, swap } = await startTestServer()
  swap(england)
  const document = {
    format: 'topdorp-index/1', name: 'English Indices of Deprivation 2025', level: 'neighbourhood', year: 2025,
    normalisation: 'exponentialRank', outliers: { kind: 'none' }, minimumShare: 1, aggregation: 'arithmeticMean',
    dimensions: Object.entries(DOMAINS).map(([id, weight]) => ({ id: id.replaceAll('_', '-'), name: id, weight, indicators: [{ indicator: id, weight: 1 }] })),
  }
  const answer = await app.inject({ method: 'POST', url: '/v1/index-runs', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(document) })
  const { ranks } = answer.json<IndexScoresAnswer>()
  await app.close()
  const [published, deciles] = [read('IMD_rank'), read('IMD_decile')]
  expect(ranks).toHaveLength(33_755)
  expect(Math.max(...ranks.map((rank, at) => Math.abs(rank! - published[at]!)))).toBeLessThanOrEqual(1)
  expect(ranks.filter((rank, at) => Math.ceil((10 * rank!) / ranks.length) !== deciles[at])).toEqual([])
})
