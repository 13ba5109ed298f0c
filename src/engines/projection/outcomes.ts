/** What is asked of the trajectories, for every area and step: people of some ages, households of some kinds. */
import { getStride } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells, SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import type { Span } from '#engines/projection/scenario.ts'

/** Ages are positions of age groups, kinds are positions of household kinds; from and up to, both included. What is not named counts whole. */
export type Outcome =
  /** Group quarters included. */
  | { readonly measure: 'people'; readonly ages?: Span; readonly sexes?: readonly (typeof SEXES)[number][] }
  /** By the age of the one at whom the household counts. */
  | { readonly measure: 'households'; readonly kinds?: Span; readonly ages?: Span }

/** A line that an outcome may fall below in a year: so many people or households, or a share of what the base year has. */
export interface Threshold {
  /** Position among the outcomes. */
  readonly outcome: number
  readonly year: number
  readonly below: { readonly count: number } | { readonly shareOfBase: number }
}

/** Throws a RangeError that says which outcome or threshold, and what is wrong with it. */
export function checkOutcomes(shape: ProjectionShape, outcomes: readonly Outcome[], thresholds: readonly Threshold[], years: readonly number[]): void {
  if (outcomes.length === 0) throw new RangeError('there are no outcomes: nothing is asked')
  for (const [at, outcome] of outcomes.entries()) {
    checkSpan(`ages of outcome ${at}`, outcome.ages, shape.ageCount)
    if (outcome.measure === 'people') continue
    if (shape.householdKindCount === 0) throw new RangeError(`outcome ${at} asks for households, but the projection has no kinds of household`)
    checkSpan(`kinds of outcome ${at}`, outcome.kinds, shape.householdKindCount)
  }
  for (const [at, { outcome, year, below }] of thresholds.entries()) {
    if (outcomes[outcome] === undefined) throw new RangeError(`threshold ${at} is on outcome ${outcome}: there are ${outcomes.length}, counted from 0`)
    if (!years.includes(year)) throw new RangeError(`threshold ${at} is on ${year}: the projection has ${years[0]} to ${years.at(-1)}`)
    const [line] = Object.values(below) as number[]
    if (!(line !== undefined && line >= 0 && Number.isFinite(line))) throw new RangeError(`threshold ${at} is ${line}: it must be at least 0`)
  }
}

function checkSpan(what: string, span: Span | undefined, count: number): void {
  if (span === undefined || (Number.isInteger(span.from) && Number.isInteger(span.to) && span.from >= 0 && span.from <= span.to && span.to < count)) return
  throw new RangeError(`${what} are ${span.from} to ${span.to}: they must be within 0 to ${count - 1}`)
}

/** The cells of an area that an outcome is about: a span a sex, the last not included. */
export function listCellSpans({ ageCount }: ProjectionShape, outcome: Outcome): (readonly [from: number, until: number])[] {
  const { from, to } = outcome.ages ?? { from: 0, to: ageCount - 1 }
  const sexes = outcome.measure === 'people' ? (outcome.sexes ?? SEXES) : SEXES
  return SEXES.flatMap((sex, at) => (sexes.includes(sex) ? [[at * ageCount + from, at * ageCount + to + 1] as const] : []))
}

export const listKinds = ({ householdKindCount }: ProjectionShape, kinds: Span = { from: 0, to: householdKindCount - 1 }): number[] =>
  Array.from({ length: kinds.to - kinds.from + 1 }, (_, at) => kinds.from + at)

/** The plain twin: outcomes of a state, a block of outcomes an area. */
export function measureOutcomes(shape: ProjectionShape, outcomes: readonly Outcome[], { groupQuarters, headshipRates }: ProjectionInputs, people: Float64Array): Float64Array {
  const cells = countCells(shape)
  const [quartersStride, ratesStride] = [getStride(groupQuarters, cells), getStride(headshipRates, cells * shape.householdKindCount)]
  const measured = new Float64Array(shape.areaCount * outcomes.length)
  for (let area = 0; area < shape.areaCount; area++) {
    for (const [at, outcome] of outcomes.entries()) {
      let sum = 0
      for (const [from, until] of listCellSpans(shape, outcome)) {
        for (let cell = from; cell < until; cell++) {
          const own = people[area * cells + cell]!
          if (outcome.measure === 'people') sum += own + groupQuarters[area * quartersStride + cell]!
          else for (const kind of listKinds(shape, outcome.kinds)) sum += headshipRates[area * ratesStride + kind * cells + cell]! * own
        }
      }
      measured[area * outcomes.length + at] = sum
    }
  }
  return measured
}
