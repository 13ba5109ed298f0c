/**
 * The mean of the worst-off share α of the people is the lowest value, over all t, of t + Σ w (minutes − t)⁺ ÷ (α W) (Rockafellar & Uryasev 2000), and the lowest is where α W people
 * travel t or more, and no more than α W longer than t: t is a length of a trip. A plan whose t is from a to b has a value of at least a + Σ h ÷ (α W), where h = minutes − a of who
 * travels longer than b, and 0 of others: α W (t − a) + Σ w (minutes − t)⁺ is at least the sum of minutes − a of all who travel longer than t, of whom there are at most α W.
 * The least Σ h is a sum over people, with a bound of its own. Intervals of t are halved, the one with the lowest bound first, until none can hold anything better.
 */
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import type { Choice, Effort, SiteChooser } from '#engines/siting/choosers/site-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { listDistinctMinutes } from '#engines/siting/goals/distinct-minutes.ts'
import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver, Trips } from '#engines/siting/goals/goal-solver.ts'
import { TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

type WorstShareGoal = Extract<SitingGoal, { kind: 'worstShare' }>

/** Positions in the list of trip lengths, both included. */
interface Interval {
  readonly first: number
  readonly last: number
  /** No plan whose t is in it has a lower value. */
  readonly bound: number
  /** How much work the bound has had: the place in EFFORTS. Beyond them it is settled, and only narrower intervals have a higher bound. */
  readonly effort: number
}

const EFFORTS: readonly Effort[] = ['bound', 'look', 'all']
/** Narrower than this share of the value, more work on an interval gives more than halving it. */
const NARROW = 0.002

function measureWorst(frame: Frame, { share }: WorstShareGoal, trips: Trips): number {
  const parts: { people: number; minutes: number }[] = []
  forEachTrip(frame, trips, (people, minutes) => parts.push({ people, minutes: minutes === Infinity ? frame.unservedMinutes : minutes }))
  parts.sort((one, other) => other.minutes - one.minutes)
  const worst = share * parts.reduce((sum, { people }) => sum + people, 0)
  let [left, sum] = [worst, 0]
  for (const { people, minutes } of parts) {
    const taken = Math.min(people, left)
    sum += taken * minutes
    left -= taken
  }
  return worst === 0 ? 0 : sum / worst
}

class WorstShareSearch {
  best: Choice = { value: Infinity, bound: 0 }
  readonly #frame: Frame
  readonly #goal: WorstShareGoal
  readonly #chooser: SiteChooser
  readonly #worstPeople: number
  readonly #lengths: Float64Array

  constructor(frame: Frame, goal: WorstShareGoal, chooser: SiteChooser) {
    this.#frame = frame
    this.#goal = goal
    this.#chooser = chooser
    this.#worstPeople = goal.share * frame.places.reduce((sum, place) => sum + frame.problem.weights[place]!, 0)
    this.#lengths = listDistinctMinutes(frame)
  }

  get lengthCount(): number {
    return this.#lengths.length
  }

  isPromising({ bound }: Interval): boolean {
    return bound < this.best.value * (1 - TOLERANCE / 2)
  }

  /** Less wide than worth halving. */
  isNarrow({ first, last }: Interval): boolean {
    return first === last || this.#lengths[last]! - this.#lengths[first]! < NARROW * this.best.value
  }

  /** What no plan in the interval can beat, which is at least `least`; keeps the plan when it is the best. */
  open(first: number, last: number, effort: number, least = 0): Interval {
    const [shortest, longest] = [this.#lengths[first]!, this.#lengths[last]!]
    const below = (this.best.value - shortest) * this.#worstPeople
    if (below <= 0) return { first, last, bound: shortest, effort }
    const priceOf = (minutes: number) => (minutes > longest ? minutes - shortest : 0)
    const choice = this.#chooser.chooseCheapest({ openCount: this.#goal.openCount, below, priceOf, unservedPrice: priceOf(this.#frame.unservedMinutes), effort: EFFORTS[effort]! })
    this.#offer(choice)
    const isSettled = choice.bound >= Math.min(below, choice.value) * (1 - TOLERANCE)
    return { first, last, bound: Math.max(least, shortest + choice.bound / this.#worstPeople), effort: isSettled ? EFFORTS.length : effort }
  }

  #offer(choice: Choice): void {
    if (!choice.sites) return
    const nearest = assignNearest(this.#frame.problem, choice.sites)
    const trips = choice.services ? { services: choice.services, unserved: new Int32Array() } : nearest
    const value = measureWorst(this.#frame, this.#goal, { ...trips, sites: choice.sites })
    if (value < this.best.value) this.best = { ...choice, value }
  }
}

/** Fewest minutes on average of the worst-off share of the people. */
export const worstShareSolver: GoalSolver<WorstShareGoal> = {
  kind: 'worstShare',
  measure: measureWorst,
  solve(frame, goal, chooser, control) {
    const search = new WorstShareSearch(frame, goal, chooser)
    if (frame.places.length === 0) return chooser.chooseCheapest({ openCount: goal.openCount, priceOf: () => 0, unservedPrice: 0 })
    // At the shortest trip it is nearly the sum of all people: a good first plan.
    for (const effort of EFFORTS.keys()) {
      if (search.best.sites) break
      if (search.open(0, 0, effort).bound === Infinity) return { value: Infinity, bound: Infinity }
    }
    const bound = raiseBound(search, control)
    return { ...search.best, bound }
  },
}

function raiseBound(search: WorstShareSearch, control: SitingControl): number {
  const waiting = [search.open(0, search.lengthCount - 1, 0)]
  for (;;) {
    waiting.sort((one, other) => other.bound - one.bound)
    const next = waiting.pop()
    if (!next || !search.isPromising(next)) return next ? Math.min(next.bound, search.best.value) : search.best.value
    control.onProgress?.({ phase: 'bound', value: search.best.value, bound: next.bound })
    if (control.shouldStop?.()) return next.bound
    const { first, last, bound, effort } = next
    if (search.isNarrow(next) && effort < EFFORTS.length - 1) waiting.push(search.open(first, last, effort + 1, bound))
    else if (first === last) return bound
    else {
      const middle = Math.floor((first + last) / 2)
      waiting.push(search.open(first, middle, 0, bound), search.open(middle + 1, last, 0, bound))
    }
  }
}
