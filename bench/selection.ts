/**
 * What a selection costs: 14,574 places × 30 criteria in three groups, on one thread. Verdicts, smallest changes, and 25 thresholds for every
 * criterion, beside a naive program that decides every place anew. Milliseconds of processor, medians. `node bench/selection.ts`. Made-up figures, seeded.
 */
import { CounterRandom } from '#engines/numeric/philox.ts'
import { evaluateTree, type SelectionTree } from '#engines/selection/selection-tree.ts'
import { findSmallestChanges } from '#engines/selection/smallest-change.ts'
import { NO, UNKNOWN, YES, decide, measureMargins } from '#engines/selection/verdict.ts'
import { askWhatIf, moveThreshold } from '#engines/selection/what-if.ts'

const PLACES = 14_574
const CRITERIA = 30
const PER_GROUP = 10
const THRESHOLDS = 25
const RUNS = 7
const NAIVE_MOVES = 10

const random = new CounterRandom(1)
random.open(0, 0)
const columns = Array.from({ length: CRITERIA }, () => Float64Array.from({ length: PLACES }, () => (random.next() < 0.05 ? NaN : random.next())))
const groups = CRITERIA / PER_GROUP
const tree: SelectionTree = {
  leaves: CRITERIA,
  least: Int32Array.from([...new Array<number>(groups).fill(7), 1]),
  starts: Int32Array.from([...Array.from({ length: groups + 1 }, (_, group) => group * PER_GROUP), CRITERIA + groups]),
  members: Int32Array.from([...columns.keys(), ...Array.from({ length: groups }, (_, group) => CRITERIA + group)]),
}

function measure(act: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const begin = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000
  })
  return times.toSorted((a, b) => a - b)[RUNS >> 1]!
}

const decideAll = () => columns.map((column) => decide(column, 'atLeast', 0.5))
const verdicts = decideAll()
const all = evaluateTree(tree, verdicts, PLACES)
const distances = columns.map((column) => measureMargins(column, 'atLeast', 0.5).map(Math.abs))
const thresholdOf = (at: number) => 0.5 + (at - 12) / 200
const whole = all.at(-1)!

function moveAll(): Uint8Array[] {
  return columns.flatMap((column, leaf) => {
    const whatIf = askWhatIf(tree, all, leaf, PLACES)
    return Array.from({ length: THRESHOLDS }, (_, at) => moveThreshold(whole, whatIf, column, 'atLeast', thresholdOf(at)))
  })
}

/** Every place decided anew, from its figures. */
function decideNaively(leafThatMoves: number, threshold: number): number[] {
  return Array.from({ length: PLACES }, (_, place) => {
    const own = columns.map((column, leaf) => (Number.isNaN(column[place]) ? UNKNOWN : column[place]! >= (leaf === leafThatMoves ? threshold : 0.5) ? YES : NO))
    const inner = Array.from({ length: groups }, (__, group) => combine(own.slice(group * PER_GROUP, (group + 1) * PER_GROUP), 7))
    return combine(inner, 1)
  })
}

function combine(members: readonly number[], least: number): number {
  if (members.filter((verdict) => verdict === YES).length >= least) return YES
  return members.filter((verdict) => verdict !== NO).length >= least ? UNKNOWN : NO
}

const moved = moveAll()
let wrong = 0
for (let move = 0; move < NAIVE_MOVES; move++) {
  const [leaf, at] = [move * 3, (move * 7) % THRESHOLDS]
  const naive = decideNaively(leaf, thresholdOf(at))
  wrong += naive.filter((verdict, place) => verdict !== moved[leaf * THRESHOLDS + at]![place]).length
}
const write = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`.padStart(11)
const moving = measure(moveAll)
const naive = (measure(() => decideNaively(3, 0.52)) * CRITERIA * THRESHOLDS)
console.log(`verdicts of all places            ${write(measure(() => evaluateTree(tree, decideAll(), PLACES)))}`)
console.log(`smallest change of every place    ${write(measure(() => findSmallestChanges(tree, verdicts, distances, PLACES)))}`)
console.log(`${CRITERIA * THRESHOLDS} moved thresholds              ${write(moving)}`)
console.log(`the same, every place anew        ${write(naive)}   ${(naive / moving).toFixed(0)} times as long; places that differ: ${wrong}`)
