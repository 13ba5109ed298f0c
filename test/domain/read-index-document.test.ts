import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitFaults } from '#domain/describe-issue.ts'
import { INDEX_AGGREGATIONS, INDEX_NORMALISATIONS } from '#domain/index-document.ts'
import { readIndexDocument } from '#domain/read-index-document.ts'
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../support/index-documents.ts'

const GOOD = makeIndexDocument(CROWDED_AND_CHEAP)
const faultsOf = (raw: unknown) => {
  const result = readIndexDocument(raw)
  return 'faults' in result ? limitFaults(result.faults).map(({ field, message }) => `${field}: ${message.en}`) : []
}
const withIndicators = (indicators: unknown) => ({ ...GOOD, dimensions: [{ id: 'a', name: 'A', weight: 1, indicators }] })

describe('an index document', () => {
  test('is read as it was written, and written to JSON and read again is the same', () => {
    expect(readIndexDocument(GOOD)).toEqual({ document: GOOD })
    expect(readIndexDocument(JSON.parse(JSON.stringify(GOOD)))).toEqual({ document: GOOD })
  })

  test('knows the normalisations and means of the engine, and no others', () => {
    expect([...INDEX_NORMALISATIONS].sort()).toEqual(NORMALISATIONS.map(({ id }) => id).sort())
    expect([...INDEX_AGGREGATIONS].sort()).toEqual(AGGREGATIONS.map(({ id }) => id).sort())
  })

  test.each([
    ['another format', { ...GOOD, format: 'topdorp-index/2' }, 'format: "format" cannot be "topdorp-index/2", but topdorp-index/1.'],
    ['a misspelt key', { ...GOOD, normalization: 'zScore' }, ': The document has something we do not know: "normalization".'],
    ['no level', { ...GOOD, level: undefined }, 'level: "level" is missing.'],
    ['another normalisation', { ...GOOD, normalisation: 'softmax' }, 'normalisation: "normalisation" cannot be "softmax", but zScore, minMax, percentileRank, exponentialRank.'],
    ['a weight that is no number', withIndicators([{ indicator: 'homes', weight: NaN }]), 'dimensions.0.indicators.0.weight: "dimensions.0.indicators.0.weight" cannot be "NaN", but a number.'],
    ['a weight below zero', withIndicators([{ indicator: 'homes', weight: -1 }]), 'dimensions.0.indicators.0.weight: "dimensions.0.indicators.0.weight" cannot be "-1", but 0 or more.'],
    ['a weight without end', withIndicators([{ indicator: 'homes', weight: Infinity }]), 'dimensions.0.indicators.0.weight: "dimensions.0.indicators.0.weight" cannot be "Infinity", but a number.'],
    ['weights that add up to zero', withIndicators([{ indicator: 'homes', weight: 0 }]), 'dimensions.0: The weights in "A" add up to zero. Give at least one part a weight above zero.'],
    ['a dimension without indicators', withIndicators([]), 'dimensions.0: "A" holds no indicator. Add one or take it out.'],
    ['an indicator twice', withIndicators([{ indicator: 'homes', weight: 1 }, { indicator: 'homes', weight: 2 }]), 'dimensions.0.indicators.1.indicator: The indicator "homes" is in it twice.'],
    ['no dimensions', { ...GOOD, dimensions: [] }, 'dimensions: "dimensions" cannot be so, but a list of at least 1.'],
    ['a minimum share of nothing', { ...GOOD, minimumShare: 0 }, 'minimumShare: "minimumShare" cannot be "0", but more than 0.'],
    ['another way with outliers', { ...GOOD, outliers: { kind: 'drop' } }, 'outliers.kind: "outliers.kind" cannot be "drop", but one of these: none, winsorise.'],
  ])('with %s is refused, and the message names it', (_what, raw, fault) => {
    expect(faultsOf(raw)).toEqual([fault])
  })

  test('with dimensions of the same name is refused, also within a dimension', () => {
    const [living] = GOOD.dimensions
    const inner = { id: 'living', name: 'Binnen', weight: 1, indicators: [{ indicator: 'homes', weight: 1 }] }
    expect(faultsOf({ ...GOOD, dimensions: [{ ...living, dimensions: [inner] }] })).toEqual(['dimensions: Two dimensions are called "living". Give every dimension an id of its own.'])
  })

  test('says what is wrong with its weights and its form at once, and nothing of what only follows from that', () => {
    const raw = { ...withIndicators([{ indicator: 'homes', weight: 0 }, { indicator: 'homes', weight: 0 }]), normalisation: 'softmax' }
    expect(faultsOf(raw).map((fault) => fault.split(':')[0])).toEqual(['normalisation', 'dimensions.0.indicators.1.indicator', 'dimensions.0'])
    expect(faultsOf(withIndicators([{ indicator: 'homes', weight: 0 }, { indicator: 'people', weight: 'much' }]))).toHaveLength(1)
    expect(faultsOf(withIndicators('homes'))).toHaveLength(1)
  })

  test('with thousands of indicators is refused without computing them', () => {
    const indicators = Array.from({ length: 10_000 }, (_, at) => ({ indicator: `x${at}`, weight: 1 }))
    expect(faultsOf(withIndicators(indicators))).toEqual(['dimensions.0.indicators: "dimensions.0.indicators" cannot be so, but a list of at most 200.'])
    const spread = Array.from({ length: 50 }, (_, at) => ({ id: `d${at}`, name: 'D', weight: 1, indicators: indicators.slice(5 * at, 5 * at + 5) }))
    expect(faultsOf({ ...GOOD, dimensions: spread })).toEqual(['dimensions: The document has 250 indicators. At most 200 are possible.'])
  })

  test('with very many faults names the first and counts the others', () => {
    const faults = faultsOf(withIndicators(Array.from({ length: 100 }, (_, at) => ({ indicator: `x${at}`, weight: 'much' }))))
    expect(faults).toHaveLength(21)
    expect(faults.at(-1)).toBe(': And 80 more faults.')
  })

  test('can be any nonsense: it is refused in words, and never an exception', () => {
    const deep = JSON.parse(`${'{"dimensions":['.repeat(20_000)}1${']}'.repeat(20_000)}`) as unknown
    for (const raw of [undefined, null, 1, 'x', [], deep]) expect(faultsOf(raw)).not.toEqual([])
    fc.assert(fc.property(fc.anything(), (raw) => faultsOf(raw).every((fault) => fault.length > 5)), { seed: 3, numRuns: 300 })
  })
})
