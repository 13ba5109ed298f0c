/**
 * Criteria combined in groups, in flat form. Every group is "at least so many of its members":
 * `or` is at least 1, `and` is at least all.
 */
import { NO, UNKNOWN, YES } from '#engines/selection/verdict.ts'

export interface SelectionTree {
  /** Number of criteria; a member below this number is a criterion, the others are groups. */
  readonly leaves: number
  /** Members that must meet, by group. A group stands after the groups in it; the last one is the whole. */
  readonly least: Int32Array
  /** Where the members of each group begin in `members`, and where those of the last one end. */
  readonly starts: Int32Array
  readonly members: Int32Array
}

/** RangeError where the parts do not fit together, or a criterion or group does not stand in exactly one group. */
export function checkTree({ leaves, least, starts, members }: SelectionTree): void {
  const groups = least.length
  if (groups === 0) throw new RangeError('a selection needs at least one group')
  if (starts.length !== groups + 1 || starts[0] !== 0 || starts[groups] !== members.length) {
    throw new RangeError(`${groups} groups need ${groups + 1} starts, from 0 to ${members.length}; there are ${starts.length}, to ${starts.at(-1)}`)
  }
  const used = new Uint8Array(leaves + groups)
  for (let group = 0; group < groups; group++) {
    const [from, to] = [starts[group] as number, starts[group + 1] as number]
    const wanted = least[group] as number
    if (wanted < 1 || wanted > to - from) throw new RangeError(`group ${group} wants ${wanted} of its ${to - from} members`)
    for (let at = from; at < to; at++) {
      const member = members[at] as number
      if (member < 0 || member >= leaves + group) throw new RangeError(`group ${group} holds ${member}, which does not stand before it`)
      if (used[member] === 1) throw new RangeError(`${member} stands in two groups`)
      used[member] = 1
    }
  }
  const lost = used.subarray(0, leaves + groups - 1).indexOf(0)
  if (lost !== -1) throw new RangeError(`${lost} stands in no group`)
}

/**
 * The verdict of every criterion and group: columns of `count` places, in the order of the numbers in `members`.
 * YES where enough members are yes; NO where too few could be; UNKNOWN otherwise. Since every criterion stands in the tree
 * once, UNKNOWN is exactly: some filling-in of what is missing would give yes, and another no.
 */
export function evaluateTree(tree: SelectionTree, verdicts: readonly Uint8Array[], count: number): Uint8Array[] {
  checkTree(tree)
  if (verdicts.length !== tree.leaves) throw new RangeError(`${tree.leaves} criteria but ${verdicts.length} columns`)
  const wrong = verdicts.find(({ length }) => length !== count)
  if (wrong) throw new RangeError(`${count} places but a column of ${wrong.length}`)
  const all = [...verdicts]
  for (let group = 0; group < tree.least.length; group++) all.push(evaluateGroup(tree, group, all, count))
  return all
}

/** The verdict of one group from the columns of its members. */
export function evaluateGroup(tree: SelectionTree, group: number, columns: readonly Uint8Array[], count: number): Uint8Array {
  const wanted = tree.least[group] as number
  const certain = new Uint16Array(count)
  const possible = new Uint16Array(count)
  for (let at = tree.starts[group] as number; at < (tree.starts[group + 1] as number); at++) {
    const column = columns[tree.members[at] as number] as Uint8Array
    for (let place = 0; place < count; place++) {
      const verdict = column[place] as number
      certain[place] = (certain[place] as number) + (verdict >> 1)
      possible[place] = (possible[place] as number) + ((verdict + 1) >> 1)
    }
  }
  const verdicts = new Uint8Array(count)
  for (let place = 0; place < count; place++) {
    verdicts[place] = (certain[place] as number) >= wanted ? YES : (possible[place] as number) >= wanted ? UNKNOWN : NO
  }
  return verdicts
}

/** The group in which each criterion and group stands; -1 for the whole. */
export function listParents({ leaves, least, starts, members }: SelectionTree): Int32Array {
  const parents = new Int32Array(leaves + least.length).fill(-1)
  for (let group = 0; group < least.length; group++) {
    for (let at = starts[group] as number; at < (starts[group + 1] as number); at++) parents[members[at] as number] = group
  }
  return parents
}
