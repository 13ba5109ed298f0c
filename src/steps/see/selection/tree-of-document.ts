/** The groups of a document in the flat form of the engine. */
import type { SelectionGroup } from '#domain/selection-document.ts'
import { listCriteria } from '#domain/selection-document.ts'
import type { SelectionTree } from '#engines/selection/selection-tree.ts'

/** Criteria are numbered as in `listCriteria`. */
export function flattenGroups(where: SelectionGroup): SelectionTree {
  const leaves = listCriteria(where).length
  const least: number[] = []
  const starts = [0]
  const members: number[] = []
  let leaf = 0
  const add = ({ meet, of }: SelectionGroup): number => {
    const own = of.map((part) => (part.kind === 'group' ? add(part) : leaf++))
    least.push(meet === 'all' ? of.length : meet === 'any' ? 1 : meet)
    members.push(...own)
    starts.push(members.length)
    return leaves + least.length - 1
  }
  add(where)
  return { leaves, least: Int32Array.from(least), starts: Int32Array.from(starts), members: Int32Array.from(members) }
}
