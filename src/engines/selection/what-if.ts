/** What the whole would be, were one criterion otherwise: what the sensitivity to a threshold and its curve follow from. */
import { NO, YES, meets, type Comparison } from '#engines/selection/verdict.ts'
import { evaluateGroup, listParents, type SelectionTree } from '#engines/selection/selection-tree.ts'

/** The verdict of the whole for every place if one criterion were met there, or not. */
export interface WhatIf {
  readonly ifYes: Uint8Array
  readonly ifNo: Uint8Array
}

/** `columns` are those of `evaluateTree`. Only the groups above the criterion are computed again. */
export function askWhatIf(tree: SelectionTree, columns: readonly Uint8Array[], leaf: number, count: number): WhatIf {
  const parents = listParents(tree)
  const ask = (verdict: number): Uint8Array => {
    const changed = [...columns]
    changed[leaf] = new Uint8Array(count).fill(verdict)
    for (let group = parents[leaf] as number; group !== -1; group = parents[tree.leaves + group] as number) {
      changed[tree.leaves + group] = evaluateGroup(tree, group, changed, count)
    }
    return changed.at(-1) as Uint8Array
  }
  return { ifYes: ask(YES), ifNo: ask(NO) }
}

/** The verdict of the whole with another threshold for that one criterion. Places where its figure is missing keep theirs. */
export function moveThreshold(whole: Uint8Array, { ifYes, ifNo }: WhatIf, values: Float64Array, compare: Comparison, threshold: number): Uint8Array {
  const moved = new Uint8Array(whole)
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number
    if (value !== value) continue
    moved[place] = (meets(value, compare, threshold) ? ifYes : ifNo)[place] as number
  }
  return moved
}
