/** Outcomes as the loops in WebAssembly make them: sums over blocks of cells, each computed once, and which of these an outcome adds. */
import { listCellSpans, listKinds } from '#engines/projection/outcomes.ts'
import type { Outcome } from '#engines/projection/outcomes.ts'
import { getStride } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** People of some cells, the last not included, or the households of a kind that count at them. */
export interface Block {
  readonly kind?: number
  readonly from: number
  readonly until: number
}

export interface OutcomeRecipes {
  readonly blocks: readonly Block[]
  /** For each outcome the positions of the blocks that it adds. */
  readonly recipes: readonly (readonly number[])[]
}

export function makeRecipes(shape: ProjectionShape, outcomes: readonly Outcome[]): OutcomeRecipes {
  const blocks = [undefined, ...listKinds(shape)].flatMap((kind) => listBlocks(shape, outcomes, kind))
  const recipes = outcomes.map((outcome) => {
    const spans = listCellSpans(shape, outcome)
    return blocks.flatMap(({ kind, from, until }, at) => (isAbout(shape, outcome, kind) && spans.some(([first, last]) => first <= from && until <= last) ? [at] : []))
  })
  return { blocks, recipes }
}

/** The pieces into which the outcomes about people, or about a kind, cut the cells. None that nobody asks for. */
function listBlocks(shape: ProjectionShape, outcomes: readonly Outcome[], kind: number | undefined): Block[] {
  const spans = outcomes.flatMap((outcome) => (isAbout(shape, outcome, kind) ? listCellSpans(shape, outcome) : []))
  const cuts = [...new Set(spans.flat())].toSorted((a, b) => a - b)
  return cuts.slice(1).flatMap((until, at) => {
    const from = cuts[at]!
    return spans.some(([first, last]) => first <= from && until <= last) ? [{ ...(kind === undefined ? {} : { kind }), from, until }] : []
  })
}

function isAbout(shape: ProjectionShape, outcome: Outcome, kind: number | undefined): boolean {
  return outcome.measure === 'people' ? kind === undefined : kind !== undefined && listKinds(shape, outcome.kinds).includes(kind)
}

/** What does not depend on a trajectory: people in group quarters, a block of outcomes an area. */
export function sumGroupQuarters(shape: ProjectionShape, outcomes: readonly Outcome[], groupQuarters: Float64Array): Float32Array {
  const cells = countCells(shape)
  const stride = getStride(groupQuarters, cells)
  const sums = new Float32Array(shape.areaCount * outcomes.length)
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome.measure !== 'people') continue
    for (const [from, until] of listCellSpans(shape, outcome)) {
      for (let area = 0; area < shape.areaCount; area++) {
        for (let cell = from; cell < until; cell++) sums[area * outcomes.length + at]! += groupQuarters[area * stride + cell]!
      }
    }
  }
  return sums
}

/** Cells at which no area has households of a kind are left out: nobody of five years heads one. */
export function narrowBlock(shape: ProjectionShape, { kind, from, until }: Block, rates: Float32Array): readonly [from: number, until: number] {
  if (kind === undefined) return [from, until]
  const cells = countCells(shape)
  let [first, last] = [until, from]
  for (let block = kind * cells; block < rates.length; block += cells * shape.householdKindCount) {
    for (let cell = from; cell < first; cell++) if (rates[block + cell]! > 0) first = cell
    for (let cell = until - 1; cell >= last; cell--) if (rates[block + cell]! > 0) last = cell + 1
  }
  return first < last ? [first, last] : [from, from]
}
