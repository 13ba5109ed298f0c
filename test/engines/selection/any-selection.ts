/** Trees of criteria of any form, and the places they are about. */
import fc from 'fast-check'
import type { SelectionTree } from '#engines/selection/selection-tree.ts'
import { NO, UNKNOWN, YES } from '#engines/selection/verdict.ts'

/** A tree as people draw it: a criterion by number, or at least so many of some parts. */
export type Drawn = number | { readonly least: number; readonly of: readonly Drawn[] }

/** Criteria are numbered in the order in which they are met. */
export function flatten(drawn: Drawn): SelectionTree {
  const leaves = countLeaves(drawn)
  const least: number[] = []
  const starts = [0]
  const members: number[] = []
  const add = (node: Drawn): number => {
    if (typeof node === 'number') return node
    const own = node.of.map(add)
    least.push(node.least)
    members.push(...own)
    starts.push(members.length)
    return leaves + least.length - 1
  }
  add(typeof drawn === 'number' ? { least: 1, of: [drawn] } : drawn)
  return { leaves, least: Int32Array.from(least), starts: Int32Array.from(starts), members: Int32Array.from(members) }
}

function countLeaves(drawn: Drawn): number {
  return typeof drawn === 'number' ? 1 : drawn.of.reduce<number>((sum, part) => sum + countLeaves(part), 0)
}

/** What the tree says of one place, from its definition: by filling in what is missing in every way. */
export function decideByFillingIn(drawn: Drawn, verdicts: readonly number[]): number {
  const unknown = verdicts.flatMap((verdict, at) => (verdict === UNKNOWN ? [at] : []))
  let yes = false
  let no = false
  for (let filling = 0; filling < 2 ** unknown.length; filling++) {
    const filled = [...verdicts]
    unknown.forEach((leaf, at) => (filled[leaf] = (filling >> at) & 1 ? YES : NO))
    if (isMet(drawn, filled)) yes = true
    else no = true
  }
  return yes && no ? UNKNOWN : yes ? YES : NO
}

/** Two-valued: only for verdicts that are all yes or no. */
export function isMet(drawn: Drawn, verdicts: readonly number[]): boolean {
  if (typeof drawn === 'number') return verdicts[drawn] === YES
  return drawn.of.filter((part) => isMet(part, verdicts)).length >= drawn.least
}

/** Trees of up to about ten criteria. */
export const anyDrawn: fc.Arbitrary<Drawn> = fc
  .letrec<{ node: unknown; group: unknown }>((tie) => ({
    node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.constant('leaf'), tie('group')),
    group: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).chain((of) => fc.record({ least: fc.integer({ min: 1, max: of.length }), of: fc.constant(of) })),
  }))
  .group.map((drawn) => {
    let next = 0
    const number = (node: unknown): Drawn => {
      if (node === 'leaf') return next++
      const { least, of } = node as { least: number; of: readonly unknown[] }
      return { least, of: of.map(number) }
    }
    return number(drawn)
  })

export const anyVerdict = fc.constantFrom(NO, UNKNOWN, YES)

/** A tree, and the verdicts of its criteria for one place. */
export const anyCase = anyDrawn.chain((drawn) =>
  fc.record({ drawn: fc.constant(drawn), verdicts: fc.array(anyVerdict, { minLength: countLeaves(drawn), maxLength: countLeaves(drawn) }) }),
)

/** The verdict of the whole for one place. */
export const toColumns = (verdicts: readonly number[]): Uint8Array[] => verdicts.map((verdict) => Uint8Array.of(verdict))
