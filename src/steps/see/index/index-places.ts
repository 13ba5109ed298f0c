/** Dimensions and indicators of a document in the order of the engine, with their share of the whole. */
import type { IndexDocument } from '#domain/index-document.ts'

export interface IndexPlaces {
  /** Parents before their children. */
  readonly dimensions: readonly { readonly id: string; readonly name: string; readonly parent?: string; readonly share: number }[]
  readonly indicators: readonly { readonly dimension: string; readonly share: number }[]
}

/** Shares are in [0, 1]; those of the indicators add up to 1. */
export function listPlaces({ dimensions }: IndexDocument): IndexPlaces {
  const places = { dimensions: [] as IndexPlaces['dimensions'][number][], indicators: [] as IndexPlaces['indicators'][number][] }
  const visit = (siblings: readonly IndexDocument['dimensions'][number][], share: number, total: number, parent?: string): void => {
    for (const { id, name, weight, indicators, dimensions: inner } of siblings) {
      const own = (share * weight) / total
      places.dimensions.push({ id, name, ...(parent !== undefined && { parent }), share: own })
      const sum = addWeights([...indicators, ...inner])
      for (const entry of indicators) places.indicators.push({ dimension: id, share: (own * entry.weight) / sum })
      visit(inner.map((child) => ({ ...child, dimensions: [] })), own, sum, id)
    }
  }
  visit(dimensions, 1, addWeights(dimensions))
  return places
}

const addWeights = (parts: readonly { readonly weight: number }[]): number => parts.reduce((sum, { weight }) => sum + weight, 0)
