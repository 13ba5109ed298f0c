/** The parts of a siting run that take long, for threads: people by buurt, the plan, its alternatives, and what doing otherwise with a site costs. */
import { findAlternatives, type Alternative, type AlternativesWish } from '#engines/siting/alternatives/find-alternatives.ts'
import { priceSite, type SitePrice } from '#engines/siting/alternatives/explain-plan.ts'
import { findRemedies, type Remedies } from '#engines/siting/alternatives/find-remedies.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting, type SitingAnswer } from '#engines/siting/solve-siting.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { COUNTED_PEOPLE } from '#domain/siting-document.ts'
import { DEMAND_AGES } from '#steps/explore/demand-ages.ts'
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { projectBuurten, type BuurtenTask } from '#steps/explore/scenario/project-buurten.ts'
import { endPrice, SECONDS_OF_PLAN, SECONDS_OF_REMEDIES, SitingClock, type ExplainEnds } from '#steps/explore/siting/siting-clock.ts'
import { serveTask } from '#steps/workers/split-worker.ts'
import type { SplitTask } from '#steps/workers/split-task.ts'

type CountedPeople = Exclude<(typeof COUNTED_PEOPLE)[number], 'householdsWithoutCar'>

/** People who count of each buurt in the last year, a list a municipality, in the order of the inputs. */
export type CountBuurten = (inputs: readonly BuurtenTask[], people: CountedPeople) => Promise<readonly Float64Array[]>

interface Question {
  readonly problem: SitingProblem
  readonly goal: SitingGoal
  readonly seed: number
}

export interface PlanQuestion extends Question {
  readonly kind: 'plan'
  /** Shared: value and bound of the best plan so far. */
  readonly gauge: Float64Array
}

export interface ExplainQuestion extends Question {
  readonly kind: 'explain'
  readonly plan: SitingPlan
  readonly alternatives: { readonly goal: SitingGoal; readonly plan: SitingPlan; readonly wish: AlternativesWish }
  /** Sites whose price is asked; part 0 looks for alternatives, part n prices site n − 1. */
  readonly sites: Int32Array
  /** When the work ends, done or not, milliseconds since 1970: of all rounds of a run together. */
  readonly ends: ExplainEnds
}

export type SitingInput = { readonly kind: 'count'; readonly inputs: readonly BuurtenTask[]; readonly people: CountedPeople } | PlanQuestion | ExplainQuestion

export interface PlanOutput {
  readonly answer: SitingAnswer
  /** Where there is no plan: what would make one possible. */
  readonly remedies?: Remedies
  /** Whether time ran out. */
  readonly isCut: boolean
}
export interface CountOutput {
  readonly counts: readonly (readonly [part: number, people: Float64Array])[]
}
export interface ExplainOutput {
  readonly alternatives?: readonly Alternative[]
  /** Without those of sites whose turn did not come. */
  readonly prices: readonly SitePrice[]
  readonly isCut: boolean
}

/** A tree as large as this takes seconds; what is not settled then keeps a bound that holds. The price of one site of many is worth less. */
const NODES_OF_PLAN = 200_000
const NODES_OF_PRICE = 5000
async function startTask(input: SitingInput): Promise<SplitTask<CountOutput | PlanOutput | ExplainOutput>> {
  if (input.kind === 'count') return startCount(input.inputs, input.people)
  const control: SitingControl = { seed: input.seed, integerSolver: await createHighsSolver() }
  return input.kind === 'plan' ? startPlan(input, { ...control, maximumNodes: NODES_OF_PLAN }) : startExplain(input, { ...control, maximumNodes: NODES_OF_PRICE })
}

function startCount(inputs: readonly BuurtenTask[], people: CountedPeople): SplitTask<CountOutput> {
  const [from, to] = people === 'all' ? [0, AGE_COUNT - 1] : DEMAND_AGES[people === 'children4to11' ? 'pupils4to11' : people]
  const counts: [number, Float64Array][] = []
  return {
    run: (part) => void counts.push([part, countAges(projectBuurten(inputs[part]!).at(-1)!, from, to)]),
    finish: () => ({ counts }),
  }
}

function countAges(people: Float64Array, from: number, to: number): Float64Array {
  const counts = new Float64Array(people.length / CELL_COUNT)
  for (const [cell, own] of people.entries()) {
    const age = (cell % CELL_COUNT) % AGE_COUNT
    if (age >= from && age <= to) counts[Math.floor(cell / CELL_COUNT)]! += own
  }
  return counts
}

function startPlan({ problem, goal, gauge }: PlanQuestion, control: SitingControl): SplitTask<PlanOutput> {
  let answer: SitingAnswer = { obstacles: [] }
  let remedies: Remedies | undefined
  const clock = new SitingClock()
  const onProgress: SitingControl['onProgress'] = ({ value, bound }) => {
    gauge[0] = value
    gauge[1] = bound
  }
  return {
    run() {
      answer = solveSiting(problem, goal, { ...control, onProgress, shouldStop: clock.start(SECONDS_OF_PLAN) })
      if (answer.plan === undefined) remedies = findRemedies(problem, goal, { ...control, shouldStop: new SitingClock().start(SECONDS_OF_REMEDIES) })
    },
    finish: () => ({ answer, isCut: clock.isCut, ...(remedies && { remedies }) }),
  }
}

function startExplain({ problem, goal, plan, alternatives, sites, ends }: ExplainQuestion, control: SitingControl): SplitTask<ExplainOutput> {
  let found: readonly Alternative[] | undefined
  const prices: SitePrice[] = []
  const clock = new SitingClock()
  const isOver = clock.until(ends.prices)
  return {
    run(part) {
      if (part === 0) found = findAlternatives(problem, alternatives.goal, alternatives.plan, alternatives.wish, { ...control, shouldStop: clock.until(ends.alternatives) })
      else if (!isOver()) prices.push(priceSite(problem, goal, plan, sites[part - 1]!, { ...control, shouldStop: clock.until(endPrice(ends, sites.length + 1 - part)) }))
    },
    finish: () => ({ prices, isCut: clock.isCut, ...(found && { alternatives: found }) }),
  }
}

await serveTask(startTask)
