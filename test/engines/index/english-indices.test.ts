/** The English Indices of Deprivation 2025, made again from their seven domains. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { arithmeticMean } from '#engines/index/aggregations/arithmetic-mean.ts'
import { computeIndex } from '#engines/index/compute-index.ts'
import type { IndexModel } from '#engines/index/index-model.ts'
import { exponentialRank } from '#engines/index/normalisations/exponential-rank.ts'
import { keepOutliers } from '#engines/index/outliers/keep-outliers.ts'

const shared = process.env['TOPDORP_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const file = join(shared, 'oracles/index/imd2025-england-lsoa21.csv')
const DOMAINS = { Income: 0.225, Employment: 0.225, Education: 0.135, Health: 0.135, Crime: 0.093, Housing_and_Services: 0.093, Environment: 0.093 }

test.skipIf(!existsSync(file))('deciles of all 33,755 areas of England are as published and ranks within 1 (needs the shared known answers)', () => {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = header!.split(',')
  const rows = lines.map((line) => line.split(','))
  const read = (name: string) => rows.map((row) => Number(row[names.indexOf(name)]))
  expect(rows).toHaveLength(33_755)
  const model: IndexModel = {
    root: {
      weight: 1,
      aggregation: arithmeticMean,
      // The published ranks: 1 is the most deprived.
      children: Object.values(DOMAINS).map((weight, column) => ({ column, weight, direction: 'higherIsBetter' })),
    },
    normalisation: exponentialRank,
    outliers: keepOutliers,
    minimumShare: 1,
  }
  const values = Float64Array.from(Object.keys(DOMAINS).flatMap((name) => read(`${name}_rank`)))
  const result = computeIndex({ areaCount: rows.length, indicatorCount: 7, values }, model)
  const published = { scores: read('IMD_score'), ranks: read('IMD_rank'), deciles: read('IMD_decile') }
  const worstOf = (differences: Iterable<number>) => [...differences].reduce((worst, own) => Math.max(worst, Math.abs(own)), 0)
  expect(worstOf(result.ranks.map((rank, at) => rank - published.ranks[at]!))).toBeLessThanOrEqual(1)
  // The published weights add up to 0.999 and are not divided by it.
  const sumOfWeights = Object.values(DOMAINS).reduce((sum, weight) => sum + weight, 0)
  expect(worstOf(result.scores.map((score, at) => score * sumOfWeights - published.scores[at]!))).toBeLessThan(0.002)
  const deciles = [...result.ranks].map((rank) => Math.ceil((10 * rank) / rows.length))
  expect(deciles.filter((decile, at) => decile !== published.deciles[at])).toEqual([])
})
