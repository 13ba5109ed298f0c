/** A scenario: a list of patches on the figures of a projection. */
import { countFigures, INPUT_RULES, POPULATION_RULE } from '#engines/projection/projection-inputs.ts'
import type { InputName, InputRule } from '#engines/projection/projection-inputs.ts'
import { SEXES } from '#engines/projection/projection-shape.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** From and up to, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** One change; `addEach` has a figure of its own for every place, a block an area. Where areas, sexes, ages or kinds are not named, it counts for all. */
export interface ScenarioPatch {
  /** `population` is the population of the base year, group quarters included. */
  readonly input: InputName | 'population'
  /** A year in which a step begins. Years beyond the last step change nothing. */
  readonly years: Span
  /** Positions of areas. */
  readonly areas?: readonly number[]
  readonly sexes?: readonly (typeof SEXES)[number][]
  /** Positions of age groups. */
  readonly ages?: Span
  /** Positions of household kinds. */
  readonly householdKinds?: Span
  /** In [0, 1], a figure a place of a block: of which part of the people the change is. A half makes the figure go half of the way. Not with `addEach`. */
  readonly shares?: Float64Array
  readonly change: { readonly multiplyBy: number } | { readonly add: number } | { readonly setTo: number } | { readonly addEach: Float64Array }
}

export type Scenario = readonly ScenarioPatch[]

export const getRule = (name: ScenarioPatch['input']): InputRule => (name === 'population' ? POPULATION_RULE : INPUT_RULES[name])

/** Throws a RangeError, with the position of the patch, for a scenario that no projection from `baseYear` can follow. */
export function checkScenario(shape: ProjectionShape, scenario: Scenario, baseYear: number): void {
  for (const [position, patch] of scenario.entries()) {
    const problem = findProblem(shape, patch, baseYear)
    if (problem !== undefined) throw new RangeError(`patch ${position} on ${patch.input}: ${problem}`)
  }
}

function findProblem(shape: ProjectionShape, patch: ScenarioPatch, baseYear: number): string | undefined {
  if (patch.input !== 'population' && !Object.hasOwn(INPUT_RULES, patch.input)) return 'there is no such input'
  const { by } = getRule(patch.input)
  if (patch.ages !== undefined && by === 'area') return 'it has no ages'
  if (patch.sexes !== undefined && (by === 'area' || by === 'age')) return 'it has no sexes'
  if (patch.householdKinds !== undefined && by !== 'kindSexAndAge') return 'it has no household kinds'
  if (patch.years.from < baseYear) return `year ${patch.years.from} is before the base year ${baseYear}`
  const area = patch.areas?.find((position) => !Number.isInteger(position) || position < 0 || position >= shape.areaCount)
  if (area !== undefined) return `area ${area} is not one of 0 to ${shape.areaCount - 1}`
  const sex = patch.sexes?.find((own) => !SEXES.includes(own))
  if (sex !== undefined) return `sex ${sex} is not one of ${SEXES.join(', ')}`
  return (
    findSpanProblem('years', patch.years, baseYear, Infinity) ??
    findSpanProblem('age groups', patch.ages, 0, shape.ageCount - 1) ??
    findSpanProblem('household kinds', patch.householdKinds, 0, shape.householdKindCount - 1) ??
    findShareProblem(patch, countFigures(shape, by)) ??
    findChangeProblem(patch.change, shape.areaCount * countFigures(shape, by))
  )
}

function findShareProblem({ shares, change }: ScenarioPatch, figureCount: number): string | undefined {
  if (shares === undefined) return undefined
  if ('addEach' in change) return 'shares do not go with addEach'
  if (shares.length !== figureCount) return `there are ${shares.length} shares: there must be ${figureCount}`
  const at = shares.findIndex((share) => !(share >= 0 && share <= 1))
  return at < 0 ? undefined : `share ${at} is ${shares[at]}: it must be from 0 to 1`
}

function findSpanProblem(what: string, span: Span | undefined, lowest: number, highest: number): string | undefined {
  if (span === undefined) return undefined
  const { from, to } = span
  if (!(Number.isInteger(from) && Number.isInteger(to) && from <= to)) return `${what} from ${from} to ${to} are not a span of whole numbers`
  if (from < lowest || to > highest) return `${what} from ${from} to ${to} are not within ${lowest} to ${highest}`
  return undefined
}

function findChangeProblem(change: ScenarioPatch['change'], figureCount: number): string | undefined {
  const kinds = Object.keys(change)
  if (kinds.length !== 1 || !['multiplyBy', 'add', 'setTo', 'addEach'].includes(kinds[0]!)) return `the change is ${kinds.join(' and ') || 'nothing'}: it must be one of multiplyBy, add, setTo, addEach`
  if ('addEach' in change) return findListProblem(change.addEach, figureCount)
  const amount: unknown = Object.values(change)[0]
  return Number.isFinite(amount) ? undefined : `${kinds[0]} is ${String(amount)}: it must be a number`
}

function findListProblem(figures: Float64Array, figureCount: number): string | undefined {
  if (figures.length !== figureCount) return `addEach has ${figures.length} figures: it must have ${figureCount}`
  const at = figures.findIndex((figure) => !Number.isFinite(figure))
  return at < 0 ? undefined : `figure ${at} of addEach is ${figures[at]}: it must be a number`
}
