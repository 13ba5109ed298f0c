/** The tree of an index as flat lists: parents before their children, a slot for the weight of every child. */
import { isDimension } from '#engines/index/index-model.ts'
import type { DimensionNode, IndicatorNode } from '#engines/index/index-model.ts'

export interface FlatDimension {
  readonly node: DimensionNode
  /** Place in the list of slots where its children begin. */
  readonly firstSlot: number
  readonly childCount: number
  /** Places in the list of leaves, and the slots of their weights. */
  readonly leaves: readonly number[]
  readonly leafSlots: readonly number[]
  /** Places in the list of dimensions, always after its own, and the slots of their weights. */
  readonly dimensions: readonly number[]
  readonly dimensionSlots: readonly number[]
}

export interface FlatTree {
  /** The index itself is the first. */
  readonly dimensions: readonly FlatDimension[]
  readonly leaves: readonly IndicatorNode[]
  /** The chosen weights a slot; the slots of one dimension add up to 1. */
  readonly chosenWeights: Float64Array
}

export function flattenTree(root: DimensionNode): FlatTree {
  const dimensions: FlatDimension[] = []
  const leaves: IndicatorNode[] = []
  const weights: number[] = []
  const flatten = (node: DimensionNode): number => {
    const own = { node, firstSlot: weights.length, childCount: node.children.length, leaves: [] as number[], leafSlots: [] as number[], dimensions: [] as number[], dimensionSlots: [] as number[] }
    const place = dimensions.push(own) - 1
    const sum = node.children.reduce((total, { weight }) => total + weight, 0)
    for (const child of node.children) weights.push(child.weight / sum)
    for (const [at, child] of node.children.entries()) {
      const slot = own.firstSlot + at
      if (isDimension(child)) {
        own.dimensionSlots.push(slot)
        own.dimensions.push(flatten(child))
      } else {
        own.leafSlots.push(slot)
        own.leaves.push(leaves.push(child) - 1)
      }
    }
    return place
  }
  flatten(root)
  return { dimensions, leaves, chosenWeights: Float64Array.from(weights) }
}

/**
 * Makes the weights of every dimension add up to 1 again, in place, after some were set to 0.
 * A dimension with nothing left gets weight 0 in its parent. Gives false when nothing is left of the index.
 */
export function rescaleWeights(tree: FlatTree, weights: Float64Array): boolean {
  let sum = 0
  for (let place = tree.dimensions.length - 1; place >= 0; place--) {
    const { firstSlot, childCount, dimensions, dimensionSlots } = tree.dimensions[place]!
    for (let at = 0; at < dimensions.length; at++) {
      const child = tree.dimensions[dimensions[at]!]!
      let rest = 0
      for (let slot = child.firstSlot; slot < child.firstSlot + child.childCount; slot++) rest += weights[slot]!
      if (rest === 0) weights[dimensionSlots[at]!] = 0
    }
    sum = 0
    for (let slot = firstSlot; slot < firstSlot + childCount; slot++) sum += weights[slot]!
    if (sum > 0) for (let slot = firstSlot; slot < firstSlot + childCount; slot++) weights[slot]! /= sum
  }
  return sum > 0
}
