/** The smallest change of its figures that brings a place to the other side of the line. */
import { NO, UNKNOWN, YES } from '#engines/selection/verdict.ts'
import { evaluateTree, type SelectionTree } from '#engines/selection/selection-tree.ts'

export interface SmallestChanges {
  /** Sum of the distances of the criteria that change, by place, 0 and up; NaN where nothing measured can turn it, or it is unknown. */
  readonly distances: Float64Array
  /** Where the criteria of each place begin in `criteria`, and where those of the last place end. */
  readonly starts: Int32Array
  /** The criteria that change, ascending within a place. */
  readonly criteria: Int32Array
}

/**
 * `distances[leaf][place]` is how far the figure is from its threshold, 0 and up, in a unit that can be added over criteria (a share of its spread);
 * NaN where it is missing or has no spread. Figures are taken to change one apart from the other, so that to turn a group "at least k of m"
 * on one turns the cheapest members on until k are, and off the cheapest until k − 1 are left. Every criterion stands in the tree once, so
 * that the parts do not touch each other and this is the exact minimum. A missing figure cannot change: its verdict stays as it is.
 */
export function findSmallestChanges(tree: SelectionTree, verdicts: readonly Uint8Array[], distances: readonly Float64Array[], count: number): SmallestChanges {
  const columns = evaluateTree(tree, verdicts, count)
  const whole = columns.at(-1) as Uint8Array
  const found = new Float64Array(count).fill(NaN)
  const starts = new Int32Array(count + 1)
  const criteria: number[] = []
  const root = tree.leaves + tree.least.length - 1
  for (let place = 0; place < count; place++) {
    if (whole[place] !== UNKNOWN) {
      const change = turn(root, whole[place] === YES ? NO : YES, place)
      if (change.distance < Infinity) {
        found[place] = change.distance
        criteria.push(...change.leaves.toSorted((a, b) => a - b))
      }
    }
    starts[place + 1] = criteria.length
  }
  return { distances: found, starts, criteria: Int32Array.from(criteria) }

  function turn(node: number, wanted: number, place: number): Change {
    if ((columns[node] as Uint8Array)[place] === wanted) return NOTHING
    if (node < tree.leaves) {
      const distance = (distances[node] as Float64Array)[place] as number
      return Number.isNaN(distance) ? IMPOSSIBLE : { distance, leaves: [node] }
    }
    const group = node - tree.leaves
    const members = tree.members.subarray(tree.starts[group], tree.starts[group + 1])
    const least = tree.least[group] as number
    const needed = wanted === YES ? least : members.length - least + 1
    const changes = Array.from(members, (member) => turn(member, wanted, place)).sort((a, b) => a.distance - b.distance)
    return changes.slice(0, needed).reduce(add, NOTHING)
  }
}

interface Change {
  readonly distance: number
  readonly leaves: readonly number[]
}

const NOTHING: Change = { distance: 0, leaves: [] }
const IMPOSSIBLE: Change = { distance: Infinity, leaves: [] }

function add(a: Change, b: Change): Change {
  return { distance: a.distance + b.distance, leaves: [...a.leaves, ...b.leaves] }
}
