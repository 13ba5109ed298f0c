/** Index documents on the hand-made statistics. */
import type { IndexDocument, IndexIndicator } from '#domain/index-document.ts'

/** One dimension `living` with these indicators, min–max, straight means. */
export function makeIndexDocument(indicators: readonly IndexIndicator[], changes: Partial<IndexDocument> = {}): IndexDocument {
  return {
    format: 'topdorp-index/1',
    name: 'Proef',
    level: 'neighbourhood',
    year: 2023,
    normalisation: 'minMax',
    outliers: { kind: 'none' },
    minimumShare: 1,
    aggregation: 'arithmeticMean',
    dimensions: [{ id: 'living', name: 'Wonen', weight: 1, indicators: [...indicators], dimensions: [] }],
    ...changes,
  }
}

/** Crowded and cheap is worse, one to three. */
export const CROWDED_AND_CHEAP: readonly IndexIndicator[] = [
  { indicator: 'populationDensity', weight: 1, direction: 'lowerIsBetter' },
  { indicator: 'meanHomeValue', weight: 3, direction: 'higherIsBetter' },
]
