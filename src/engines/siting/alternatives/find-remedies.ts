/** Where no plan fits: which demand, made wider while the others stay, makes one possible, and how little wider is enough. */
import { createPlainChooser } from '#engines/siting/choosers/plain-chooser.ts'
import { createRestrictedChooser } from '#engines/siting/choosers/restricted-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { findObstacles, frameProblem } from '#engines/siting/frame.ts'
import { listDistinctMinutes } from '#engines/siting/goals/distinct-minutes.ts'
import { isPlain, type SitingGoal, type SitingProblem } from '#engines/siting/siting-problem.ts'

export interface Remedy {
  /** What is made wider; 'limit' with the name of one. */
  readonly demand: 'normMinutes' | 'openCount' | 'minimumSize' | 'capacity' | 'limit'
  readonly limit?: string
  /**
   * With this there is a plan. normMinutes: minutes; openCount: open sites; minimumSize: no site needs more people than this; capacity: every site has room
   * for as many at least; limit: what open sites may use together.
   */
  readonly value: number
  /** Whether less widening is proved not to be enough, to a step of the scale: a trip, a site, a person, a 4,096th of the limit. */
  readonly isNearest: boolean
}

export interface Remedies {
  readonly remedies: readonly Remedy[]
  /** Whether all other demands are proved to be no remedy by themselves. */
  readonly isComplete: boolean
}

interface Demand extends Pick<Remedy, 'demand' | 'limit'> {
  /** From narrow to as wide as can be, without what was asked. */
  readonly scale: readonly number[]
  widen(value: number): { readonly problem: SitingProblem; readonly goal: SitingGoal }
}

/** Steps from a limit to what it takes to open everything. */
const STEPS_OF_LIMIT = 4096

/** Every demand by itself, by halving its scale. A wider demand never excludes a plan, so that what is enough is found without trying all. */
export function findRemedies(problem: SitingProblem, goal: SitingGoal, control: SitingControl): Remedies {
  const remedies: Remedy[] = []
  let isComplete = true
  for (const demand of listDemands(problem, goal)) {
    const test = (at: number) => isPossible(demand.widen(demand.scale[at]!), control)
    const widest = test(demand.scale.length - 1)
    if (widest === 'unknown') isComplete = false
    if (widest !== 'yes') continue
    let [narrow, wide, isNearest] = [-1, demand.scale.length - 1, true]
    while (wide - narrow > 1) {
      const middle = Math.floor((narrow + wide) / 2)
      const verdict = test(middle)
      if (verdict === 'unknown') isNearest = false
      if (verdict === 'yes') wide = middle
      else narrow = middle
    }
    remedies.push({ demand: demand.demand, ...(demand.limit !== undefined && { limit: demand.limit }), value: demand.scale[wide]!, isNearest })
  }
  return { remedies, isComplete }
}

type Verdict = 'yes' | 'no' | 'unknown'

/** Whether there is any plan at all. */
function isPossible({ problem, goal }: ReturnType<Demand['widen']>, control: SitingControl): Verdict {
  const frame = frameProblem(problem)
  if (findObstacles(frame, goal).some(({ severity }) => severity === 'error')) return 'no'
  const chooser = isPlain(problem) ? createPlainChooser(frame, control) : createRestrictedChooser(frame, control)
  const choice = chooser.chooseWithin(goal.kind === 'setCovering' ? goal.normMinutes : Number.MAX_VALUE, 'openCount' in goal ? goal.openCount : frame.sites.length)
  if (choice.sites) return 'yes'
  return choice.bound === Infinity ? 'no' : 'unknown'
}

function listDemands(problem: SitingProblem, goal: SitingGoal): Demand[] {
  const { minimumSizes, capacities, limits = [] } = problem
  return [listNorms(problem, goal), listCounts(problem, goal), minimumSizes && listMinima(problem, goal, minimumSizes), capacities && listCapacities(problem, goal, capacities), ...limits.map((_, at) => listLimits(problem, goal, at))]
    .filter((demand): demand is Demand => demand !== undefined && demand.scale.length > 0)
}

function listNorms(problem: SitingProblem, goal: SitingGoal): Demand | undefined {
  if (goal.kind !== 'setCovering') return undefined
  const scale = [...listDistinctMinutes(frameProblem(problem))].filter((minutes) => minutes > goal.normMinutes)
  return { demand: 'normMinutes', scale, widen: (normMinutes) => ({ problem, goal: { ...goal, normMinutes } }) }
}

function listCounts(problem: SitingProblem, goal: SitingGoal): Demand | undefined {
  if (!('openCount' in goal)) return undefined
  const more = Math.max(0, frameProblem(problem).sites.length - goal.openCount)
  return { demand: 'openCount', scale: Array.from({ length: more }, (_, at) => goal.openCount + 1 + at), widen: (openCount) => ({ problem, goal: { ...goal, openCount } }) }
}

function listMinima(problem: SitingProblem, goal: SitingGoal, minimumSizes: Float64Array): Demand {
  const scale = Array.from({ length: Math.ceil(Math.max(0, ...minimumSizes)) }, (_, at) => at).reverse()
  return { demand: 'minimumSize', scale, widen: (most) => ({ problem: { ...problem, minimumSizes: minimumSizes.map((own) => Math.min(own, most)) }, goal }) }
}

function listCapacities(problem: SitingProblem, goal: SitingGoal, capacities: Float64Array): Demand {
  const least = Math.floor(Math.min(...capacities))
  const people = Math.ceil(problem.weights.reduce((sum, own) => sum + own, 0))
  const scale = Number.isFinite(least) ? Array.from({ length: Math.max(0, people - least) }, (_, at) => least + 1 + at) : []
  return { demand: 'capacity', scale, widen: (fewest) => ({ problem: { ...problem, capacities: capacities.map((own) => Math.max(own, fewest)) }, goal }) }
}

function listLimits(problem: SitingProblem, goal: SitingGoal, at: number): Demand {
  const limits = problem.limits!
  const { name, amounts, most } = limits[at]!
  const all = amounts.reduce((sum, own) => sum + Math.max(0, own), 0)
  const isWhole = [most, ...amounts].every(Number.isInteger) && all - most <= STEPS_OF_LIMIT
  const steps = isWhole ? all - most : all > most ? STEPS_OF_LIMIT : 0
  return {
    demand: 'limit', limit: name,
    scale: Array.from({ length: Math.max(0, steps) }, (_, step) => (step + 1 === steps ? all : most + ((all - most) * (step + 1)) / steps)),
    widen: (wider) => ({ problem: { ...problem, limits: limits.map((own, other) => (other === at ? { ...own, most: wider } : own)) }, goal }),
  }
}
