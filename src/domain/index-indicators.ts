/** The indicators of an index document. Apart from its schema, so that a thread that draws need not load a program for schemas. */
import type { IndexIndicator } from '#domain/index-document.ts'

/** An indicator of a document, and where it stands in it. */
export interface PlacedIndicator<Entry = IndexIndicator> {
  readonly entry: Entry
  /** Path of the entry: dimensions.0.indicators.2 */
  readonly field: string
}

interface ListedDimension<Entry> {
  readonly indicators: readonly Entry[]
  readonly dimensions: readonly { readonly indicators: readonly Entry[] }[]
}

/** All indicators of a document, in the order in which the index takes them. */
export function listIndexIndicators<Entry>({ dimensions }: { readonly dimensions: readonly ListedDimension<Entry>[] }): PlacedIndicator<Entry>[] {
  const list = (indicators: readonly Entry[], path: string) => indicators.map((entry, at) => ({ entry, field: `${path}.indicators.${at}` }))
  return dimensions.flatMap((dimension, at) => [
    ...list(dimension.indicators, `dimensions.${at}`),
    ...dimension.dimensions.flatMap((inner, place) => list(inner.indicators, `dimensions.${at}.dimensions.${place}`)),
  ])
}
