/** The index again, area by area and with nothing shared with the engine but the variants' formulas written anew: slow and plain, to compare with. */
import type { DimensionNode, FigureMatrix, IndexModel, IndexNode } from '#engines/index/index-model.ts'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const FORMULAS: Readonly<Record<string, (value: number, all: readonly number[]) => number>> = {
  zScore: (value, all) => {
    const deviation = Math.sqrt(mean(all.map((other) => (other - mean(all)) ** 2)))
    return new Set(all).size > 1 ? 50 + (10 * (value - mean(all))) / deviation : 50
  },
  minMax: (value, all) => (new Set(all).size > 1 ? (100 * (value - Math.min(...all))) / (Math.max(...all) - Math.min(...all)) : 50),
  percentileRank: (value, all) => (100 * (all.filter((other) => other < value).length + 0.5 * all.filter((other) => other === value).length)) / all.length,
  exponentialRank: (value, all) => {
    const rank = 1 + all.filter((other) => other > value).length
    return -23 * Math.log(1 - ((all.length - rank + 1) / all.length) * (1 - Math.exp(-100 / 23)))
  },
}

const MEANS: Readonly<Record<string, (values: readonly number[], weights: readonly number[]) => number>> = {
  arithmeticMean: (values, weights) => values.reduce((sum, value, at) => sum + weights[at]! * value, 0),
  geometricMean: (values, weights) => 101 - values.reduce((product, value, at) => product * Math.max(1, 101 - value) ** weights[at]!, 1),
}

interface Part {
  readonly score: number
  readonly share: number
}

/** Score and share of weight present, an area. Outliers are kept. */
function scoreNode(matrix: FigureMatrix, model: IndexModel, node: IndexNode): Part[] {
  if ('children' in node) return scoreDimension(matrix, model, node)
  const column = [...matrix.values.subarray(node.column * matrix.areaCount, (node.column + 1) * matrix.areaCount)]
  const figures = column.map((figure) => (node.direction === 'higherIsBetter' ? -figure : figure))
  const there = figures.filter((figure) => !Number.isNaN(figure))
  return figures.map((figure) => (Number.isNaN(figure) ? { score: NaN, share: 0 } : { score: FORMULAS[model.normalisation.id]!(figure, there), share: 1 }))
}

function scoreDimension(matrix: FigureMatrix, model: IndexModel, node: DimensionNode): Part[] {
  const children = node.children.map((child) => ({ weight: child.weight, parts: scoreNode(matrix, model, child) }))
  const total = children.reduce((sum, { weight }) => sum + weight, 0)
  const parts = Array.from({ length: matrix.areaCount }, (_, area): Part => {
    const there = children.filter(({ weight, parts: own }) => weight > 0 && !Number.isNaN(own[area]!.score))
    const sum = there.reduce((all, { weight }) => all + weight, 0)
    const share = there.reduce((all, { weight, parts: own }) => all + weight * own[area]!.share, 0) / total
    if (there.length === 0 || share < model.minimumShare - 1e-12) return { score: NaN, share }
    return { score: MEANS[node.aggregation.id]!(there.map(({ parts: own }) => own[area]!.score), there.map(({ weight }) => weight / sum)), share }
  })
  if (!node.normalisation || node === model.root) return parts
  const rounded = parts.map((part) => ({ ...part, score: Math.round(part.score * 1e9) / 1e9 }))
  const all = rounded.map(({ score }) => score).filter((score) => !Number.isNaN(score))
  return rounded.map(({ score, share }) => ({ score: Number.isNaN(score) ? NaN : FORMULAS[node.normalisation!.id]!(score, all), share }))
}

/** Scores of the index, an area; NaN where there is none. */
export function scoreNaively(matrix: FigureMatrix, model: IndexModel): number[] {
  return scoreDimension(matrix, model, model.root).map(({ score, share }) => (share >= model.minimumShare - 1e-12 ? score : NaN))
}

/** 1 + the number of higher scores. */
export function rankNaively(scores: readonly number[]): number[] {
  return scores.map((score) => (Number.isNaN(score) ? 0 : 1 + scores.filter((other) => other > score).length))
}
